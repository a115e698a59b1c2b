/** Asks a public service for JSON, politely: one request at a time, a pause between, and patience when it is busy. */
import * as v from 'valibot';
import type { Problem } from '../problem.ts';
import type { Study } from '../schema.ts';

/** What asking needs of the outside world; tests hand in recorded answers and a wait that does not wait. */
export interface Asking {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Resolves after so many milliseconds. */
  wait: (ms: number) => Promise<unknown>;
}

export interface Findings {
  /** What differs between the glossary and the service. */
  problems: Problem[];
  /** Studies of which the service gave no usable answer. */
  unasked: Problem[];
}

/** A service and the field of a study that it knows the study by. */
export interface Service {
  name: 'Crossref' | 'PubMed';
  identifier: 'DOI' | 'PMID';
}

/** The service gave no usable answer; the message says why and goes behind "could not be asked:". */
export class NotAsked extends Error {
  /** HTTP status, where there was one. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.name = 'NotAsked';
    this.status = status;
  }
}

export const STUDIES = 'data/studies.json';

/** Without a key, NCBI allows three requests a second and Crossref five; this stays below both. */
const PAUSE = 500;
const TIMEOUT = 30_000;
const TRIES = 4;
/** Where a busy service does not say how long to wait. */
const USUAL_WAIT = 5_000;
const LONGEST_WAIT = 120_000;
/** A service that fails so often in a row is down, or the network is. */
const GIVE_UP_AFTER = 3;

/**
 * @param url asked with GET; 429 and 503 are tried again after the time in Retry-After, three times at most.
 * @returns the answer, held against `schema`.
 * @throws NotAsked when there is no answer, another status than 2xx, or an answer that does not fit.
 */
export async function askJson<S extends v.GenericSchema>(
  url: string,
  schema: S,
  asking: Asking,
): Promise<v.InferOutput<S>> {
  for (let attempt = 1; ; attempt++) {
    const { response, body } = await send(url, asking);
    const { status } = response;
    if (response.ok) return read(body, schema);
    if (status !== 429 && status !== 503) throw new NotAsked(`it answered ${status}`, status);
    if (attempt === TRIES) throw new NotAsked(`it answered ${status}, ${TRIES} times`, status);
    const ms = retryAfter(response);
    if (ms > LONGEST_WAIT)
      throw new NotAsked(
        `it answered ${status} and wants to be left alone for ${Math.ceil(ms / 60_000)} minutes`,
        status,
      );
    await asking.wait(ms);
  }
}

async function send(url: string, { fetch }: Asking): Promise<{ response: Response; body: string }> {
  try {
    const response = await fetch(url, {
      headers: { 'User-Agent': 'Underskin glossary check', Accept: 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT),
    });
    return { response, body: await response.text() };
  } catch (error) {
    // Node's fetch says only "fetch failed"; what failed is in the cause.
    const { message, cause } = error as Error;
    throw new NotAsked(cause instanceof Error ? `${message}: ${cause.message}` : message);
  }
}

function read<S extends v.GenericSchema>(body: string, schema: S): v.InferOutput<S> {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch (error) {
    throw new NotAsked(`its answer is not JSON: ${(error as Error).message}`);
  }
  const result = v.safeParse(schema, answer);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new NotAsked(`its answer has another shape than documented: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
}

/** @returns milliseconds; the header holds seconds or a date (RFC 9110, 10.2.3). */
function retryAfter(response: Response): number {
  const header = response.headers.get('Retry-After');
  if (header === null) return USUAL_WAIT;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? USUAL_WAIT : Math.max(ms, 0);
}

/**
 * Asks about one batch after the other. When the service fails three times in a row, the rest is not asked.
 *
 * @param askBatch one request; what it throws as NotAsked is reported for each study of the batch.
 */
export async function askInTurn(
  service: Service,
  batches: readonly (readonly Study[])[],
  asking: Asking,
  askBatch: (batch: readonly Study[]) => Promise<Problem[]>,
): Promise<Findings> {
  const findings: Findings = { problems: [], unasked: [] };
  const report = (batch: readonly Study[], why: string) => {
    for (const { id } of batch) {
      const field = `${id} ${service.identifier}`;
      const mend = `could not be asked of ${service.name}: ${why}; run this again later, with --only ${id} for this one`;
      findings.unasked.push({ file: STUDIES, field, mend });
    }
  };
  let failures = 0;
  for (const [i, batch] of batches.entries()) {
    if (failures === GIVE_UP_AFTER) {
      report(batch, `it failed ${GIVE_UP_AFTER} times in a row before`);
      continue;
    }
    if (i > 0) await asking.wait(PAUSE);
    try {
      findings.problems.push(...(await askBatch(batch)));
      failures = 0;
    } catch (error) {
      if (!(error instanceof NotAsked)) throw error;
      report(batch, error.message);
      failures++;
    }
  }
  return findings;
}
