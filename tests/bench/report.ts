/** Figures as text. */

/** Of a few runs. */
export interface Figure {
  median: number;
  min: number;
  max: number;
}

export interface Bar {
  atMost?: number;
  atLeast?: number;
}

/** @returns the middle of the values, or `NaN` without any. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** @returns median, least and greatest of `values`. */
export function figure(values: readonly number[]): Figure {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

/**
 * @returns `above ÷ below`: the ratio of the medians, which noise moves least, and the least and greatest ratio of
 * two measurements of one run.
 */
export function ratio(above: readonly number[], below: readonly number[]): Figure {
  const pairs = above.slice(0, below.length).map((value, index) => value / (below[index] ?? Number.NaN));
  return { ...figure(pairs), median: median(above) / median(below) };
}

/** @returns a row of the table: what, figure, the runs' spread, the bar, and whether it is met. */
export function row(what: string, { median: middle, min, max }: Figure, unit: string, bar: Bar = {}): string {
  const spread = `(${short(min)}–${short(max)})`;
  const goal = bar.atMost === undefined ? (bar.atLeast === undefined ? '' : `≥ ${bar.atLeast}`) : `≤ ${bar.atMost}`;
  const verdict = goal === '' ? '' : isMet(middle, bar) ? 'ok' : 'MISSED';
  return `  ${what.padEnd(66)} ${`${short(middle)} ${unit}`.padStart(12)} ${spread.padEnd(18)} ${goal.padEnd(10)} ${verdict}`.trimEnd();
}

function isMet(value: number, { atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY }: Bar): boolean {
  return value <= atMost && value >= atLeast;
}

function short(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return String(Math.round(value));
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}
