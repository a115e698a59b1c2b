/** The card in a page. Added by the background when a first card is about to open; a page on which nobody hovers never has it. */
import { useSignal } from '@preact/signals';
import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import cardCss from '../components/card.css?inline';
import { Card } from '../components/card.tsx';
import tokensCss from '../components/tokens.css?inline';
import hostCss from '../page/card-host.css?inline';
import { CardHost } from '../page/card-host.ts';
import { type CardRequest, cardPort, setCardPort } from '../page/card-port.ts';
import { schemeAt } from '../page/ground.ts';
import { type Placing, placeCard } from '../page/place-card.ts';

interface OpenCard {
  request: CardRequest;
  frame: HTMLElement;
  placing: Placing;
}

export default defineUnlistedScript(() => {
  if (cardPort()) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokensCss + hostCss + cardCss);
  const host = new CardHost(sheet);
  let open: OpenCard | undefined;
  host.lost = () => open?.request.closed();

  const hide = () => {
    if (!open) return;
    open.placing.stop();
    render(null, open.frame);
    host.remove(open.frame);
    open = undefined;
  };

  setCardPort({
    show(request) {
      hide();
      const frame = host.add(request.element, schemeAt(request.element));
      frame.lang = 'en';
      frame.dir = 'ltr';
      render(<OpenedCard request={request} />, frame);
      if (request.focus) frame.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true });
      open = { request, frame, placing: placeCard(frame, { ...request, sheet: false }) };
    },
    hide,
    box: () => open?.frame.getBoundingClientRect(),
    owns: (node) => host.owns(node),
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
    />
  );
}
