/** The keys of a card. They count only while the focus is in it, so they never take a key from a page. */
import { i18n } from '#i18n';

export type CardAction =
  | 'pin'
  | 'copy'
  | 'bibtex'
  | 'ris'
  | 'known'
  | 'saved'
  | 'next'
  | 'previous'
  | 'back'
  | 'forward'
  | 'help';

/** What this card can do; what it cannot is left out, and its key does nothing. */
export type CardActions = { [action in CardAction]?: (() => void) | undefined };

/** Each action with its key as written on a keyboard, and what it does, in the order of the legend. */
export const CARD_KEYS: readonly { action: CardAction; key: string; does: string }[] = [
  { action: 'pin', key: 'P', does: i18n.t('card.legend.pin') },
  { action: 'copy', key: 'C', does: i18n.t('card.legend.copy') },
  { action: 'bibtex', key: 'B', does: i18n.t('card.legend.bibtex') },
  { action: 'ris', key: 'R', does: i18n.t('card.legend.ris') },
  { action: 'known', key: 'K', does: i18n.t('card.legend.known') },
  { action: 'saved', key: 'S', does: i18n.t('card.legend.saved') },
  { action: 'next', key: 'N', does: i18n.t('card.legend.next') },
  { action: 'previous', key: 'Shift+N', does: i18n.t('card.legend.previous') },
  { action: 'back', key: 'Alt+←', does: i18n.t('card.legend.back') },
  { action: 'forward', key: 'Alt+→', does: i18n.t('card.legend.forward') },
  { action: 'help', key: '?', does: i18n.t('card.legend.help') },
];

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>;

/** @returns what a pressed key asks for; nothing for a key that is the page's or the browser's. */
export function actionOf({ key, altKey, ctrlKey, metaKey, shiftKey, isComposing }: Pressed): CardAction | undefined {
  if (ctrlKey || metaKey || isComposing) return undefined;
  // Where "?" is on the keyboard, and whether it takes Shift, differs.
  if (key === '?' && !altKey) return 'help';
  const name = [altKey && 'Alt', shiftKey && 'Shift', ARROWS[key] ?? key.toUpperCase()].filter(Boolean).join('+');
  return CARD_KEYS.find((one) => one.key === name)?.action;
}

const ARROWS: Record<string, string> = { ArrowLeft: '←', ArrowRight: '→' };
