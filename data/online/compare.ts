/** Holds a study of ours against what a bibliographic service has under its identifier. */
import { Window } from 'happy-dom';
import { fold } from '../../matching/fold.ts';
import type { Problem } from '../problem.ts';
import type { Study } from '../schema.ts';
import { type Service, STUDIES } from './ask.ts';

/** What a service says of a work, whichever service it is. */
export interface Work {
  /** Forms of the title, with markup; one that agrees is enough. Empty when the service has none. */
  titles: readonly string[];
  /** Of each way it was published: in print, online. */
  years: readonly number[];
  /** Family name, or the name of a group. */
  firstAuthor: string | undefined;
  /** What the service says of a notice: `retraction 10.1000/notice`. */
  retraction: string | undefined;
  /** The same of an expression of concern. */
  concern: string | undefined;
}

/** Kinds of notice by the names that services give them: `partial_retraction`, `withdrawal`, `Expression of concern in`. */
export const RETRACTION = /retract|withdraw|remov/i;
export const CONCERN = /concern/i;

/** Publishers write it in front of the title when they retract. */
const TITLE_OF_RETRACTED = /^\W*(retracted|withdrawn)\b(\W*(article|paper|publication|chapter)\b)?\W*/i;

/** @returns what differs, with how to mend it; nothing when `work` is the study and still stands. */
export function compare(study: Study, work: Work, service: Service): Problem[] {
  const problems: Problem[] = [];
  const { name, identifier } = service;
  const add = (field: string, mend: string) => problems.push({ file: STUDIES, field: `${study.id} ${field}`, mend });
  const has = `but ${name} has`;
  const orElse = `or the ${identifier} (${study[identifier]}) where that is another study's`;

  const titles = work.titles.map(plainText);
  const bare = titles.map((title) => title.replace(TITLE_OF_RETRACTED, ''));
  if (titles.length > 0 && !bare.some((title) => sameTitle(study.title, title)))
    add('title', `is "${study.title}", ${has} "${titles[0]}"; correct the title, ${orElse}`);

  const [[year]] = study.issued['date-parts'];
  // Many papers are online in one year and in print in the next.
  if (work.years.length > 0 && !work.years.some((other) => Math.abs(other - year) <= 1))
    add('issued', `is ${year}, ${has} ${[...new Set(work.years)].join(' and ')}; correct the year, ${orElse}`);

  const author = study.author[0];
  const ours = author && ('family' in author ? author.family : author.literal);
  if (ours !== undefined && work.firstAuthor !== undefined && !sameName(ours, work.firstAuthor))
    add('author[0]', `is ${ours}, ${has} ${work.firstAuthor}; correct the first author, ${orElse}`);

  const retraction = work.retraction ?? titles.find((title) => TITLE_OF_RETRACTED.test(title));
  if (retraction !== undefined && study.custom.retracted === undefined)
    add(
      'custom.retracted',
      `is missing, ${has} "${retraction}"; set it to today, and see which claims stand without this study`,
    );
  if (
    work.concern !== undefined &&
    study.custom.retracted === undefined &&
    !/expressions? of concern/i.test(study.custom.finding)
  )
    add(
      'custom.finding',
      `says nothing of concern, ${has} "${work.concern}"; read the notice, then cite another study or add "there is an expression of concern"`,
    );
  return problems;
}

/** Named when the service has nothing under the identifier. */
export function unknownIdentifier(study: Study, { name, identifier }: Service): Problem {
  return {
    file: STUDIES,
    field: `${study.id} ${identifier}`,
    mend: `is ${study[identifier]}, which ${name} does not know; look the study up and correct it`,
  };
}

const parser = new new Window().DOMParser();

/** @returns the text of a title without tags and entities. Some publishers send these escaped twice. */
function plainText(title: string): string {
  const once = (html: string) => parser.parseFromString(html, 'text/html').body.textContent;
  return once(once(title)).replace(/\s+/g, ' ').trim();
}

/**
 * Words are compared one after the other, whatever their case, accents, punctuation and where a markup tag swallowed a
 * space. One of the two may lack its subtitle; two subtitles that differ are two works.
 */
function sameTitle(ours: string, theirs: string): boolean {
  return (
    withoutSubtitles(ours).some((part) => letters(part) === letters(theirs)) ||
    withoutSubtitles(theirs).some((part) => letters(part) === letters(ours))
  );
}

/** @returns the title, and what stands before each mark that a subtitle may follow. */
function withoutSubtitles(title: string): string[] {
  return [title, ...[...title.matchAll(/[:.?!](?=\s)|\s?[–—]|\s-(?=\s)/g)].map(({ index }) => title.slice(0, index))];
}

function letters(title: string): string {
  return wordsOf(title.replaceAll('&', ' and ')).join('');
}

function wordsOf(text: string): string[] {
  return fold(text).text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Letters that Unicode does not take apart into a plain one and a mark. */
const LATIN: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ð: 'd', æ: 'a', œ: 'o' };

/**
 * Services cut family names differently: `van Zuuren` is also `Zuuren`, `Chiesa Fuxench` `Fuxench`, `Müller` `Mueller`.
 * So it is enough that all words of one are among the words of the other.
 */
function sameName(ours: string, theirs: string): boolean {
  const [a, b] = [ours, theirs].map((name) =>
    wordsOf(name.replace(/['’]\s*/g, '')).map((word) =>
      word.replace(/[ıłøđðæœ]/g, (letter) => LATIN[letter] ?? letter).replace(/([aou])e/g, '$1'),
    ),
  ) as [string[], string[]];
  return a.every((word) => b.includes(word)) || b.every((word) => a.includes(word));
}
