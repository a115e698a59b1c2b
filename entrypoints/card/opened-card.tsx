/** One open card: the way through its related terms, the reader's lists, copying and speaking. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Card } from '../../components/card.tsx';
import type { Entry } from '../../data/entry.ts';
import type { CardRequest } from '../../page/card-port.ts';
import { copyText } from '../../page/copy-text.ts';
import type { Answers, PageMessage, Said, Say } from '../../page/messages.ts';
import { localVoice, speak, whenVoicesChange } from '../../page/speak.ts';

/** A card that was open so long has been read, by Page Previews' measure; it goes on the list of recent ones. */
const SEEN_MS = 1000;

interface OpenedCardProps {
  request: CardRequest;
  onClose: () => void;
  onPin: (on: boolean) => void;
  onMove: (dx: number, dy: number) => void;
}

/** Related terms replace the card in place; Back and Forward go along the way. Never a card upon a card. */
export function OpenedCard({ request, onClose, onPin, onMove }: OpenedCardProps) {
  const [trail, setTrail] = useState<{ entries: readonly Entry[]; at: number }>({ entries: [request.entry], at: 0 });
  const [pinned, setPinned] = useState(false);
  const entry = trail.entries[trail.at] ?? request.entry;
  const [said, setSaid] = useState<Said>(undefined);
  const hasVoice = useLocalVoice();

  useEffect(() => {
    const { signal, abort } = aborting();
    setSaid(undefined);
    void ask({ type: 'said', term: entry.id }).then((answer) => !signal.aborted && setSaid(answer));
    const timer = setTimeout(() => void ask({ type: 'seen', term: entry.id }), SEEN_MS);
    return () => {
      abort();
      clearTimeout(timer);
    };
  }, [entry.id]);

  const go = async (term: string) => {
    const next = await request.lookUp(term);
    if (next) setTrail(({ entries, at }) => ({ entries: [...entries.slice(0, at + 1), next], at: at + 1 }));
  };
  const turn = (by: 1 | -1) => () => setTrail(({ entries, at }) => ({ entries, at: at + by }));
  const say = async (what: Say, on: boolean) => {
    setSaid(await ask({ type: 'say', what, term: entry.id, on }));
  };
  const pin = (on: boolean) => {
    setPinned(on);
    onPin(on);
  };
  const isFirst = trail.at === 0;
  return (
    <Card
      key={`${trail.at} ${entry.id}`}
      entry={entry}
      place={isFirst ? request.place : 0}
      places={request.places}
      onPlace={isFirst && !pinned ? request.goOn : undefined}
      onOpen={(term) => void go(term)}
      onBack={isFirst ? undefined : turn(-1)}
      onForward={trail.at < trail.entries.length - 1 ? turn(1) : undefined}
      onClose={onClose}
      cite={async (studies) => (await ask({ type: 'cite', studies: [...studies] })) ?? []}
      copy={copyText}
      said={said}
      onSay={(what, on) => void say(what, on)}
      pinned={pinned}
      onPin={pin}
      onMove={onMove}
      onSpeak={hasVoice ? () => speak(entry.name) : undefined}
      onGlossary={() => void ask({ type: 'glossary', term: entry.id })}
    />
  );
}

function aborting(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

/** @returns whether the device can say a word itself. */
function useLocalVoice(): boolean {
  const [has, setHas] = useState(localVoice() !== undefined);
  useEffect(() => {
    const { signal, abort } = aborting();
    whenVoicesChange(() => setHas(localVoice() !== undefined), signal);
    return abort;
  }, []);
  return has;
}

/** @returns nothing when the extension could not answer, for instance because it is just being updated. */
async function ask<T extends PageMessage['type']>(
  message: Extract<PageMessage, { type: T }>,
): Promise<Answers[T] | undefined> {
  try {
    return await browser.runtime.sendMessage(message);
  } catch (error) {
    console.debug('No answer to', message.type, error);
    return undefined;
  }
}
