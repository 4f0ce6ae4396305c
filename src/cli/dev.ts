// npm run dev: `wrangler dev` on this machine, the client rebuilt as its sources change.
import { type ChildProcess, spawn } from 'node:child_process';
import { ROOT } from './paths.ts';
import { prepareAssets, QUIET, tool } from './prepare.ts';

prepareAssets();
tool('wrangler', 'd1', 'migrations', 'apply', 'DB', '--local');

// The folder is not emptied: a file that goes missing under a running `wrangler dev` can bring it down.
const children = [
  run('vite', 'build', '-c', 'src/web/vite.config.ts', '--watch', '--emptyOutDir', 'false'),
  run('wrangler', 'dev'),
];
for (const child of children) child.on('exit', end);
for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.once(event, end);

function run(name: string, ...args: string[]): ChildProcess {
  // A group of its own: wrangler leaves its workerd behind when only the parent is told to end.
  return spawn(name, args, { cwd: ROOT, env: QUIET, stdio: 'inherit', detached: process.platform !== 'win32' });
}

function end() {
  for (const { pid, exitCode, signalCode } of children) {
    if (pid === undefined || exitCode !== null || signalCode !== null) continue;
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM');
  }
  process.exit();
}
