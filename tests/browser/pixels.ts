/** Looks at what was really painted. */
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import type { Box } from './start.ts';

/** @returns how many pixels of a box of the window differ between two pictures of it. */
export async function differingPixels(before: Uint8Array, after: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all(
    [before, after].map((png) => sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })),
  );
  if (!a || !b || a.data.length !== b.data.length) throw new Error('The two pictures are not of one size');
  let different = 0;
  for (let at = 0; at < a.data.length; at += 3) {
    const apart = Math.max(
      ...[0, 1, 2].map((channel) => Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0))),
    );
    if (apart > 24) different++;
  }
  return different;
}

/** A picture of a box of the window, a little more below, where underlines are. */
export async function picture(page: Page, { left, top, right, bottom }: Box): Promise<Uint8Array> {
  // On a busy machine the frame that a change asked for may still be to come.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  return page.screenshot({
    clip: {
      x: Math.floor(left),
      y: Math.floor(top),
      width: Math.ceil(right - left),
      height: Math.ceil(bottom - top) + 4,
    },
  });
}

export type Colour = readonly [red: number, green: number, blue: number];

/** A picture that can be asked pixel by pixel. */
export class Pixels {
  readonly #data: Buffer;
  readonly #width: number;

  private constructor(data: Buffer, width: number) {
    this.#data = data;
    this.#width = width;
  }

  static async of(png: Uint8Array): Promise<Pixels> {
    const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    return new Pixels(data, info.width);
  }

  at(x: number, y: number): Colour {
    const [red = 0, green = 0, blue = 0] = this.#data.subarray((y * this.#width + x) * 3);
    return [red, green, blue];
  }
}

/** Contrast of WCAG 2.2, 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
