/**
 * Writes public/THIRD-PARTY-NOTICES.md, which goes along with every copy of the extension: whose code is in it besides
 * our own, and under which licence.
 *
 *   npm run notices
 *
 * What is in it are the production dependencies of package-lock.json and the small run-time parts of the tools that
 * build it. The texts are those in node_modules.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const FILE = 'public/THIRD-PARTY-NOTICES.md';

/** Tools of which a part ends up in the built scripts. */
const PARTLY_BUNDLED = ['@wxt-dev/browser', '@wxt-dev/i18n', '@wxt-dev/webextension-polyfill', 'wxt'];

interface LockedPackage {
  version: string;
  license?: string;
  /** A folder of this repository. */
  link?: boolean;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
}

/** @returns the text of the file as it should be. @throws Error when a package says nothing about its licence. */
export async function notices(): Promise<string> {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const bundled = Object.entries(lock.packages)
    .map(([path, locked]) => ({ ...locked, name: path.replace(/^.*node_modules\//, ''), path }))
    .filter(
      ({ path, name, link, dev, devOptional, optional }) =>
        path.includes('node_modules/') && !link && (PARTLY_BUNDLED.includes(name) || !(dev || devOptional || optional)),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const parts = await Promise.all(bundled.map(section));
  return `# Third-party notices

Underskin's own code is under the MIT licence, its glossary under CC BY 4.0. The glossary is written for it; the studies
that it cites are named with their DOI or PubMed number and not copied. The extension contains code of these packages,
bundled and minified, and otherwise unchanged but for Preact, out of which \`dangerouslySetInnerHTML\` is taken:

${parts.join('\n')}`;
}

async function section({ path, name, version, license }: LockedPackage & { path: string; name: string }) {
  const folder = join(root, path);
  const file = (await readdir(folder)).find((one) => /^licen[cs]e(\.\w+)?$/i.test(one));
  if (license === undefined)
    throw new Error(`${name} names no licence in package-lock.json; look it up before it ships.`);
  const text = file === undefined ? await authorOf(folder) : await readFile(join(folder, file), 'utf8');
  return `## ${name} ${version}

${license}. <https://www.npmjs.com/package/${name}>

\`\`\`text
${text.replaceAll('\r\n', '\n').trim()}
\`\`\`
`;
}

/** Some packages ship the name of their licence and not its text. */
async function authorOf(folder: string): Promise<string> {
  const { author, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    author?: string | { name: string };
    license: string;
  };
  return `Copyright (c) ${(typeof author === 'object' ? author.name : author) ?? 'the authors'}\nThe package ships no text of its licence, which is ${license}.`;
}

if (import.meta.main) await writeFile(join(root, FILE), await notices());
