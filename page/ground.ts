/** Whether words stand on a light or a dark ground, so that the card fits the page and not only the system. */
import { parentOrHost } from './read-blocks.ts';

/** @returns the scheme of the nearest background that is not see-through; without one, what the document prefers. */
export function schemeAt(element: Element): 'light' | 'dark' {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const colour = parse(getComputedStyle(at).backgroundColor);
    if (colour && colour.alpha > 0.5) return isDark(colour) ? 'dark' : 'light';
  }
  const canvas = getComputedStyle(document.documentElement).colorScheme;
  if (/\bdark\b/.test(canvas) && !/\blight\b/.test(canvas)) return 'dark';
  if (/\bdark\b/.test(canvas)) return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return 'light';
}

interface Colour {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

/** Backgrounds compute to rgb() or rgba() unless the page uses a wider space, which says nothing here. */
function parse(computed: string): Colour | undefined {
  const [red, green, blue, alpha] = (/^rgba?\((.*)\)$/.exec(computed)?.[1] ?? '').split(/[\s,/]+/).map(Number);
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return { red, green, blue, alpha: alpha ?? 1 };
}

/** Relative luminance of WCAG 2.2; at 0.18 black and white text are equally readable. */
function isDark({ red, green, blue }: Colour): boolean {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) < 0.18;
}

function parentOf(element: Element): Element | null {
  // By its prototype: a field of that name in a form would lead in a circle for ever.
  const slot: Element | null = Reflect.get(Element.prototype, 'assignedSlot', element);
  for (let at = slot ?? parentOrHost(element); at; at = parentOrHost(at)) {
    if (at instanceof Element) return at;
  }
  return null;
}
