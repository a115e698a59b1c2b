/** Runs in the page: shows one card with everything a card can be given, and writes down what it asks for. */
import { render } from 'preact';
import cardCss from '../../components/card.css?inline';
import { Card, type CardProps } from '../../components/card.tsx';
import tokensCss from '../../components/tokens.css?inline';
import type { Entry } from '../../data/entry.ts';

export interface StageOptions {
  place?: number;
  places?: number;
  whole?: boolean;
  /** Nothing is kept, as in a private window. */
  private?: boolean;
  copyFails?: boolean;
  citeFails?: boolean;
  /** Only what has to be given, as a sample of a card has it. */
  bare?: boolean;
  /** CSS px. */
  width?: number;
  /** CSS px. */
  maxHeight?: number;
  /** CSS length of the card's text. */
  text?: string;
  dir?: 'ltr' | 'rtl';
  /** More style for inside the card. */
  style?: string;
}

declare global {
  interface Window {
    /** What the card asked for, in order. */
    calls: unknown[][];
    showCard: (entry: Entry, options?: StageOptions) => void;
  }
}

const FRAME = `
  .frame { display: flex; flex-direction: column; box-sizing: border-box; border: 1px solid var(--border);
    border-radius: 10px; overflow: clip; background: var(--paper); }
  .frame > .card { flex: 0 1 auto; }`;

window.calls = [];
window.showCard = (entry, options = {}) => {
  document.querySelector('div[data-underskin]')?.remove();
  const host = document.body.appendChild(document.createElement('div'));
  host.dataset.underskin = '';
  const root = host.attachShadow({ mode: 'open' });
  const style = root.appendChild(document.createElement('style'));
  style.textContent = `${tokensCss}${cardCss}${FRAME}${options.style ?? ''}`;
  const frame = root.appendChild(document.createElement('div'));
  frame.className = 'frame';
  frame.lang = 'en';
  frame.dir = options.dir ?? 'ltr';
  frame.style.width = `${options.width ?? 360}px`;
  frame.style.maxHeight = `${options.maxHeight ?? 480}px`;
  if (options.text) frame.style.setProperty('--text', options.text);
  const said = { known: false, saved: false, 'not-here': false };
  let pinned = false;
  const call = (...what: unknown[]) => window.calls.push(what);
  const draw = () => {
    const props: CardProps = { entry, whole: options.whole, onOpen: (term) => call('open', term) };
    if (!options.bare) {
      Object.assign(props, {
        place: options.place ?? 2,
        places: options.places ?? 5,
        onPlace: (direction) => call('place', direction),
        onBack: () => call('back'),
        onForward: () => call('forward'),
        onClose: options.whole ? undefined : () => call('close'),
        cite: async (studies) => {
          call('cite', studies);
          if (options.citeFails) throw new Error('nobody answers');
          return studies.map((id) => ({ id, text: `text ${id}`, bibtex: `bibtex ${id}`, ris: `ris ${id}` }));
        },
        copy: async (text) => {
          call('copy', text);
          if (options.copyFails) throw new Error('not allowed');
        },
        said: options.private ? undefined : { ...said },
        onSay: (what, on) => {
          call('say', what, on);
          said[what] = on;
          draw();
        },
        pinned,
        onPin: options.whole
          ? undefined
          : (on) => {
              call('pin', on);
              pinned = on;
              draw();
            },
        onMove: (dx, dy) => call('move', dx, dy),
        onSpeak: () => call('speak'),
        onGlossary: () => call('glossary'),
      } satisfies Partial<CardProps>);
    }
    render(<Card key={entry.id} {...props} />, frame);
  };
  draw();
};
