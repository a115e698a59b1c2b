/** Changes that may fail, with the reason for the reader. */
import { signal } from '@preact/signals';

/** Why the last change could not be made. */
export const trouble = signal<string | undefined>(undefined);

/** Says on the page when something can't be done. @returns the same promise. */
export function attempt<T>(change: Promise<T>): Promise<T> {
  change.then(
    () => {
      trouble.value = undefined;
    },
    (error: unknown) => {
      console.error(error);
      trouble.value = error instanceof Error ? error.message : String(error);
    },
  );
  return change;
}
