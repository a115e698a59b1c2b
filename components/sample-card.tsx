import { useState } from 'preact/hooks';
import type { Entry } from '../data/entry.ts';
import { Card } from './card.tsx';

export type TextSize = 'small' | 'normal' | 'large' | 'largest';
export type Theme = 'page' | 'system' | 'light' | 'dark';

interface SampleCardProps {
  entry: Entry;
  entryOf: (term: string) => Entry | undefined;
  textSize: TextSize;
  theme: Theme;
  onClose?: () => void;
}

/** A real card in a page of our own. Related terms replace it in place. */
export function SampleCard({ entry, entryOf, textSize, theme, onClose }: SampleCardProps) {
  const [trail, setTrail] = useState<readonly Entry[]>([]);
  const shown = trail.at(-1) ?? entry;
  const open = (term: string) => {
    const next = entryOf(term);
    if (next) setTrail([...trail, next]);
  };
  return (
    <div class="sample-card" data-text-size={textSize} data-theme={theme}>
      <Card
        key={`${trail.length} ${shown.id}`}
        entry={shown}
        onOpen={open}
        onBack={trail.length > 0 ? () => setTrail(trail.slice(0, -1)) : undefined}
        onClose={onClose}
      />
    </div>
  );
}
