import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const root = resolve(import.meta.dirname, '../..');
const packed = join(root, 'node_modules/@sparticuz/chromium/bin');
const PARTS = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];

// Software WebGL, said explicitly: without it ReadPixels warnings fill the console.
const FLAGS = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking'];

/**
 * Starts a real Chromium, the first that launches: `$CHROME_PATH`, the one inside the npm package
 * (the same pixels everywhere; Linux on x64), then whatever the system has. `flags` are further switches of its own.
 */
export async function launchChromium(...flags: string[]): Promise<Browser> {
  const failures: string[] = [];
  for (const candidate of candidates(flags)) {
    try {
      return await candidate();
    } catch (error) {
      failures.push(String(error).split('\n', 1)[0] ?? '');
    }
  }
  throw new Error(`No Chromium starts here. Set CHROME_PATH to one.\n${failures.join('\n')}`);
}

function* candidates(flags: string[]): Generator<() => Promise<Browser>> {
  const path = process.env.CHROME_PATH;
  if (path) yield () => launch(path, flags);
  if (process.platform === 'linux' && process.arch === 'x64') yield () => launchPacked(flags);
  const system = [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/chromium-browser',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  for (const executable of system) if (existsSync(executable)) yield () => launch(executable, flags);
  yield () => chromium.launch({ args: [...FLAGS, ...flags] });
}

function launch(executablePath: string, flags: string[], env: Record<string, string> = {}): Promise<Browser> {
  const known = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return chromium.launch({
    executablePath,
    args: ['--headless=shell', '--no-sandbox', ...FLAGS, ...flags],
    env: { ...Object.fromEntries(known), ...env },
  });
}

async function launchPacked(flags: string[]): Promise<Browser> {
  const folder = await unpack();
  return launch(join(folder, 'chromium'), flags, {
    LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  });
}

/** Unpacks the browser once. It is renamed into place as a whole, so parallel runs do not meet half of it. */
async function unpack(): Promise<string> {
  const folder = join(root, 'node_modules/.cache/chromium-153.0.0');
  if (existsSync(folder)) return folder;
  console.error('Unpacking Chromium …');
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  // The package's own executablePath() would take any stale file of that name from the shared temporary folder;
  // inflate() reads where to write from TMPDIR.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = fresh;
  try {
    await Promise.all(PARTS.map((part) => inflate(join(packed, part))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  writeFileSync(
    join(fresh, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fontcache</cachedir></fontconfig>`,
  );
  try {
    renameSync(fresh, folder);
  } catch {
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}
