import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);

// The files share one D1: each begins with an empty one.
const tables = ['stories', 'versions', 'articles', 'events', 'corrections', 'snapshots', 'purges'];
await env.DB.batch(tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
