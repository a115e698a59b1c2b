import { useId, useState } from 'preact/hooks';
import type { Entry } from '../data/entry.ts';
import { Certainty } from './certainty.tsx';
import { BackIcon, CloseIcon, KindIcon } from './icons.tsx';
import { StudyLinks, StudyList } from './study-list.tsx';
import { KIND_WORDS, monthOf, RELATION_WORDS } from './words.ts';

const RELATED_AT_FIRST = 4;

export interface CardProps {
  entry: Entry;
  /** Which mention of the page it is, from 1, and how many there are. Left out where there is no page. */
  place?: number;
  places?: number;
  /** Shows all there is, as on a page of its own. */
  whole?: boolean;
  onOpen: (term: string) => void;
  /** Left out where there is nothing to go back to. */
  onBack?: (() => void) | undefined;
  onClose?: (() => void) | undefined;
}

/** One term: what it is, what it has to do with gut and skin, how sure that is, and the studies. */
export function Card({ entry, place, places, whole = false, onOpen, onBack, onClose }: CardProps) {
  const [opened, setOpened] = useState(false);
  const heading = useId();
  const more = whole || opened;
  const [first, ...others] = entry.claims;
  const related = more ? entry.related : entry.related.slice(0, RELATED_AT_FIRST);
  const Name = whole ? 'h1' : 'h2';
  const Part = whole ? 'h2' : 'h3';
  return (
    // In a page of our own it is the page's content; in somebody else's it is a dialog that blocks nothing.
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a label
    <div class="card" role={whole ? 'article' : 'dialog'} aria-labelledby={heading} tabIndex={-1}>
      <header>
        {onBack && (
          <button type="button" class="round" aria-label="Back" onClick={onBack}>
            <BackIcon />
          </button>
        )}
        <p class="kind">
          <KindIcon kind={entry.kind} disputed={entry.disputed !== undefined} />
          {entry.disputed ? 'Disputed term' : KIND_WORDS[entry.kind]}
        </p>
        {onClose && (
          <button type="button" class="round close" aria-label="Close" onClick={onClose}>
            <CloseIcon />
          </button>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <div class="body" tabIndex={0}>
        <div class="lead">
          <Name id={heading} class="name">
            {entry.name}
          </Name>
          {entry.say && (
            <span class="say">
              <span class="hidden">say </span>
              {entry.say}
            </span>
          )}
          {entry.old.length > 0 && <p class="detail">Old name: {more ? entry.old.join(', ') : entry.old[0]}</p>}
          <p class="in-short">{entry.inShort}</p>
        </div>
        {entry.disputed && <Disputed {...entry.disputed} Part={Part} />}
        {more && (
          <section>
            <Part class="part">What it is</Part>
            <p>{entry.explain}</p>
            {entry.livesIn && <p>Where it lives: {entry.livesIn}</p>}
            {entry.also.length > 0 && <p class="detail">Also called: {entry.also.join(', ')}</p>}
          </section>
        )}
        {entry.howToRead && <HowToRead {...entry.howToRead} Part={Part} />}
        {(first || entry.noStudy) && (
          <section>
            <Part class="part">Gut and skin</Part>
            {first ? <ClaimText claim={first} entry={entry} /> : <p>{entry.noStudy}</p>}
            {more && others.map((claim) => <ClaimText key={claim.text} claim={claim} entry={entry} />)}
            {!more && others.length > 0 && (
              <button type="button" class="link" onClick={() => setOpened(true)}>
                {others.length === 1 ? 'One more finding' : `${others.length} more findings`}
              </button>
            )}
          </section>
        )}
        {entry.harms && (
          <section>
            <Part class="part">Harms</Part>
            <p>
              {entry.harms} {entry.askFirst}
            </p>
          </section>
        )}
        {more && entry.misreading && (
          <section>
            <Part class="part">Often misread</Part>
            <p>{entry.misreading}</p>
          </section>
        )}
        {more && entry.studies.length > 0 && (
          <section>
            <Part class="part">Studies</Part>
            <StudyList studies={entry.studies} />
          </section>
        )}
        {related.length > 0 && (
          <nav class="related" aria-label="Related terms">
            {related.map(({ id, name, as }) => (
              <button key={id} type="button" class="chip" title={RELATION_WORDS[as]} onClick={() => onOpen(id)}>
                {name}
              </button>
            ))}
          </nav>
        )}
      </div>
      <footer>
        {!whole && (
          <p class="actions">
            <span>{places !== undefined && places > 0 && place ? `${place} of ${places} on this page` : ''}</span>
            <button type="button" class="link" aria-expanded={more} onClick={() => setOpened(!opened)}>
              {more ? 'Less' : `More${studyCount(entry)}`}
            </button>
          </p>
        )}
        <p class="note">
          Information, not medical advice
          {entry.harms && ': no reason to start or stop a treatment'} · checked {monthOf(entry.reviewed)}
        </p>
      </footer>
    </div>
  );
}

function studyCount({ studies }: Entry): string {
  if (studies.length === 0) return '';
  return studies.length === 1 ? ', and 1 study' : `, and all ${studies.length} studies`;
}

function ClaimText({ claim, entry }: { claim: Entry['claims'][number]; entry: Entry }) {
  return (
    <div class="claim">
      <p>{claim.text}</p>
      <Certainty level={claim.certainty} subjects={claim.subjects} reason={claim.reason} />
      <StudyLinks studies={entry.studies.filter(({ id }) => claim.studies.includes(id))} />
    </div>
  );
}

/** A method has limits in place of effects: what a sentence that rests on it says, and what not. */
function HowToRead({
  goodFor,
  notFor,
  whenYouRead,
  itMeans,
  Part,
}: NonNullable<Entry['howToRead']> & { Part: 'h2' | 'h3' }) {
  return (
    <>
      <section>
        <Part class="part">
          {whenYouRead ? `When you read “${whenYouRead.replaceAll(/^["“]|["”]$/g, '')}”` : 'What it tells'}
        </Part>
        <p>{itMeans}</p>
      </section>
      <section>
        <Part class="part">Good for</Part>
        <p>{goodFor}</p>
      </section>
      <section class="not-shown">
        <Part class="part">Not good for</Part>
        <p>{notFor}</p>
      </section>
    </>
  );
}

function Disputed({ agreed, notShown, usedToSell, Part }: NonNullable<Entry['disputed']> & { Part: 'h2' | 'h3' }) {
  return (
    <>
      <section>
        <Part class="part">What is agreed</Part>
        <p>{agreed}</p>
      </section>
      <section class="not-shown">
        <Part class="part">What is not shown</Part>
        <p>{notShown}</p>
      </section>
      {usedToSell && (
        <section>
          <Part class="part">Often used to sell</Part>
          <p>{usedToSell}</p>
        </section>
      )}
    </>
  );
}
