/** The parts of a card's body. What of them is shown yet is up to `shows`. */
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Entry } from '../data/entry.ts';
import { Certainty } from './certainty.tsx';
import { type Part, readingHeading } from './first-view.ts';
import { HearIcon } from './icons.tsx';
import { StudyLinks } from './study-list.tsx';
import { trusted } from './trusted.ts';

export interface SectionProps {
  entry: Entry;
  shows: (part: Part) => boolean;
  /** The element of headings, which differs between a page of its own and a page of somebody else's. */
  Heading: 'h2' | 'h3';
}

interface LeadProps extends Pick<SectionProps, 'entry' | 'shows'> {
  Heading: 'h1' | 'h2';
  /** Ids that the card is named and described by. */
  nameId: string;
  meaningId: string;
  /** Whether all old names are shown, and not only the first. */
  all: boolean;
  onSpeak: (() => void) | undefined;
}

export function Lead({ entry, shows, Heading, nameId, meaningId, all, onSpeak }: LeadProps) {
  const old = all ? entry.old : entry.old.slice(0, 1);
  return (
    <div class="lead">
      <Heading id={nameId} class="name">
        {entry.name}
      </Heading>
      <span class="sound">
        {entry.say && shows('say') && (
          <span class="say">
            <span class="hidden">{i18n.t('card.say')} </span>
            {entry.say}
          </span>
        )}
        {onSpeak && (
          <button
            type="button"
            class="round hear"
            aria-label={i18n.t('card.hear')}
            title={i18n.t('card.hear')}
            onClick={trusted(onSpeak)}
          >
            <HearIcon />
          </button>
        )}
      </span>
      {old.length > 0 && shows('old') && <p class="detail">{i18n.t('card.oldName', { names: old.join(', ') })}</p>}
      <p id={meaningId} class="in-short">
        {entry.inShort}
      </p>
      {entry.livesIn && shows('livesIn') && (
        <p class="detail lives-in">{i18n.t('card.livesIn', { where: entry.livesIn })}</p>
      )}
    </div>
  );
}

interface PartProps {
  Heading: 'h2' | 'h3';
  title: string;
  class?: string;
  /** By this name `card.tsx` finds what to go to when it was opened. */
  goal?: string;
  children: ComponentChildren;
}

/** A part with its heading. */
export function Section({ Heading, title, class: name, goal, children }: PartProps) {
  return (
    <section class={name}>
      <Heading class="part" data-goal={goal} tabIndex={goal === undefined ? undefined : -1}>
        {title}
      </Heading>
      {children}
    </section>
  );
}

/** What is agreed of a disputed term, what is not shown, and what it is used to sell. */
export function Dispute({ entry: { disputed }, shows, Heading }: SectionProps) {
  if (!disputed) return null;
  return (
    <>
      {shows('agreed') && (
        <Section Heading={Heading} title={i18n.t('card.agreed')}>
          <p>{disputed.agreed}</p>
        </Section>
      )}
      <Section Heading={Heading} title={i18n.t('card.notShown')} class="not-shown">
        <p>{disputed.notShown}</p>
      </Section>
      {disputed.usedToSell && shows('usedToSell') && (
        <Section Heading={Heading} title={i18n.t('card.usedToSell')}>
          <p>{disputed.usedToSell}</p>
        </Section>
      )}
    </>
  );
}

/** A method has limits in place of effects: what a sentence that rests on it says, and what not. */
export function HowToRead({ entry: { howToRead }, shows, Heading }: SectionProps) {
  if (!howToRead) return null;
  return (
    <>
      {shows('itMeans') && (
        <Section Heading={Heading} title={readingHeading(howToRead)}>
          <p>{howToRead.itMeans}</p>
        </Section>
      )}
      {shows('goodFor') && (
        <Section Heading={Heading} title={i18n.t('card.goodFor')}>
          <p>{howToRead.goodFor}</p>
        </Section>
      )}
      {shows('notFor') && (
        <Section Heading={Heading} title={i18n.t('card.notFor')} class="not-shown">
          <p>{howToRead.notFor}</p>
        </Section>
      )}
    </>
  );
}

/** Of a treatment: what it can do to people, and who asks a doctor before. */
export function Harms({ entry: { harms, askFirst }, Heading }: Omit<SectionProps, 'shows'>) {
  return (
    <>
      <Section Heading={Heading} title={i18n.t('card.harms')} goal="harms">
        <p>{harms}</p>
      </Section>
      {askFirst && (
        <Section Heading={Heading} title={i18n.t('card.askFirst')}>
          <p>{askFirst}</p>
        </Section>
      )}
    </>
  );
}

interface ClaimProps {
  entry: Entry;
  claim: Entry['claims'][number];
  /** Whether its reason is shown yet, and how many of its studies. */
  reason: boolean;
  studies: number;
  goal?: string | undefined;
  /** The way to the legend of its words, and the legend where it is open. */
  ask: ComponentChildren;
  legend: ComponentChildren;
}

export function ClaimText({ entry, claim, reason, studies, goal, ask, legend }: ClaimProps) {
  const cited = entry.studies.filter(({ id }) => claim.studies.includes(id)).slice(0, studies);
  return (
    <div class="claim" data-goal={goal} tabIndex={goal === undefined ? undefined : -1}>
      <p>{claim.text}</p>
      <Certainty level={claim.certainty} subjects={claim.subjects} reason={reason ? claim.reason : undefined}>
        {ask}
      </Certainty>
      {legend}
      {cited.length > 0 && <StudyLinks studies={cited} />}
    </div>
  );
}
