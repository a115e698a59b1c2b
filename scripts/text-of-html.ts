/** The text a reader sees of an HTML file, for programs that run without a browser. */
import { Window } from 'happy-dom';
import { blockElementOf, isSkippedWithin, ownBlocks } from '../page/read-blocks.ts';

/** @returns the blocks of the page's body, a line each. Scripts in the file are not run, nothing is fetched. */
export function textOfHtml(html: string): string {
  const window = new Window({ settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true } } as never);
  const { Node, Element } = window;
  // Where a browser has them, and where what reads a page looks for them.
  Object.assign(globalThis, { Node, Element, getComputedStyle: window.getComputedStyle.bind(window) });
  window.document.write(html);
  const body = window.document.body as unknown as HTMLElement;
  return [body, ...body.querySelectorAll('*')]
    .filter((element) => blockElementOf(element) === element && !isSkippedWithin(element))
    .flatMap((element) => ownBlocks(element))
    .map((block) => block.text)
    .join('\n');
}
