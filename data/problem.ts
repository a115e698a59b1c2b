/**
 * One thing wrong in the glossary, said so that whoever wrote the line can mend it without reading our code.
 */
export interface Problem {
  /** Path from the repository's root, with a line where one is known: `data/terms/cell/t-cells.yaml:12`. */
  file: string;
  /** Path of the field inside the file: `claims[0].certainty`. Empty when the whole file is meant. */
  field: string;
  /** What is wrong and how to mend it. */
  mend: string;
}

/** Thrown by the build when the glossary has problems; the message lists every one of them, not the first. */
export class GlossaryError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      `The glossary has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${problems.map(describeProblem).join('\n')}`,
    );
    this.name = 'GlossaryError';
    this.problems = problems;
  }
}

/** @returns `file: field mend`, one line. */
export function describeProblem({ file, field, mend }: Problem): string {
  return `  ${file}: ${field ? `${field} ` : ''}${mend}`;
}
