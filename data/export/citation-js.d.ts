/** What is used of Citation.js, which comes without types: https://citation.js.org/api/ */
declare module '@citation-js/core' {
  export class Cite {
    /** @param data CSL-JSON, or text in a format that a loaded plugin reads. */
    constructor(data: unknown, options?: { generateGraph?: boolean });
    /** CSL-JSON. */
    data: Record<string, unknown>[];
    format(format: 'bibtex'): string;
    /** One record a study, its values by RIS tag. */
    format(format: 'ris', options: { format: 'object' }): ({ TY: string } & Record<string, string | string[]>)[];
  }
  export const plugins: {
    config: { get(plugin: '@bibtex'): { format: { useIdAsLabel: boolean; checkLabel: boolean } } };
  };
}
