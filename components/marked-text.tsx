import { useLayoutEffect, useRef } from 'preact/hooks';

/** How a mark looks; each is a rule of `public/marks.css`. */
export type MarkStyle = 'dotted' | 'solid' | 'wavy' | 'tint' | 'none';

/** @returns the text without its brackets, and the UTF-16 offsets in it of what stood in them. */
export function readMarked(text: string): { plain: string; marks: [start: number, end: number][] } {
  let plain = '';
  const marks: [number, number][] = [];
  for (const [number, part] of text.split(/[[\]]/).entries()) {
    if (number % 2 === 1) marks.push([plain.length, plain.length + part.length]);
    plain += part;
  }
  return { plain, marks };
}

/** A text with marks on the words in [brackets], painted as on a page and by the same rules. */
export function MarkedText({ text, style }: { text: string; style: MarkStyle }) {
  const paragraph = useRef<HTMLParagraphElement>(null);
  const { plain } = readMarked(text);
  useLayoutEffect(() => {
    const node = paragraph.current?.firstChild;
    if (!node || style === 'none') return undefined;
    const name = `term-mark-${style}`;
    const highlight = CSS.highlights.get(name) ?? new Highlight();
    CSS.highlights.set(name, highlight);
    const ranges = readMarked(text).marks.map(
      ([startOffset, endOffset]) =>
        new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }),
    );
    for (const range of ranges) highlight.add(range);
    return () => {
      for (const range of ranges) highlight.delete(range);
    };
  }, [text, style]);
  return (
    <p ref={paragraph} class="sample marked">
      {plain}
    </p>
  );
}
