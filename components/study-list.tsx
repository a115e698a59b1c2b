import type { EntryStudy } from '../data/entry.ts';
import { studyWords } from './words.ts';

/** Links open in a tab of their own and tell the other side nothing of this page. */
function StudyLink({ study }: { study: EntryStudy }) {
  return (
    <a href={study.url} target="_blank" rel="noopener noreferrer" title={`${study.title}. ${study.journal}`}>
      {study.cite}
    </a>
  );
}

/** The studies of one claim, a line each with what kind it is. */
export function StudyLinks({ studies }: { studies: readonly EntryStudy[] }) {
  return (
    <ul class="study-links" aria-label="Studies">
      {studies.map((study) => (
        <li key={study.id}>
          <StudyLink study={study} /> {studyWords(study)}
          {study.retracted && <Retracted />}
        </li>
      ))}
    </ul>
  );
}

/** All studies of a term with what each found. */
export function StudyList({ studies }: { studies: readonly EntryStudy[] }) {
  return (
    <ol class="studies">
      {studies.map((study) => (
        <li key={study.id}>
          <StudyLink study={study} /> <span class="detail">{studyWords(study)}</span>
          {study.retracted && <Retracted />}
          <p class="finding">{study.finding}</p>
        </li>
      ))}
    </ol>
  );
}

function Retracted() {
  return <strong class="retracted"> Withdrawn. We no longer count it.</strong>;
}
