/** Long texts are taken a piece at a time, so that no step of the work is long. */

/** UTF-16 units. */
const PIECE = 6000;

/** @returns the text in pieces, each with where it starts. Where a sentence ends no label goes across; failing that, at a space. */
export function* piecesOf(text: string): Generator<{ text: string; offset: number }> {
  let offset = 0;
  while (text.length - offset > PIECE) {
    const stop = text.lastIndexOf('. ', offset + PIECE);
    const space = text.lastIndexOf(' ', offset + PIECE);
    const end = stop > offset + PIECE / 2 ? stop + 1 : space > offset ? space : offset + PIECE;
    yield { text: text.slice(offset, end), offset };
    offset = end;
  }
  yield { text: text.slice(offset), offset };
}
