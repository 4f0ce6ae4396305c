// npm test: types, lint and format, then every vitest project: unit in Node, worker in workerd, browser in Chromium.
// Arguments go to vitest: `npm test -- --project unit`. Ends with one line, "N passed, N failed".
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.ts';
import { prepare } from './prepare.ts';

const REPORT = join(ROOT, '.cache/tests.json');

interface Report {
  numPassedTests: number;
  numFailedTests: number;
}

prepare();
try {
  execFileSync('npm', ['run', '--silent', 'check'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
} catch {
  // tsc or biome has said what is wrong.
  process.exit(1);
}

rmSync(REPORT, { force: true });
const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
const run = spawn(
  process.execPath,
  [vitest, 'run', '-c', 'test/vitest.config.ts', ...reporters, ...process.argv.slice(2)],
  { cwd: ROOT, stdio: 'inherit' },
);
// Told to end, vitest ends its workerd and its Chromium; who is not told goes on after this process is gone.
for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(event, () => run.kill());
run.on('exit', (code) => {
  if (existsSync(REPORT)) {
    const { numPassedTests, numFailedTests }: Report = JSON.parse(readFileSync(REPORT, 'utf8'));
    console.log(`${numPassedTests} passed, ${numFailedTests} failed`);
  }
  process.exit(code ?? 1);
});
