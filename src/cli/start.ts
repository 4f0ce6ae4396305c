import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { seedStories } from '../../seeds/seed.ts';
import { LOCAL_STATE, ROOT } from './paths.ts';
import { prepare } from './prepare.ts';
import { serve } from './serve.ts';

const HELP = `Builds what is missing, reads the demo stories and serves Dateline on this machine.

  npm start [-- --port 8787]

PORT is honoured as well. A port that is taken is an error when you name it; else the next free one is used.
`;

if (process.argv.includes('--help')) {
  process.stdout.write(HELP);
} else {
  await start();
}

async function start() {
  prepare();
  const token = deskToken();
  const served = await listen(token);
  const stop = once(() => served.stop().finally(() => process.exit()));
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(event, stop);
  const stories = await seedStories(served.url, token);
  console.log(`\nDateline is at   ${served.url}`);
  for (const { slug, title } of stories) console.log(`  ${title.padEnd(44)} ${served.url}/s/${slug}`);
  console.log(`The desk's token ${token}   (kept in .dev.vars)\nCtrl-C ends it.`);
}

/** Ctrl-C may reach this process twice, from the terminal and from the one that started it. */
function once(run: () => unknown): () => void {
  let running = false;
  return () => {
    if (!running) run();
    running = true;
  };
}

async function listen(token: string) {
  const at = process.argv.indexOf('--port');
  const wanted = at > 0 ? process.argv[at + 1] : process.env.PORT;
  if (wanted !== undefined) {
    const port = Number(wanted);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`not a port: ${wanted}`);
    return serve({ port, token, persist: LOCAL_STATE });
  }
  try {
    return await serve({ port: 8787, token, persist: LOCAL_STATE });
  } catch (error) {
    if (!String(error).includes('EADDRINUSE') && !String(error).includes('in use')) throw error;
    return serve({ port: 0, token, persist: LOCAL_STATE });
  }
}

/** The token in .dev.vars, which `wrangler dev` reads too; made at the first start. */
function deskToken(): string {
  const file = join(ROOT, '.dev.vars');
  const known = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')).DATELINE_TOKEN : undefined;
  if (known) return known;
  const token = randomBytes(24).toString('base64url');
  writeFileSync(file, `DATELINE_TOKEN=${token}\n`, { mode: 0o600, flag: 'a' });
  return token;
}
