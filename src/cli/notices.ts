// npm run notices: writes THIRD-PARTY-NOTICES.md, the licences of all that ships: the packages that reach the Worker
// or the reader's browser (package.json's "dependencies" and theirs), and the data of seeds/sources.json.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../../seeds/sources.ts';
import { ROOT } from './paths.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Locked {
  version: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
}

/** The text of THIRD-PARTY-NOTICES.md as the lockfile, the installed packages and seeds/sources.json say it. */
export function writeNotices(): string {
  const lock: { packages: Record<string, Locked> } = JSON.parse(read('package-lock.json'));
  const { devDependencies }: { devDependencies: Record<string, string> } = JSON.parse(read('package.json'));
  const sources: Source[] = JSON.parse(read('seeds/sources.json'));
  const packages = Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.optional && !(nameOf(path) in devDependencies))
    .map(([path, entry]) => packageNotice(path, entry));
  return [
    '# Third-party notices',
    'Dateline ships with the packages and data below. Made by `npm run notices`; do not edit.',
    '## Data',
    ...sources.filter(({ tool }) => !tool).map(dataNotice),
    '## Packages',
    ...packages,
  ].join('\n\n');
}

function dataNotice({ package: name, version, licence, attribution, use }: Source): string {
  return `### ${name} ${version}\n\n${attribution}\n\nLicence: ${licence}. Used for: ${use}.`;
}

function packageNotice(path: string, { version, license }: Locked): string {
  const texts = readdirSync(join(ROOT, path))
    .filter((entry) => /^(licen[cs]e|copying)/i.test(entry))
    .map((file) => `\n\n\`\`\`text\n${read(join(path, file)).replaceAll('\r\n', '\n').trim()}\n\`\`\``);
  // A package without its licence's text says at least where its source is.
  const source = texts.length > 0 ? '' : ` Source: ${sourceOf(path)}`;
  return `### ${nameOf(path)} ${version}\n\nLicence: ${license ?? 'see its page'}.${source}${texts.join('')}`;
}

function sourceOf(path: string): string {
  const { repository }: { repository?: string | { url: string } } = JSON.parse(read(join(path, 'package.json')));
  const url = (typeof repository === 'string' ? repository : repository?.url) ?? `npm, ${nameOf(path)}`;
  return url.replace(/^git\+/, '').replace(/^git@github\.com:/, 'https://github.com/');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

if (import.meta.main) writeFileSync(join(ROOT, 'THIRD-PARTY-NOTICES.md'), `${writeNotices()}\n`);
