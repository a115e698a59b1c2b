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
