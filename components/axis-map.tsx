import { i18n } from '#i18n';
import type { Axis, Region } from '../data/axis.ts';
import type { Entry } from '../data/entry.ts';
import type { Kind } from '../data/schema.ts';
import { AxisDrawing } from './axis-map-drawing.tsx';
import { regionWords } from './axis-map-words.ts';
import { TermLink } from './glossary-row.tsx';
import { KIND_WORDS } from './words.ts';

interface AxisMapProps {
  axis: Axis;
  /** Whose terms are listed beside the drawing. */
  region: Region | undefined;
}

/** The gut–skin axis as a drawing to choose from, the terms of what was chosen, and all of it as a list. */
export function AxisMap({ axis, region }: AxisMapProps) {
  const regions = Object.keys(axis) as Region[];
  return (
    <div class="axis-map">
      <h1 tabIndex={-1}>{i18n.t('map.title')}</h1>
      <p class="intro">{i18n.t('map.intro')}</p>
      <div class="drawing-and-terms">
        <AxisDrawing axis={axis} region={region} />
        <div class="region-terms">
          {region ? (
            <>
              <RegionHeading region={region} terms={axis[region].length} />
              <ByKind entries={axis[region]} />
            </>
          ) : (
            <p class="pick">{i18n.t('map.pick')}</p>
          )}
        </div>
      </div>
      <section class="as-list">
        <h2>{i18n.t('map.all')}</h2>
        {regions.map((one) => {
          const { name, about } = regionWords(one);
          return (
            <section key={one}>
              <h3>{i18n.t('map.region', axis[one].length, { name })}</h3>
              <p>{about}</p>
              <Terms entries={axis[one]} />
            </section>
          );
        })}
      </section>
    </div>
  );
}

function RegionHeading({ region, terms }: { region: Region; terms: number }) {
  const { name, about } = regionWords(region);
  return (
    <>
      <h2 tabIndex={-1}>{i18n.t('map.region', terms, { name })}</h2>
      <p>{about}</p>
    </>
  );
}

function ByKind({ entries }: { entries: readonly Entry[] }) {
  const kinds = Map.groupBy(entries, ({ kind }) => kind);
  // In the order in which the kinds are listed everywhere.
  const inOrder = (Object.keys(KIND_WORDS) as Kind[]).flatMap((kind) => {
    const terms = kinds.get(kind);
    return terms ? [{ kind, terms }] : [];
  });
  return inOrder.map(({ kind, terms }) => (
    <section key={kind}>
      <h3>{KIND_WORDS[kind]}</h3>
      <Terms entries={terms} />
    </section>
  ));
}

function Terms({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.id}>
          <TermLink entry={entry} />
        </li>
      ))}
    </ul>
  );
}
