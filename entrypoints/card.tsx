/** The card in a page. Added by the background when a first card is about to open; a page on which nobody hovers never has it. */
import { useSignal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import cardCss from '../components/card.css?inline';
import { Card } from '../components/card.tsx';
import tokensCss from '../components/tokens.css?inline';
import hostCss from '../page/card-host.css?inline';
import { type CardHost, openCardHost } from '../page/card-host.ts';
import { type CardRequest, cardPort, setCardPort } from '../page/card-port.ts';
import { schemeAt } from '../page/ground.ts';
import { type Placing, placeCard } from '../page/place-card.ts';

interface OpenCard {
  host: CardHost;
  frame: HTMLElement;
  placing: Placing;
}

export default defineUnlistedScript(() => {
  if (cardPort()) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokensCss + hostCss + cardCss);
  let open: OpenCard | undefined;

  const hide = () => {
    if (!open) return;
    open.placing.stop();
    render(null, open.frame);
    open.host.remove();
    open = undefined;
  };

  setCardPort({
    show(request) {
      hide();
      const host = openCardHost(request.element, sheet);
      host.element.dataset.underskin = schemeAt(request.element);
      const frame = document.createElement('div');
      frame.className = 'frame';
      frame.lang = 'en';
      frame.dir = 'ltr';
      host.root.append(frame);
      render(<OpenedCard request={request} />, frame);
      if (request.focus) frame.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true });
      open = { host, frame, placing: placeCard(frame, request.line, request.pointerX) };
    },
    hide,
    box: () => open?.frame.getBoundingClientRect(),
    owns: (node) => open !== undefined && node === open.host.element,
  });
});

/** Related terms replace the card in place; Back goes the way it came. Never a card upon a card. */
function OpenedCard({ request }: { request: CardRequest }) {
  const trail = useSignal([request.entry]);
  const entry = trail.value.at(-1) ?? request.entry;
  const isFirst = trail.value.length === 1;
  const go = async (term: string) => {
    const next = await request.lookUp(term);
    if (next) trail.value = [...trail.value, next];
  };
  const back = () => {
    trail.value = trail.value.slice(0, -1);
  };
  return (
    <Card
      key={`${trail.value.length} ${entry.id}`}
      entry={entry}
      place={isFirst ? request.place : 0}
      places={request.places}
      onOpen={(term) => void go(term)}
      onBack={isFirst ? undefined : back}
      onClose={request.closed}
      cite={(studies) => browser.runtime.sendMessage({ type: 'cite', studies })}
      copy={async (text) => navigator.clipboard.writeText(text)}
    />
  );
}
