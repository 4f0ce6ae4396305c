#!/usr/bin/env node
// run.mjs SCRIPT [ARG...]: runs a TypeScript program of this project on a fresh clone.
// Installs the packages when they are missing or not those of the lockfile, then hands over to the
// project's own Node (24, from npm), which reads TypeScript as it is. Uses nothing but Node 20 itself.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const bin = join(root, 'node_modules/.bin');

install();
const [script, ...args] = process.argv.slice(2);
const child = spawn(node(), ['--disable-warning=ExperimentalWarning', join(root, script), ...args], {
  // The channel carries no messages: its end tells the child that nobody waits for it any more.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
});
// The child ends itself in order, and this process ends with it. A Ctrl-C in a terminal reaches it twice.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm does not pass on a signal that reaches it alone; it is then gone, and another process is this one's parent.
const parent = process.ppid;
setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));

function install() {
  const stamp = join(root, 'node_modules/.dateline-installed');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing packages …');
  // Its output goes to stderr: the standard output of a filter is data.
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const done = spawnSync(command, [...first, 'ci', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: !npm && process.platform === 'win32',
  });
  if (done.status !== 0) {
    console.error('npm ci failed: see the lines above.');
    process.exit(done.status ?? 1);
  }
  writeFileSync(stamp, lock);
}

/** The project's Node, or this one where it can read TypeScript itself. */
function node() {
  const own = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');
  if (existsSync(own)) return own;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  console.error(
    `Node ${process.versions.node} is too old, and npm did not install the project's own (package "node").`,
  );
  process.exit(1);
}
