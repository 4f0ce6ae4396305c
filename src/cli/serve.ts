import { globSync } from 'node:fs';
import { join } from 'node:path';
import { readD1Migrations } from '@cloudflare/vitest-plugin';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { ROOT, WORKER_FOLDER } from './paths.ts';

export interface ServeOptions {
  /** 0 takes a free port. */
  port: number;
  token: string;
  /** Where D1 keeps its files; in memory when absent. */
  persist?: string;
  /** Further plain-text bindings. */
  bindings?: Record<string, string>;
}

/** What of wrangler.toml the local server takes over; wrangler itself leaves it untyped. */
interface Configured {
  compatibilityDate: string;
  compatibilityFlags: string[];
  d1Databases: Record<string, string>;
  assets: { directory: string; binding: string };
  ratelimits: NonNullable<Parameters<typeof convertV4MiniflareOptions>[0]['ratelimits']>;
}

export interface Served {
  url: string;
  stop: () => Promise<void>;
}

/** Serves the bundled Worker in workerd with its D1, migrated, and its static assets. Needs `prepare()` first. */
export async function serve({ port, token, persist, bindings }: ServeOptions): Promise<Served> {
  const configured: { workerOptions: unknown } = unstable_getMiniflareWorkerOptions(join(ROOT, 'wrangler.toml'));
  const { compatibilityDate, compatibilityFlags, d1Databases, assets, ratelimits } =
    configured.workerOptions as Configured;
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      name: 'dateline',
      modules: [
        { type: 'ESModule', path: join(WORKER_FOLDER, 'index.js') },
        ...globSync('*.bin', { cwd: WORKER_FOLDER }).map((file) => ({
          type: 'Data' as const,
          path: join(WORKER_FOLDER, file),
        })),
        ...globSync('*.wasm', { cwd: WORKER_FOLDER }).map((file) => ({
          type: 'CompiledWasm' as const,
          path: join(WORKER_FOLDER, file),
        })),
      ],
      modulesRoot: WORKER_FOLDER,
      compatibilityDate,
      compatibilityFlags,
      d1Databases,
      assets,
      ratelimits,
      bindings: { ...bindings, DATELINE_TOKEN: token },
      host: '127.0.0.1',
      port,
      cf: false,
      logRequests: false,
      log: new Log(LogLevel.WARN),
      ...(persist && { resourcePersistencePath: persist }),
    }),
  );
  const url = (await miniflare.ready).origin;
  await migrate(await miniflare.getD1Database('DB'));
  return { url, stop: () => miniflare.dispose() };
}

/** Applies the migrations that are not yet applied; keeps the same record as `wrangler d1 migrations apply`. */
async function migrate(db: D1Like): Promise<void> {
  await db
    .prepare(
      `CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE,
       applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`,
    )
    .run();
  const done = await db.prepare('SELECT name FROM d1_migrations').all<{ name: string }>();
  const names = new Set(done.results.map((row) => row.name));
  for (const { name, queries } of await readD1Migrations(join(ROOT, 'seeds/migrations'))) {
    if (names.has(name)) continue;
    const record = db.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name);
    await db.batch([...queries.map((query) => db.prepare(query)), record]);
  }
}

type D1Like = Awaited<ReturnType<Miniflare['getD1Database']>>;
