import { describe, expect, test } from 'vitest';
import { misfitOfWords } from '../../../data/certainty-words.ts';
import type { Certainty, Subjects } from '../../../data/schema.ts';

const misfit = (text: string, certainty: Certainty, subjects: Subjects[] = ['people-trials']) =>
  misfitOfWords({ text, certainty, subjects, reason: '', studies: [] });

const fits: [Certainty, string][] = [
  ['high', 'The medicine clears the skin of more people.'],
  ['moderate', 'Probiotics probably make little or no difference.'],
  ['low', 'Leaving milk out may ease eczema a little.'],
  ['very-low', 'We cannot tell yet whether kefir helps the skin.'],
  ['very-low', 'In mice, fibre made the skin barrier stronger.'],
  ['very-low', 'In one small study, people with rosacea had more zonulin.'],
];
const clashes: [Certainty, string, RegExp][] = [
  ['high', 'The medicine may clear the skin.', /hedges/],
  ['moderate', 'Probiotics ease eczema.', /say "probably"/],
  ['low', 'Probiotics probably ease eczema.', /say "may"/],
  ['very-low', 'Kefir may help the skin.', /cannot tell/],
  ['very-low', 'In mice, fibre improves the skin barrier.', /says "improves" as a fact/],
  ['not-rated', 'Kefir is a drink.', /not rated/],
  ['low', 'It may cure acne; it cures.', /promises too much/],
];

describe('the verb of a claim', () => {
  test.each(fits)('%s fits: %s', (certainty, text) => expect(misfit(text, certainty)).toBeUndefined());
  test.each(clashes)('%s clashes: %s', (certainty, text, mend) => expect(misfit(text, certainty)).toMatch(mend));
  test('a link in observed people is not told as a cause', () => {
    expect(misfit('Stress probably causes flares.', 'moderate', ['people-observed'])).toMatch(/link as a cause/);
    expect(misfit('Stress probably causes flares.', 'moderate', ['people-trials'])).toBeUndefined();
  });
});
