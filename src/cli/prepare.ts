import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { buildBasemap } from '../../seeds/build-basemap.ts';
import { buildFonts } from '../../seeds/build-fonts.ts';
import { buildGazetteer } from '../../seeds/build-gazetteer.ts';
import { ROOT, WORKER_FOLDER } from './paths.ts';

interface Step {
  name: string;
  says: string;
  /** Globs, from the root, of all that its output depends on. */
  inputs: string[];
  /** Files that are there when it has run. */
  outputs: string[];
  run: () => void;
}

const CLIENT: Step = {
  name: 'client',
  says: 'Building the client …',
  inputs: ['src/web/**/*', 'src/basemap/**/*', 'src/types.ts', 'public/basemap/manifest.json', 'package-lock.json'],
  outputs: ['public/app/manifest.json', 'public/embed.js'],
  run: () => {
    tool('vite', 'build', '-c', 'src/web/vite.config.ts');
    tool('vite', 'build', '-c', 'src/web/loader.config.ts');
  },
};

const FONTS: Step = {
  name: 'fonts',
  says: 'Packing the type faces …',
  inputs: ['seeds/build-fonts.ts', 'src/http/picture/font-pack.ts', 'package-lock.json'],
  outputs: ['seeds/fonts.bin'],
  run: buildFonts,
};

const WORKER: Step = {
  name: 'worker',
  says: 'Bundling the Worker …',
  inputs: ['src/**/*', 'seeds/*.bin', 'public/*/manifest.json', 'wrangler.toml', 'package-lock.json'],
  outputs: ['.cache/worker/index.js'],
  run: () => {
    // Data modules carry their hash in their name: those of the bundle before would stay and be loaded.
    rmSync(WORKER_FOLDER, { recursive: true, force: true });
    tool('wrangler', 'deploy', '--dry-run', '--outdir', WORKER_FOLDER);
  },
};

/** Builds the gazetteer, the basemap, the type faces, the client and the Worker's bundle, as far as what they depend on changed. */
export function prepare(): void {
  prepareAssets();
  build(WORKER);
}

/** As `prepare`, without the Worker's bundle: what the Worker imports and what lies beside it. */
export function prepareAssets(): void {
  // In this order: the client imports the basemap's manifest, the Worker all three.
  buildGazetteer();
  buildBasemap();
  build(FONTS);
  build(CLIENT);
}

function build({ name, says, inputs, outputs, run }: Step): void {
  const stamp = join(ROOT, '.cache/stamps', name);
  const hash = hashOf(inputs);
  const isThere = [stamp, ...outputs.map((output) => join(ROOT, output))].every((file) => existsSync(file));
  if (isThere && readFileSync(stamp, 'utf8') === hash) return;
  console.error(says);
  run();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

function hashOf(globs: readonly string[]): string {
  const hash = createHash('sha256');
  const files = globSync([...globs], { cwd: ROOT, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(path.slice(ROOT.length)).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** Wrangler reports usage, asks for updates and looks up where it runs unless it is told not to. */
export const QUIET = {
  ...process.env,
  PATH: `${join(ROOT, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_HIDE_BANNER: 'true',
};

/** Runs a tool of node_modules; its chatter is shown only when it fails. */
export function tool(name: string, ...args: string[]): void {
  const file = join(ROOT, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);
  try {
    execFileSync(file, args, { cwd: ROOT, env: QUIET, stdio: 'pipe', shell: process.platform === 'win32' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: Buffer; stderr?: Buffer };
    throw new Error(`${name} ${args.join(' ')} failed:\n${stdout ?? ''}${stderr ?? ''}`);
  }
}
