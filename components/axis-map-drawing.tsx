import { type ComponentChildren, Fragment } from 'preact';
import { i18n } from '#i18n';
import type { Axis, Region } from '../data/axis.ts';
import { regionWords } from './axis-map-words.ts';

/** Measures are units of the drawing, 360 wide. The skin is at the top and the inside of the gut at the foot. */
const WIDTH = 360;
const HEIGHT = 620;
const LEFT = 12;
const RIGHT = WIDTH - LEFT;
const LINE = 18;
/** Where words in a place are broken: letters that fit side by side. */
const LETTERS = 9;

interface AxisDrawingProps {
  axis: Axis;
  region: Region | undefined;
}

/** Each place and each path is a link, in the order from the gut to the skin. */
export function AxisDrawing({ axis, region }: AxisDrawingProps) {
  const link = (of: Region, children: ComponentChildren) => (
    <a
      class={of === region ? 'region chosen' : 'region'}
      href={`#map=${of}`}
      aria-label={i18n.t('map.region', axis[of].length, { name: regionWords(of).name })}
      aria-current={of === region ? 'true' : undefined}
    >
      {children}
    </a>
  );
  const band = (of: Region, y: number, shape: ComponentChildren) =>
    link(
      of,
      <>
        {shape}
        <Label x={WIDTH / 2} y={y} lines={[regionWords(of).name]} terms={axis[of].length} />
      </>,
    );
  const path = (of: Region, x: number, middle: number) =>
    link(
      of,
      <>
        <path class="shape path" d={`M${x - 20} 450V142h-9L${x} 118l29 24h-9V450z`} />
        <text class="label" transform={`translate(${x} ${middle}) rotate(-90)`}>
          <tspan dy="0.35em">{regionWords(of).name}</tspan>{' '}
          <tspan class="terms" dx="6">
            {axis[of].length}
          </tspan>
        </text>
      </>,
    );
  const place = (of: Region, x: number) =>
    link(
      of,
      <>
        <rect class="shape" x={x - 40} y="348" width="80" height="78" rx="16" />
        <Label x={x} y={387} lines={broken(regionWords(of).name)} terms={axis[of].length} />
      </>,
    );
  return (
    <div class="drawing">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing made of links is no fieldset */}
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={i18n.t('map.drawing')}>
        {band('gut-contents', 566, <GutContents />)}
        {band('gut-lining', 476, <GutLining />)}
        {path('barrier', 48, 284)}
        {path('metabolites', 132, 242)}
        {place('blood', 132)}
        {path('immune', 220, 242)}
        {place('immune-cells', 220)}
        {path('neuro-endocrine', 308, 242)}
        {place('nerves', 308)}
        {band('skin', 70, <Skin />)}
      </svg>
      <a class="elsewhere" href="#map=elsewhere" aria-current={region === 'elsewhere' ? 'true' : undefined}>
        {i18n.t('map.region', axis.elsewhere.length, { name: regionWords('elsewhere').name })}
      </a>
    </div>
  );
}

function Label({ x, y, lines, terms }: { x: number; y: number; lines: readonly string[]; terms: number }) {
  const top = y - (lines.length * LINE) / 2;
  return (
    <text class="label">
      {lines.map((line, i) => (
        <Fragment key={line}>
          <tspan x={x} y={top + i * LINE} dy="0.35em">
            {line}
          </tspan>{' '}
        </Fragment>
      ))}
      <tspan class="terms" x={x} y={top + lines.length * LINE} dy="0.35em">
        {terms}
      </tspan>
    </text>
  );
}

/** @returns the words in lines of a place's width. */
function broken(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LETTERS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Under a thin layer that sheds, a thicker one; a hair and its root. */
function Skin() {
  return (
    <>
      <rect class="shape" x={LEFT} y="26" width={RIGHT - LEFT} height="84" rx="10" />
      <path
        class="line"
        d={`M${LEFT} 40H${RIGHT}M${LEFT} 48q12-6 24 0t24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0 24 0`}
      />
      <path class="line" d="M300 88c-8-14 0-30 4-44l8-32M296 84c-6 8 2 14 8 10s4-12-2-12" />
      <path class="line" d="M60 88c-8-14 0-30 4-44l6-26M56 84c-6 8 2 14 8 10s4-12-2-12" />
    </>
  );
}

/** Villi reach down into the gut. */
function GutLining() {
  return <path class="shape" d={`M${LEFT} 456H${RIGHT}V504${'q-7 26-14 0'.repeat((RIGHT - LEFT) / 14)}z`} />;
}

function GutContents() {
  return (
    <>
      <path class="shape" d={`M${LEFT} 500H${RIGHT}v98q0 12-12 12H${LEFT + 12}q-12 0-12-12z`} />
      <g class="line">
        <rect x="40" y="540" width="28" height="12" rx="6" transform="rotate(-18 54 546)" />
        <rect x="74" y="576" width="28" height="12" rx="6" transform="rotate(24 88 582)" />
        <rect x="284" y="538" width="28" height="12" rx="6" transform="rotate(30 298 544)" />
        <rect x="262" y="580" width="28" height="12" rx="6" transform="rotate(-12 276 586)" />
        <circle cx="44" cy="588" r="5" />
        <circle cx="54" cy="594" r="5" />
        <circle cx="316" cy="584" r="5" />
        <circle cx="326" cy="578" r="5" />
        <circle cx="108" cy="544" r="5" />
        <circle cx="254" cy="548" r="5" />
      </g>
    </>
  );
}
