// npm test: types, lint and format, then every vitest project: unit in Node, worker in workerd, browser in Chromium.
// Arguments go to vitest: `npm test -- --project unit`.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './paths.ts';
import { prepare } from './prepare.ts';

const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });

try {
  prepare();
  execFileSync('npm', ['run', '--silent', 'check'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  node(join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '-c', 'test/vitest.config.ts', ...process.argv.slice(2));
} catch (error) {
  // What failed has said so itself.
  const status = error instanceof Error && 'status' in error ? error.status : null;
  if (typeof status !== 'number') console.error(error);
  process.exit(typeof status === 'number' ? status : 1);
}
