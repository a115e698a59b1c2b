/**
 * @returns a listener that runs `act` for what the reader did with hand or key, and not for an event that a page made up:
 * what copies, keeps or opens something is the reader's to press.
 */
export function trusted(act: (() => void) | undefined): ((event: Event) => void) | undefined {
  return (
    act &&
    ((event) => {
      if (event.isTrusted) act();
    })
  );
}
