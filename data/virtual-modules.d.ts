/** All labels as one string, for `readLabels`. The only part of the glossary that a page loads. */
declare module 'virtual:underskin/labels' {
  const labels: string;
  export default labels;
}

/** All studies as text to copy, as JSON: `Record<string, Citation>` of `data/entry.ts`. */
declare module 'virtual:underskin/citations' {
  const citations: string;
  export default citations;
}

/** All entries as JSON, a `Glossary` of `data/entry.ts`. */
declare module 'virtual:underskin/entries' {
  const entries: string;
  export default entries;
}
