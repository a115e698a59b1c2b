/**
 * The pages that everything is measured on: generated, the same in every run, without any script, in the make-up of real
 * articles (navigation, headings, paragraphs with links and emphasis, lists, tables, white space between tags).
 */
import { mulberry32, pick, pickEarly } from './random.ts';
import { SENTENCES, type Vocabulary } from './words.ts';

export interface PageOptions {
  /** Characters of text, white space between tags included; a section more or less. */
  characters: number;
  seed: number;
  /** Sentences that it finds something in are left out: a page without any term. */
  without?: RegExp;
}

const STYLE = `body { margin: 0; font: 17px/1.6 serif; color: #222; background: #fff }
main { max-width: 44rem; margin: 0 auto; padding: 1rem } nav li { display: inline-block; margin-right: 1rem }
table { border-collapse: collapse } td, th { border: 1px solid #ccc; padding: .2rem .5rem } aside { font-size: .9em }`;

/** @returns a page as HTML. */
export function makePage({ characters, seed, without }: PageOptions, words: Vocabulary): string {
  const write = new Writer(mulberry32(seed), words, without);
  const parts = [write.header()];
  for (let length = 0; length < characters; ) {
    const section = write.section();
    length += textLength(section);
    parts.push(section);
  }
  parts.push(write.footer());
  return wrap(parts.join(''));
}

/** @returns a page whose text is a single text node of `characters`. */
export function makeOneNodePage(characters: number, seed: number, words: Vocabulary): string {
  const write = new Writer(mulberry32(seed), words, undefined);
  let text = '';
  while (text.length < characters) text += `${write.sentence()} `;
  return wrap(`<p>${text.slice(0, characters)}</p>`);
}

/** @returns a page with `count` mentions of `labels`, two to a paragraph, and a place (`#change`) for it to change. */
export function makeDensePage(count: number, labels: readonly string[], seed: number, words: Vocabulary): string {
  const random = mulberry32(seed);
  const write = new Writer(random, words, undefined);
  const paragraphs = Array.from({ length: count / 2 }, (_, index) => {
    const heading = index % 20 === 0 ? `<h2>${write.title()}</h2>\n` : '';
    return `${heading}<p>${write.sentence()} Then ${pick(labels, random)} and then ${pick(labels, random)}.</p>\n`;
  });
  return wrap(`<div id="change" style="position:fixed;top:0">0</div>\n${paragraphs.join('')}`);
}

/** @returns a page like a busy log: a script adds `perSecond` rows a second and keeps the last 200. */
export function makeTickerPage(perSecond: number, seed: number, words: Vocabulary): string {
  const write = new Writer(mulberry32(seed), words, undefined);
  const rows = Array.from({ length: 500 }, () => write.sentence());
  const script = `const rows = ${JSON.stringify(rows)}, log = document.getElementById('log'); let count = 0, from = 0;
    window.begin = () => { from = performance.now(); count = 0; setInterval(() => {
      const due = (performance.now() - from) / 1000 * ${perSecond};
      for (; count < due; count++) {
        const row = document.createElement('p'); row.textContent = rows[count % rows.length]; log.append(row);
        if (log.childElementCount > 200) log.firstElementChild.remove();
      } }, 20); }; window.added = () => count;`;
  const log = '<div id="log" style="height:500px;overflow:hidden;contain:strict"></div>';
  return wrap(`<h1>${write.title()}</h1>\n${write.section()}${log}\n<script>${script}</script>`);
}

/** @returns how many text nodes a page has, and how many characters are in them. */
export function sizeOf(html: string): { nodes: number; characters: number; text: string } {
  const texts = html.slice(html.indexOf('<body>')).split(/<[^>]*>/);
  const nodes = texts.filter((text) => text !== '');
  return { nodes: nodes.length, characters: nodes.join('').length, text: texts.join('') };
}

