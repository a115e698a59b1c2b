import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useStatus } from './status-line.tsx';

export interface ImportProblem {
  /** From 1. */
  line?: number;
  field: string;
  /** What to write instead. */
  mend: string;
}

/** What can come in with a file. */
const PARTS = ['choices', 'known', 'saved', 'sites', 'notHere'] as const;

/** `counts`: how much of each of `PARTS` came in. */
export type ImportReport = { ok: true; counts: Record<string, number> } | { ok: false; problems: ImportProblem[] };

export interface ExchangeProps {
  /** @returns the text of a file. */
  onExport: (what: { sites: boolean }) => Promise<string>;
  onImport: (text: string) => Promise<ImportReport>;
  /** The reader may change settings; not so in a private window, where saving a file still works. */
  open: boolean;
}

/** Far more than any file of settings has; a film chosen by mistake is not to be read. */
const MOST_BYTES = 2_000_000;

/** Settings as a file, and back. */
export function ExchangeOptions({ onExport, onImport, open }: ExchangeProps) {
  return (
    <>
      <Export onExport={onExport} />
      <fieldset class="all" disabled={!open} aria-label={i18n.t('options.exchange.import')}>
        <Import onImport={onImport} />
      </fieldset>
    </>
  );
}

function Export({ onExport }: Pick<ExchangeProps, 'onExport'>) {
  const id = useId();
  const say = useStatus();
  const [sites, setSites] = useState(false);
  const save = async () => {
    const url = URL.createObjectURL(new Blob([await onExport({ sites })], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `underskin-settings-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    URL.revokeObjectURL(url);
    say(i18n.t('options.exchange.exported', { file: link.download }));
  };
  return (
    <>
      <h3>{i18n.t('options.exchange.export')}</h3>
      <p class="hint">{i18n.t('options.exchange.exportHint')}</p>
      <div class="option">
        <label>
          <input
            type="checkbox"
            checked={sites}
            aria-labelledby={`${id}-sites`}
            aria-describedby={`${id}-sites-does`}
            onChange={(event) => setSites(event.currentTarget.checked)}
          />
          <span>
            <span id={`${id}-sites`} class="label">
              {i18n.t('options.exchange.withSites')}
            </span>
            <span id={`${id}-sites-does`} class="does">
              {i18n.t('options.exchange.withSitesHint')}
            </span>
          </span>
        </label>
      </div>
      <button type="button" class="action" onClick={() => void save()}>
        {i18n.t('options.exchange.exportButton')}
      </button>
    </>
  );
}

function Import({ onImport }: Pick<ExchangeProps, 'onImport'>) {
  const id = useId();
  const report = useRef<HTMLElement>(null);
  const [read, setRead] = useState<{ file: string; report: ImportReport }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time a file was read
  useEffect(() => report.current?.focus(), [read]);
  const take = async (file: File) => {
    const tooLarge: ImportProblem = { field: file.name, mend: i18n.t('options.exchange.tooLarge') };
    setRead({
      file: file.name,
      report: file.size > MOST_BYTES ? { ok: false, problems: [tooLarge] } : await onImport(await file.text()),
    });
  };
  return (
    <>
      <h3>{i18n.t('options.exchange.import')}</h3>
      <p id={`${id}-hint`} class="hint">
        {i18n.t('options.exchange.importHint')}
      </p>
      <label for={id} class="label">
        {i18n.t('options.exchange.choose')}
      </label>
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const field = event.currentTarget;
          const [file] = field.files ?? [];
          // Emptied, so that the same file can be chosen again once it is mended.
          if (file) void take(file).finally(() => (field.value = ''));
        }}
      />
      {read && (
        <section ref={report} class="report" aria-labelledby={`${id}-report`} tabIndex={-1}>
          <Report {...read} id={`${id}-report`} />
        </section>
      )}
    </>
  );
}

function Report({ file, report, id }: { file: string; report: ImportReport; id: string }) {
  if (!report.ok) {
    return (
      <>
        <p id={id} class="problem">
          {i18n.t('options.exchange.failed', report.problems.length, { file })}
        </p>
        <ul>
          {report.problems.map(({ line, field, mend }) => (
            <li key={`${line} ${field} ${mend}`}>
              <strong>
                {line === undefined
                  ? i18n.t('options.exchange.atField', { field })
                  : i18n.t('options.exchange.atLine', { line, field })}
              </strong>
              {mend}
            </li>
          ))}
        </ul>
      </>
    );
  }
  const parts = PARTS.map((part) => ({ part, count: report.counts[part] ?? 0 })).filter(({ count }) => count > 0);
  return (
    <>
      <p id={id}>
        {parts.length === 0
          ? i18n.t('options.exchange.importedNothing', { file })
          : i18n.t('options.exchange.imported', { file })}
      </p>
      <ul>
        {parts.map(({ part, count }) => (
          <li key={part}>{i18n.t(`options.exchange.part.${part}`, count)}</li>
        ))}
      </ul>
    </>
  );
}
