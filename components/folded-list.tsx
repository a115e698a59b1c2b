import type { ComponentChildren } from 'preact';

interface FoldedListProps {
  /** Says what is in it and how much: "Saved: 12". */
  name: string;
  children: ComponentChildren;
}

/** A list that keeps out of the way until it is asked for. */
export function FoldedList({ name, children }: FoldedListProps) {
  return (
    <details class="folded">
      <summary>
        <h2>{name}</h2>
      </summary>
      {children}
    </details>
  );
}
