import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Citation, Entry } from '../data/entry.ts';
import { CardFooter, type Said } from './card-footer.tsx';
import { CardHeader } from './card-header.tsx';
import { actionOf, type CardActions } from './card-keys.ts';
import { CardNotice, type Notice } from './card-notice.tsx';
import { ClaimText, Dispute, Harms, HowToRead, Lead, Section } from './card-sections.tsx';
import { copying } from './copying.ts';
import { firstView, type Part, restWords } from './first-view.ts';
import { Legend } from './legend.tsx';
import { RelatedTerms } from './related-terms.tsx';
import { StudyList } from './study-list.tsx';
import { trusted } from './trusted.ts';

export interface CardProps {
  entry: Entry;
  /** Which mention of the page it is, from 1, and how many there are. Left out where there is no page. */
  place?: number | undefined;
  places?: number | undefined;
  /** Goes to the previous (-1) or next (1) place on the page. */
  onPlace?: ((direction: 1 | -1) => void) | undefined;
  /** Shows all there is, as on a page of its own. */
  whole?: boolean | undefined;
  onOpen: (term: string) => void;
  /** Left out where there is nothing to go back, or forward, to. */
  onBack?: (() => void) | undefined;
  onForward?: (() => void) | undefined;
  onClose?: (() => void) | undefined;
  /** Studies, by id, as text. With `copy`; a sample of a card has neither, and nothing to copy. */
  cite?: ((studies: readonly string[]) => Promise<Citation[]>) | undefined;
  /** Rejects when the clipboard cannot be written. */
  copy?: ((text: string) => Promise<void>) | undefined;
  /** What the reader said of the term; nothing where nothing is kept, such as in a private window. */
  said?: Said | undefined;
  onSay?: ((what: keyof Said, on: boolean) => void) | undefined;
  pinned?: boolean | undefined;
  onPin?: ((on: boolean) => void) | undefined;
  /** Moves a pinned card. CSS px. */
  onMove?: ((dx: number, dy: number) => void) | undefined;
  /** Left out where the device has no voice of its own. */
  onSpeak?: (() => void) | undefined;
  onGlossary?: (() => void) | undefined;
}

