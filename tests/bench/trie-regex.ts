/** One regular expression for a whole list: the best way to hand many words to a library that takes a single pattern. */

interface Branch {
  next: Map<string, Branch>;
  ends: boolean;
}

/** @returns a pattern that finds each of `labels` as whole words, the longest at a place first, in any capitals. */
export function trieRegex(labels: readonly string[]): RegExp {
  const root: Branch = { next: new Map(), ends: false };
  for (const label of labels) {
    let at = root;
    for (const character of label.toLowerCase()) {
      const next = at.next.get(character) ?? { next: new Map(), ends: false };
      at.next.set(character, next);
      at = next;
    }
    at.ends = true;
  }
  return new RegExp(`\\b${sourceOf(root)}\\b`, 'gi');
}

function sourceOf({ next, ends }: Branch): string {
  if (next.size === 0) return '';
  const ways = [...next].map(
    ([character, branch]) => (character === ' ' ? '\\s+' : RegExp.escape(character)) + sourceOf(branch),
  );
  const all = ways.length === 1 && !ends ? (ways[0] ?? '') : `(?:${ways.join('|')})`;
  return ends ? `${all}?` : all;
}
