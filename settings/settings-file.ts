/**
 * The file in which settings leave one browser and come into another: JSON, and every part but `format` and `version` may
 * be missing. A file is read as a whole: with one fault in it nothing of it counts.
 */
import { i18n } from '#i18n';
import { DENSITIES, DENSITY, MARK_STYLES, SITES, STYLE, WHERE } from './choices.ts';
import { type Expected, JsonFault, type JsonText, readJson } from './json-text.ts';
import type { TermTimes } from './lists.ts';
import { OPENING, OPENINGS, TEXT_SIZE, TEXT_SIZES, THEME, THEMES } from './reading.ts';

export const FORMAT = 'underskin-settings';
export const FILE_VERSION = 1;

export interface SettingsFile {
  format: typeof FORMAT;
  version: typeof FILE_VERSION;
  /** When it was exported, ISO 8601. */
  date?: string;
  /** By the names in `CHOICES`. */
  choices?: Record<string, string>;
  known?: TermTimes;
  saved?: TermTimes;
  /** By host; the empty one stands for the files of the computer. */
  sites?: Record<string, string>;
  /** By host: terms that mean something else there. */
  notHere?: Record<string, TermTimes>;
}

/** The choices that go into a file: where each is kept, in which field, and what it can be; the default is the first. */
export const CHOICES = new Map<string, { key: string; field: string; all: readonly [string, ...string[]] }>([
  ['density', { key: DENSITY, field: 'marks', all: DENSITIES }],
  ['style', { key: STYLE, field: 'style', all: MARK_STYLES }],
  ['where', { key: SITES, field: 'where', all: WHERE }],
  ['opening', { key: OPENING, field: 'opening', all: OPENINGS }],
  ['textSize', { key: TEXT_SIZE, field: 'size', all: TEXT_SIZES }],
  ['theme', { key: THEME, field: 'theme', all: THEMES }],
]);

export const SITE_MARKS = ['on', 'off'] as const;

/** In UTF-16 units; a file of 5,000 sites has a tenth of it. */
const LARGEST = 2 * 1024 * 1024;
/** The deepest a file goes is file, notHere, site. */
const DEEPEST = 8;
/** Of terms in a list, and of sites. */
const MOST = 5000;
/** A report that nobody reads to its end helps nobody. */
const MOST_PROBLEMS = 100;
const LONGEST_NAME = 60;

/** What has to be mended in a file. */
export interface Problem {
  line?: number;
  /** The place as names, outermost first, or the word for the file as a whole. */
  field: string;
  /** A sentence that says what to do. */
  mend: string;
}

/** @returns whether a text has the form of a term's id. */
export const isTermId = (text: string) => text.length <= 100 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

/** @returns whether a text is what `location.hostname` can be. */
export const isHost = (text: string) => hostIn(text) === text;

function hostIn(text: string): string | undefined {
  if (text === '') return '';
  return text.length <= 255 && URL.canParse(`http://${text}`) ? new URL(`http://${text}`).hostname : undefined;
}

/** @returns the settings of the file, or what is wrong with it. */
export function readSettingsFile(source: string): SettingsFile | Problem[] {
  const text = source.replace(/^\ufeff/, '');
  const kind = otherKind(text);
  if (kind !== undefined) return [wholeFile(kind)];
  let json: JsonText;
  try {
    json = readJson(text, DEEPEST);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return [{ line: error.line, field: fieldName(error.path), mend: MENDS[error.expected]() }];
  }
  // The text began as an object, so it is one.
  const file = json.value as Record<string, unknown>;
  if (file.format !== FORMAT) {
    const name = [file.format, file.name].find((one) => typeof one === 'string');
    return [wholeFile(name ? i18n.t('exchange.otherProduct', { name: short(name) }) : notOurs())];
  }
  if (typeof file.version === 'number' && file.version > FILE_VERSION)
    return [wholeFile(i18n.t('exchange.laterVersion', { version: file.version }))];
  const problems = json.twice.map(
    ({ line, path }): Problem => ({ line, field: fieldName(path), mend: i18n.t('exchange.twice') }),
  );
  const top = new Place([], json, 1, problems);
  if (file.version !== FILE_VERSION)
    top.member(file, 'version').report(i18n.t('exchange.version', { version: FILE_VERSION }));
  checkFile(file, top);
  return problems.length > 0 ? problems.slice(0, MOST_PROBLEMS) : (file as unknown as SettingsFile);
}

