/** Whether words stand on a light or a dark ground, so that the card fits the page and not only the system. */
import { flatParent } from './flat-tree.ts';

/** At this luminance (WCAG 2.2) black and white are equally far away. */
const MIDDLE = 0.18;

/**
 * @returns the scheme of the nearest background that is not see-through. A picture or gradient tells nothing, so there
 * the words do: light words have a dark ground. Without any background, what the document prefers.
 */
export function schemeAt(element: Element): 'light' | 'dark' {
  for (let at: Element | null = element; at; at = flatParent(at)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    if (backgroundImage !== 'none') {
      return (readColour(getComputedStyle(element).color)?.luminance ?? 0) > MIDDLE ? 'dark' : 'light';
    }
    const colour = readColour(backgroundColor);
    if (colour && colour.alpha > 0.5) return colour.luminance < MIDDLE ? 'dark' : 'light';
  }
  const canvas = getComputedStyle(document.documentElement).colorScheme;
  if (/\bdark\b/.test(canvas) && !/\blight\b/.test(canvas)) return 'dark';
  if (/\bdark\b/.test(canvas)) return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return 'light';
}

/**
 * @param computed a colour as `getComputedStyle` says it: rgb(), or the function that the page used, such as oklch().
 * @returns relative luminance and alpha, both 0 to 1; luminance is near enough for telling light from dark.
 */
export function readColour(computed: string): { luminance: number; alpha: number } | undefined {
  const [, name, channels] = /^([a-z]+)\((?:[a-z][a-z\d-]* )?(.*)\)$/.exec(computed) ?? [];
  const [first, second, third, alpha = 1] = (channels?.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
  if (name === undefined || first === undefined || second === undefined || third === undefined) return undefined;
  // Of perceived lightness luminance is about the cube.
  if (name.startsWith('ok')) return { luminance: first ** 3, alpha };
  if (/^(lab|lch)$/.test(name)) return { luminance: ((first + 16) / 116) ** 3, alpha };
  const full = name.startsWith('rgb') ? 255 : 1;
  const [red, green, blue] = [first, second, third].map((value) => linear(value / full)) as [number, number, number];
  return { luminance: 0.2126 * red + 0.7152 * green + 0.0722 * blue, alpha };
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
