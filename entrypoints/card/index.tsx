/** The card in a page. Added by the background when a first card is about to open; a page on which nobody hovers never has it. */
import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import cardCss from '../../components/card.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import hostCss from '../../page/card-host.css?inline';
import { CardHost } from '../../page/card-host.ts';
import { type CardRequest, cardPort, setCardPort } from '../../page/card-port.ts';
import { schemeAt } from '../../page/ground.ts';
import { moveBy, type Placing, placeCard } from '../../page/place-card.ts';
import { type Reading, readReading, watchReading } from '../../settings/reading.ts';
import { OpenedCard } from './opened-card.tsx';

/** px of the card's text by what the reader chose. */
const TEXT_PX: Record<Reading['textSize'], number> = { small: 13.5, normal: 15, large: 17, largest: 20 };
/** Pinned cards at a time; the oldest makes room. */
const MOST_PINNED = 3;

interface Shown {
  request: CardRequest;
  frame: HTMLElement;
  placing: Placing;
  /** What had the focus before the card got it. */
  before: Element | null;
}

export default defineUnlistedScript(async () => {
  if (cardPort()) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokensCss + hostCss + cardCss);
  const host = new CardHost(sheet);
  let reading: Reading = { opening: 'normal', textSize: 'normal', theme: 'page' };
  let open: Shown | undefined;
  let pinned: Shown[] = [];

  const remove = (shown: Shown) => {
    const { frame, placing, before } = shown;
    const hadFocus = frame.contains(host.focused);
    placing.stop();
    render(null, frame);
    host.remove(frame);
    if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
  const hide = () => {
    if (!open) return;
    const shown = open;
    open = undefined;
    remove(shown);
  };
  const unpin = (shown: Shown) => {
    pinned = pinned.filter((one) => one !== shown);
    remove(shown);
    shown.request.closed();
  };
  const pin = () => {
    if (!open) return;
    if (pinned.length === MOST_PINNED && pinned[0]) unpin(pinned[0]);
    const shown = open;
    pinned = [...pinned, shown];
    open = undefined;
    shown.placing.stop();
    shown.request.pinned();
  };
  const clear = () => {
    for (const shown of pinned) unpin(shown);
    open?.request.closed();
    hide();
  };

  // The page won the quarrel about our host; what it holds is gone.
  host.lost = clear;

  const show = (request: CardRequest) => {
    hide();
    const { textSize, theme } = reading;
    const { activeElement } = document;
    const frame = host.add(request.element, theme === 'page' ? schemeAt(request.element) : schemeOf(theme));
    frame.lang = 'en';
    frame.dir = 'ltr';
    frame.style.setProperty('--text', `${TEXT_PX[textSize]}px`);
    const shown: Shown = { request, frame, placing: { stop: () => undefined }, before: activeElement };
    const close = () => (pinned.includes(shown) ? unpin(shown) : request.closed());
    const move = (dx: number, dy: number) => moveBy(frame, dx, dy);
    const onPin = (on: boolean) => (on ? pin() : unpin(shown));
    render(<OpenedCard request={request} onClose={close} onPin={onPin} onMove={move} />, frame);
    open = shown;
    shown.placing = placeCard(frame, request);
    if (request.focus) frame.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true });
  };

  setCardPort({
    show,
    hide,
    clear,
    escape() {
      const shown = pinned.find(({ frame }) => frame.contains(host.focused));
      if (shown) unpin(shown);
      return shown !== undefined;
    },
    hasFocus: () => open?.frame.contains(host.focused) ?? false,
    box: () => open?.frame.getBoundingClientRect(),
    owns: (node) => host.owns(node),
  });

  watchReading((changed) => {
    reading = changed;
  }, new AbortController().signal);
  try {
    reading = await readReading();
  } catch (error) {
    console.debug('The card looks as it does for everybody:', error);
  }
});

function schemeOf(theme: Exclude<Reading['theme'], 'page'>): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
