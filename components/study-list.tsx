import type { EntryStudy } from '../data/entry.ts';
import { studyWords } from './words.ts';

/** Studies with what kind each is. Links open in a tab of their own and tell the other side nothing of this page. */
export function StudyList({ studies, findings }: { studies: readonly EntryStudy[]; findings: boolean }) {
  return (
    <ol class="studies">
      {studies.map((study) => (
        <li key={study.id}>
          <a href={study.url} target="_blank" rel="noopener noreferrer" title={`${study.title}. ${study.journal}`}>
            {study.cite}
          </a>{' '}
          <span class="detail">{studyWords(study)}</span>
          {study.retracted && <strong class="retracted"> Withdrawn. We no longer count it.</strong>}
          {findings && <p class="finding">{study.finding}</p>}
        </li>
      ))}
    </ol>
  );
}
