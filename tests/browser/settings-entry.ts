/** What `settings-script.ts` makes a script of. */
import * as change from '../../settings/change.ts';
import * as choices from '../../settings/choices.ts';
import * as exchange from '../../settings/exchange.ts';
import * as lists from '../../settings/lists.ts';

const settings = { ...change, ...choices, ...exchange, ...lists };
export type Settings = typeof settings;
Object.assign(globalThis, { settings });