function wrap(body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title><style>${STYLE}</style></head>
<body>${body}</body></html>`;
}

function textLength(html: string): number {
  return html.replaceAll(/<[^>]*>/g, '').length;
}

class Writer {
  readonly #random: () => number;
  readonly #words: Vocabulary;
  readonly #without: RegExp | undefined;

  constructor(random: () => number, words: Vocabulary, without: RegExp | undefined) {
    this.#random = random;
    this.#words = words;
    this.#without = without;
  }

  sentence(): string {
    for (;;) {
      const sentence = pick(SENTENCES, this.#random).replaceAll(/\{(\w)\}/g, (_, slot: string) => this.#fill(slot));
      if (this.#fits(sentence)) return sentence;
    }
  }

  title(): string {
    for (;;) {
      const title = `The ${this.#fill('a')} ${this.#fill('n')} of ${this.#fill('P')}`;
      if (this.#fits(title)) return title;
    }
  }

  header(): string {
    return `\n<header class="site"><nav>${this.#list('ul', 12, () => this.#link(this.#short()))}</nav></header>
<main>\n<article>\n<h1>${this.title()}</h1>\n`;
  }

  footer(): string {
    return `</article>\n</main>\n<footer>${this.#list('ul', 20, () => this.#link(this.#short()))}</footer>\n`;
  }

  section(): string {
    const blocks = [`<section>\n  <h2 class="head">${this.title()}</h2>\n`];
    for (let left = 3 + Math.floor(this.#random() * 4); left > 0; left--) blocks.push(`  ${this.#paragraph()}\n`);
    const extra = this.#random();
    if (extra < 0.35) blocks.push(`  ${this.#list('ul', 5, () => this.#inline(this.sentence()))}\n`);
    else if (extra < 0.55) blocks.push(`  ${this.#table()}\n`);
    else if (extra < 0.7) blocks.push(`  <aside class="note"><p>${this.#inline(this.sentence())}</p></aside>\n`);
    else if (extra < 0.85) blocks.push(`  ${this.#list('ol', 6, () => this.#link(this.#short()))}\n`);
    return `${blocks.join('')}</section>\n`;
  }

  #paragraph(): string {
    const sentences = Array.from({ length: 2 + Math.floor(this.#random() * 4) }, () => this.#inline(this.sentence()));
    return `<p class="text">${sentences.join('\n    ')}</p>`;
  }

  /** Puts some of a sentence's words into inline elements. */
  #inline(sentence: string): string {
    return sentence.replaceAll(/(?<= )\w{4,}(?: \w{4,})?(?= )/g, (words) => {
      const chance = this.#random();
      if (chance < 0.08) return this.#link(words);
      if (chance < 0.11) return `<em>${words}</em>`;
      if (chance < 0.13) return `<strong>${words}</strong>`;
      if (chance < 0.15) return `<span class="name">${words}</span>`;
      return chance < 0.16 ? `${words}<sup>${Math.ceil(chance * 200)}</sup>` : words;
    });
  }

  #link(text: string): string {
    return `<a href="/${text.length}" class="link">${text}</a>`;
  }

  #list(tag: 'ul' | 'ol', count: number, item: () => string): string {
    const items = Array.from({ length: count }, () => `    <li>${item()}</li>`);
    return `<${tag}>\n${items.join('\n')}\n  </${tag}>`;
  }

  #table(): string {
    const row = (cell: 'th' | 'td') =>
      `    <tr>${Array.from({ length: 4 }, () => `<${cell}>${this.#short()}</${cell}>`).join('')}</tr>`;
    return `<table>\n${[row('th'), row('td'), row('td'), row('td')].join('\n')}\n  </table>`;
  }

  #short(): string {
    for (;;) {
      const short = this.#random() < 0.5 ? this.#fill('r') : `${this.#fill('a')} ${this.#fill('n')}`;
      if (this.#fits(short)) return short;
    }
  }

  #fits(text: string): boolean {
    return this.#without === undefined || text.search(this.#without) < 0;
  }

  #fill(slot: string): string {
    const { nouns, adjectives, verbs, rare, medical } = this.#words;
    if (slot === 'd') return String(Math.ceil(this.#random() ** 3 * 500));
    if (slot === 'P') {
      const name = pickEarly(rare, this.#random);
      return name.charAt(0).toUpperCase() + name.slice(1);
    }
    const list = { n: nouns, a: adjectives, v: verbs, r: rare, m: medical }[slot];
    if (!list) throw new Error(`No words for {${slot}}.`);
    return slot === 'r' || slot === 'm' ? pickEarly(list, this.#random) : pick(list, this.#random);
  }
}
