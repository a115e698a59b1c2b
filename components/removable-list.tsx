import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface RemovableRow {
  key: string;
  /** Also the end of the button's name. */
  name: string;
  content: ComponentChildren;
  /** What else the row can do, before its button. */
  control?: ComponentChildren;
  onRemove: () => void;
}

interface RemovableListProps {
  label: string;
  /** Shown when there is no row. */
  none: string;
  rows: readonly RemovableRow[];
  removeWords: string;
}

/** Rows that can be taken away. The focus goes to the next row then, and after the last one to the words for "none". */
export function RemovableList({ label, none, rows, removeWords }: RemovableListProps) {
  const list = useRef<HTMLDivElement>(null);
  const removed = useRef<number | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time a row went
  useLayoutEffect(() => {
    const at = removed.current;
    if (at === undefined || document.activeElement !== document.body) return;
    removed.current = undefined;
    const buttons = list.current?.querySelectorAll<HTMLElement>('.remove') ?? [];
    (buttons[Math.min(at, buttons.length - 1)] ?? list.current?.querySelector<HTMLElement>('.none'))?.focus();
  }, [rows.length]);
  return (
    <div ref={list}>
      {rows.length === 0 ? (
        <p class="none" tabIndex={-1}>
          {none}
        </p>
      ) : (
        <ul class="rows" aria-label={label}>
          {rows.map(({ key, name, content, control, onRemove }, index) => (
            <li key={key}>
              {content}
              <span class="line">
                {control}
                <button
                  type="button"
                  class="action remove"
                  onClick={() => {
                    removed.current = index;
                    onRemove();
                  }}
                >
                  {removeWords}
                  <span class="hidden"> {name}</span>
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
