import type { Citation, Entry } from '../data/entry.ts';
import type { Notice } from './card-notice.tsx';
import { cardText } from './card-text.ts';
import { type CopyStudies, joinCitations } from './copy-as.tsx';

interface Copying {
  copyCard: () => void;
  copyStudies: CopyStudies;
}

/**
 * @param tell says what came of it; nothing, to begin with, so that the same words are heard a second time.
 * @returns what copies a card's text and its studies. Neither throws: what could not be done is told.
 */
export function copying(
  entry: Entry,
  cite: (studies: readonly string[]) => Promise<Citation[]>,
  copy: (text: string) => Promise<void>,
  tell: (notice: Notice | undefined) => void,
): Copying {
  const copyText = async (text: string) => {
    tell(undefined);
    try {
      await copy(text);
      tell({ what: 'copied' });
    } catch (error) {
      console.debug('Not copied:', error);
      tell({ what: 'not-copied', text });
    }
  };
  const copyStudies = async (ids: readonly string[], format: Parameters<CopyStudies>[1]) => {
    tell(undefined);
    try {
      const citations = await cite(ids);
      if (citations.length < ids.length) throw new Error(`${citations.length} of ${ids.length} studies were found`);
      await copyText(joinCitations(citations, format));
    } catch (error) {
      console.debug('No citations:', error);
      tell({ what: 'not-read' });
    }
  };
  return {
    copyCard: () => void copyText(cardText(entry)),
    copyStudies: (ids, format) => void copyStudies(ids, format),
  };
}
