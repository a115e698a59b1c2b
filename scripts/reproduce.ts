/**
 * Shows that the same sources give the same extension: builds for both browsers twice here and once from the sources
 * zip that a store gets, in another folder with freshly installed packages, and compares every byte.
 *
 *   npm run reproduce
 *
 * Prints a SHA-256 for each thing built, over its files sorted by name. Ends with 1 and the names of the files when they
 * differ.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Hashes by file, for each thing that is built. */
type Built = Map<string, Map<string, string>>;

// Vite reads them, and they are in no sources zip.
const env = (await readdir(root)).filter((name) => name.startsWith('.env'));
if (env.length > 0) {
  console.error(`reproduce: ${env.join(', ')} would get into the build and is not part of the sources. Move it away.`);
  process.exit(1);
}

const first = await builtIn(root);
const second = await builtIn(root);
const elsewhere = await mkdtemp(join(tmpdir(), 'underskin-reproduce-'));
let third: Built;
try {
  unzip(sourcesZip(), elsewhere);
  run(elsewhere, 'npm', 'ci');
  third = await builtIn(elsewhere);
} finally {
  await rm(elsewhere, { recursive: true, force: true });
}

console.log(`\nNode ${process.version}, sha256:\n`);
for (const [what, files] of first) {
  console.log(`  ${what.padEnd(34)} ${hashOf(files)}  ${files.size} ${files.size === 1 ? 'file' : 'files'}`);
}
const differences = [...differing(first, second, 'again here'), ...differing(first, third, 'from the sources zip')];
console.log(
  differences.length === 0
    ? '\nEqual: built here, built here again, and built from the sources zip.'
    : `\nNot equal to the first build here:\n${differences.map((line) => `  ${line}`).join('\n')}`,
);
process.exitCode = differences.length === 0 ? 0 : 1;

/** @returns what `folder` gives when everything is built anew in it. */
async function builtIn(folder: string): Promise<Built> {
  const output = join(folder, '.output');
  const made = ['chrome-mv3', 'firefox-mv3', `${zipName()}-chrome.zip`, `${zipName()}-firefox.zip`];
  for (const one of made) await rm(join(output, one), { recursive: true, force: true });
  run(folder, 'npm', 'run', 'zip');
  run(folder, 'npm', 'run', 'zip:firefox');
  return new Map(await Promise.all(made.map(async (one) => [one, await hashesBelow(join(output, one))] as const)));
}

function zipName(): string {
  return `underskin-${process.env.npm_package_version}`;
}

function sourcesZip(): string {
  const path = join(root, '.output', `${zipName()}-sources.zip`);
  if (!existsSync(path)) throw new Error(`There is no ${path}; run this as \`npm run reproduce\`.`);
  return path;
}

async function hashesBelow(path: string): Promise<Map<string, string>> {
  const entries = path.endsWith('.zip')
    ? [path]
    : (await readdir(path, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
  const hashes = new Map<string, string>();
  for (const file of entries.sort()) hashes.set(relative(path, file), sha256(await readFile(file)));
  return hashes;
}

function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function hashOf(files: Map<string, string>): string {
  return sha256([...files].map(([name, hash]) => `${hash}  ${name}\n`).join(''));
}

function differing(one: Built, other: Built, where: string): string[] {
  return [...one].flatMap(([what, files]) => {
    const others = other.get(what) ?? new Map<string, string>();
    const names = new Set([...files.keys(), ...others.keys()]);
    return [...names]
      .filter((name) => files.get(name) !== others.get(name))
      .map((name) => `${where}: ${join(what, name)}`);
  });
}

/** Says what it runs, and what that says only when it fails. */
function run(folder: string, command: string, ...args: string[]): void {
  console.log(`${relative(process.cwd(), folder) || '.'}: ${command} ${args.join(' ')}`);
  const done = spawnSync(command, args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
  if (done.status !== 0)
    throw new Error(`${command} failed. ${done.error?.message ?? ''}\n${done.stdout}\n${done.stderr}`);
}

/** macOS and Windows have a tar that reads zips, Linux has unzip. */
function unzip(zip: string, folder: string): void {
  if (process.platform === 'linux') run(folder, 'unzip', '-q', zip, '-d', folder);
  else run(folder, 'tar', '-xf', zip, '-C', folder);
}
