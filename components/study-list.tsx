import { i18n } from '#i18n';
import type { EntryStudy } from '../data/entry.ts';
import { CopyAs, type CopyStudies } from './copy-as.tsx';
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
    <ul class="study-links" aria-label={i18n.t('card.studies')}>
      {studies.map((study) => (
        <li key={study.id}>
          <StudyLink study={study} /> {studyWords(study)}
          {study.retracted && <Retracted />}
        </li>
      ))}
    </ul>
  );
}

/** All studies of a term with what each found. Without `onCopy` none can be copied. */
export function StudyList({ studies, onCopy }: { studies: readonly EntryStudy[]; onCopy: CopyStudies | undefined }) {
  return (
    <>
      <ol class="studies">
        {studies.map((study) => (
          <li key={study.id}>
            <StudyLink study={study} /> <span class="detail">{studyWords(study)}</span>
            {study.retracted && <Retracted />}
            <p class="finding">{study.finding}</p>
            {onCopy && (
              <CopyAs
                words={i18n.t('card.copy')}
                name={i18n.t('card.copyStudy', { study: study.cite })}
                formats={i18n.t('card.copyStudyAs', { study: study.cite })}
                onCopy={(format) => onCopy([study.id], format)}
              />
            )}
          </li>
        ))}
      </ol>
      {onCopy && studies.length > 1 && (
        <CopyAs
          words={i18n.t('card.copyAll')}
          formats={i18n.t('card.copyAllAs')}
          onCopy={(format) =>
            onCopy(
              studies.map(({ id }) => id),
              format,
            )
          }
        />
      )}
    </>
  );
}

function Retracted() {
  return <strong class="retracted"> {i18n.t('card.withdrawn')}</strong>;
}