/** @returns a problem of the file as a whole. */
export const wholeFile = (mend: string): Problem => ({ field: i18n.t('exchange.file'), mend });

const notOurs = () => i18n.t('exchange.notOurs', { start: `{ "format": "${FORMAT}"` });

/** @returns what to do when this is not even the beginning of such a file. */
function otherKind(text: string): string | undefined {
  if (text.length > LARGEST) return i18n.t('exchange.tooLarge', { limit: LARGEST / 1024 / 1024 });
  // A byte that is no UTF-8 has become U+FFFD.
  if (text.startsWith('\u001f\ufffd')) return i18n.t('exchange.gzip');
  if (text.startsWith('PK\u0003\u0004')) return i18n.t('exchange.zip');
  if (text.startsWith('\ufffdPNG')) return i18n.t('exchange.png');
  if (text.slice(0, 4).includes('\0')) return i18n.t('exchange.utf16');
  return /^\s*\{/.test(text) ? undefined : notOurs();
}

const MENDS: Record<Expected, () => string> = {
  value: () => i18n.t('exchange.json.value'),
  name: () => i18n.t('exchange.json.name'),
  colon: () => i18n.t('exchange.json.colon'),
  comma: () => i18n.t('exchange.json.comma'),
  text: () => i18n.t('exchange.json.text'),
  nothing: () => i18n.t('exchange.json.nothing'),
  end: () => i18n.t('exchange.json.end'),
  flatter: () => i18n.t('exchange.json.flatter'),
};

const short = (name: string) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name);
const fieldName = (path: string[]) => path.map(short).join(' › ') || i18n.t('exchange.file');

/** A place in the file, to which problems are reported. */
class Place {
  readonly #path: string[];
  readonly #json: JsonText;
  readonly #line: number;
  readonly #problems: Problem[];

  constructor(path: string[], json: JsonText, line: number, problems: Problem[]) {
    this.#path = path;
    this.#json = json;
    this.#line = line;
    this.#problems = problems;
  }

  report(mend: string): void {
    this.#problems.push({ line: this.#line, field: fieldName(this.#path), mend });
  }

  member(object: object, name: string): Place {
    return new Place([...this.#path, name], this.#json, this.#json.lineOf(object, name) ?? this.#line, this.#problems);
  }
}

/** Reports what is wrong with a value. */
type Check = (value: unknown, place: Place) => void;

/** @returns a check of an object that holds each member against `each`. */
function members(each: (name: string, value: unknown, place: Place) => void): Check {
  return (value, place) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      place.report(i18n.t('exchange.members'));
      return;
    }
    const all = Object.entries(value);
    if (all.length > MOST) place.report(i18n.t('exchange.tooMany', { count: all.length, most: MOST }));
    else for (const [name, member] of all) each(name, member, place.member(value, name));
  };
}

/** @returns a check of an object that can have these members only. */
function only(checks: ReadonlyMap<string, Check>): Check {
  return members((name, value, place) => {
    const check = checks.get(name);
    if (check) check(value, place);
    else place.report(i18n.t('exchange.unknown', { names: [...checks.keys()].join(', ') }));
  });
}

const oneOf =
  (all: readonly string[]): Check =>
  (value, place) => {
    if (!all.includes(value as string)) place.report(i18n.t('exchange.oneOf', { words: all.map(quoted).join(', ') }));
  };
const quoted = (word: string) => `"${word}"`;

const terms = members((term, at, place) => {
  if (!isTermId(term)) place.report(i18n.t('exchange.term'));
  if (!Number.isFinite(at)) place.report(i18n.t('exchange.time'));
});

const sites = (check: Check) =>
  members((name, value, place) => {
    const host = hostIn(name);
    if (host !== name) place.report(host ? i18n.t('exchange.siteAs', { host }) : i18n.t('exchange.site'));
    check(value, place);
  });

const checkFile = only(
  new Map<string, Check>([
    // These two have been looked at before all others.
    ['format', () => undefined],
    ['version', () => undefined],
    [
      'date',
      (value, place) => {
        if (typeof value !== 'string') place.report(i18n.t('exchange.date'));
      },
    ],
    ['choices', only(new Map([...CHOICES].map(([name, { all }]) => [name, oneOf(all)])))],
    ['known', terms],
    ['saved', terms],
    ['sites', sites(oneOf(SITE_MARKS))],
    ['notHere', sites(terms)],
  ]),
);
