import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

/** Long enough to be read twice; what it says can be seen in the page anyway. */
const SHOWN_MS = 10_000;

const Say = createContext<(text: string) => void>(() => undefined);

/** @returns a function that says in a sentence what was just done, to those who don't see it happen, too. */
export function useStatus(): (text: string) => void {
  return useContext(Say);
}

/** The one place of a page where what was done is said. Stays in sight at the foot of the window. */
export function StatusLine({ children }: { children: ComponentChildren }) {
  const [said, setSaid] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time something was said
  useEffect(() => {
    const timer = setTimeout(() => setSaid(''), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <Say.Provider value={setSaid}>
      {children}
      <p role="status" class="status-line">
        {said}
      </p>
    </Say.Provider>
  );
}