/** One term: what it is, what it has to do with gut and skin, how sure that is, and the studies. */
export function Card(props: CardProps) {
  const { entry, place, places = 0, onPlace, whole = false, onOpen, onBack, onForward, onClose, onSpeak } = props;
  const { cite, copy, said, onSay, pinned = false, onPin, onMove, onGlossary } = props;
  const [opened, setOpened] = useState(false);
  const [goal, setGoal] = useState<'harms' | 'rest' | undefined>();
  const [legendOpen, setLegendOpen] = useState(false);
  const [notice, setNotice] = useState<Notice>();
  const root = useRef<HTMLDivElement>(null);
  const [nameId, meaningId, legendId] = [useId(), useId(), useId()];

  const first = firstView(entry);
  const more = whole || opened;
  const shows = (part: Part) => more || first.parts.has(part);
  const claims = more ? entry.claims : entry.claims.slice(0, first.parts.has('claim') ? 1 : 0);
  const rest = more ? '' : restWords(entry, claims.length);
  const related = more ? entry.related : entry.related.slice(0, first.related);
  const Name = whole ? 'h1' : 'h2';
  const Heading = whole ? 'h2' : 'h3';

  useLayoutEffect(() => {
    // The button that was pressed is gone; what it promised is in its place.
    if (goal) root.current?.querySelector<HTMLElement>(`[data-goal="${goal}"]`)?.focus();
  }, [goal]);
  useLayoutEffect(() => {
    if (legendOpen) root.current?.querySelector('.legend')?.scrollIntoView({ block: 'nearest' });
  }, [legendOpen]);

  const openAt = (where: 'harms' | 'rest') => {
    setOpened(true);
    setGoal(where);
  };
  const copies = cite && copy && copying(entry, cite, copy, setNotice);
  const say = (what: keyof Said, on: boolean) => {
    onSay?.(what, on);
    setNotice(on && what !== 'saved' ? { what } : undefined);
  };
  const undo = () => {
    if (notice?.what !== 'known' && notice?.what !== 'not-here') return;
    say(notice.what, false);
    // Its own button is gone with the line.
    const button = root.current?.querySelector<HTMLElement>(`[data-say="${notice.what}"]`);
    (button?.checkVisibility() ? button : root.current)?.focus();
  };
  const toggleLegend = () => setLegendOpen(!legendOpen);

  const allStudies = entry.studies.map(({ id }) => id);
  const citing = allStudies.length > 0 ? copies?.copyStudies : undefined;
  const turnable = onPlace && place && places > 1;
  const actions: CardActions = {
    pin: onPin && (() => onPin(!pinned)),
    copy: copies?.copyCard,
    bibtex: citing && (() => citing(allStudies, 'bibtex')),
    ris: citing && (() => citing(allStudies, 'ris')),
    known: said && onSay && (() => say('known', !said.known)),
    saved: said && onSay && (() => say('saved', !said.saved)),
    next: turnable ? () => onPlace(1) : undefined,
    previous: turnable ? () => onPlace(-1) : undefined,
    back: onBack,
    forward: onForward,
    help: toggleLegend,
  };
  const pressed = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.repeat) return;
    const action = actionOf(event);
    const act = action && actions[action];
    if (!act) return;
    // The page's own keys, and the browser's way back, rest while the card has the focus.
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const legend = legendOpen && <Legend id={legendId} actions={actions} closes={onClose !== undefined} />;
  const parts = { entry, shows, Heading } as const;

  return (
    // In a page of our own it is the page's content; in somebody else's it is a dialog that blocks nothing.
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a label
    // biome-ignore lint/a11y/noStaticElementInteractions: it has one of two roles, and hears the keys of what is in it
    <div
      ref={root}
      class="card"
      role={whole ? 'article' : 'dialog'}
      aria-labelledby={nameId}
      aria-describedby={meaningId}
      tabIndex={-1}
      onKeyDown={pressed}
    >
      <CardHeader
        entry={entry}
        onBack={onBack}
        onForward={onForward}
        onClose={onClose}
        pinned={pinned}
        onPin={actions.pin}
        onMove={pinned ? onMove : undefined}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <div class="body" tabIndex={0}>
        <Lead
          entry={entry}
          shows={shows}
          Heading={Name}
          nameId={nameId}
          meaningId={meaningId}
          all={more}
          onSpeak={onSpeak}
        />
        <Dispute {...parts} />
        {more && (
          <Section Heading={Heading} title={i18n.t('card.whatItIs')}>
            <p>{entry.explain}</p>
            {entry.also.length > 0 && (
              <p class="detail">{i18n.t('card.alsoCalled', { names: entry.also.join(', ') })}</p>
            )}
          </Section>
        )}
        <HowToRead {...parts} />
        {claims.length > 0 || (entry.noStudy && shows('claim')) ? (
          <Section Heading={Heading} title={i18n.t('card.gutAndSkin')}>
            {claims.length === 0 && <p>{entry.noStudy}</p>}
            {claims.map((claim, i) => (
              <ClaimText
                key={claim.text}
                entry={entry}
                claim={claim}
                reason={shows('reason')}
                studies={more ? claim.studies.length : first.studies}
                goal={i === (first.parts.has('claim') ? 1 : 0) ? 'rest' : undefined}
                ask={
                  // Once is enough: the words are the same under each.
                  i === 0 && (
                    <button
                      type="button"
                      class="act ask"
                      aria-expanded={legendOpen}
                      aria-controls={legendOpen ? legendId : undefined}
                      onClick={toggleLegend}
                    >
                      {i18n.t('card.whatDoesThisMean')}
                    </button>
                  )
                }
                legend={i === 0 && legend}
              />
            ))}
            {rest && <RestButton words={rest} onClick={() => openAt('rest')} />}
          </Section>
        ) : (
          rest && (
            <section>
              <RestButton words={rest} onClick={() => openAt('rest')} />
            </section>
          )
        )}
        {entry.harms && shows('harms') && <Harms entry={entry} Heading={Heading} />}
        {entry.harms && !shows('harms') && (
          <section>
            <RestButton words={i18n.t('card.harmsAndAskFirst')} onClick={() => openAt('harms')} />
          </section>
        )}
        {more && entry.misreading && (
          <Section Heading={Heading} title={i18n.t('card.misread')}>
            <p>{entry.misreading}</p>
          </Section>
        )}
        {more && entry.studies.length > 0 && (
          <Section Heading={Heading} title={i18n.t('card.studies')} goal={entry.claims.length > 1 ? undefined : 'rest'}>
            <StudyList studies={entry.studies} onCopy={citing} />
          </Section>
        )}
        {related.length > 0 && <RelatedTerms related={related} onOpen={onOpen} />}
        {more && onGlossary && (
          <section>
            <button type="button" class="act" onClick={trusted(onGlossary)}>
              {i18n.t('card.inGlossary')}
            </button>
          </section>
        )}
        {claims.length === 0 && legend}
      </div>
      <footer role="presentation">
        <CardNotice notice={notice} onUndo={undo} />
        <CardFooter
          entry={entry}
          place={place}
          places={places}
          actions={actions}
          said={said}
          onSay={onSay && say}
          more={more}
          onMore={whole ? undefined : () => setOpened(!opened)}
          legendOpen={legendOpen}
        />
      </footer>
    </div>
  );
}

/** Opens what it names, in its place. */
function RestButton({ words, onClick }: { words: string; onClick: () => void }) {
  return (
    <button type="button" class="act" onClick={onClick}>
      {words}
    </button>
  );
}
