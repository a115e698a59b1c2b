/** What the extension carries of a term: what a card shows. Types only, so that a page script may know them for free. */
import type { Claim, Kind, Relation, Study, Term } from './schema.ts';

export type Glossary = Record<string, Entry>;

export interface Entry {
  id: string;
  name: string;
  kind: Kind;
  /** Other names, shown. */
  also: string[];
  /** Names that science has given up. */
  old: string[];
  /** Other names, found by search only. */
  hidden: string[];
  say?: string;
  inShort: string;
  explain: string;
  claims: Claim[];
  noStudy?: string;
  disputed?: NonNullable<Term['disputed']>;
  misreading?: string;
  howToRead?: NonNullable<Term['howToRead']>;
  harms?: string;
  askFirst?: string;
  livesIn?: string;
  studies: EntryStudy[];
  related: EntryLink[];
  reviewed: string;
}

export interface EntryStudy {
  id: string;
  /** First author and year. */
  cite: string;
  title: string;
  journal: string;
  url: string;
  design: Study['custom']['design'];
  subjects: Study['custom']['subjects'];
  n?: number;
  finding: string;
  retracted?: string;
}

/** A study as text to copy. */
export interface Citation {
  id: string;
  /** In the way of the Vancouver style, in one line. */
  text: string;
  bibtex: string;
  ris: string;
}

export interface EntryLink {
  id: string;
  name: string;
  as: Relation | 'broader' | 'narrower' | 'makes' | 'has-part' | 'measures' | 'studied-with';
}
