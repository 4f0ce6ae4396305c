import { resolve } from 'node:path';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

/** Far more than a test takes on two slow cores: a machine that has others to serve is no failure. */
const PATIENCE = { testTimeout: 120_000, hookTimeout: 120_000 };

const root = resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.test.ts'],
          ...PATIENCE,
          // These compute and wait for nothing: every processor has its file.
          maxWorkers: '100%',
        },
      },
      {
        root,
        plugins: [
          cloudflareTest(async () => ({
            remoteBindings: false,
            wrangler: { configPath: resolve(root, 'wrangler.toml') },
            miniflare: {
              cf: false,
              // Tests never reach the network: a stray fetch gets this answer instead of a stack trace.
              outboundService: () => new Response('no network in tests', { status: 599 }),
              ratelimits: {
                // The tests send in seconds what a desk sends in days; one of them tries what happens at the limit.
                READING_LIMIT: { namespace_id: '1', simple: { limit: 100_000, period: 60 } },
                TIGHT_LIMIT: { namespace_id: '2', simple: { limit: 3, period: 60 } },
              },
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations(resolve(root, 'seeds/migrations')),
                DATELINE_TOKEN: 'token-for-tests',
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts'],
          ...PATIENCE,
          setupFiles: ['test/worker/setup.ts'],
          // One workerd for all files, one after the other: starting it takes longer than most files do. setup.ts empties D1.
          isolate: false,
          fileParallelism: false,
          // Projects of one group must have as many workers each: on more than two processors these have not.
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/server.ts'],
          ...PATIENCE,
          expect: { poll: { timeout: 30_000 } },
          // Two at once: what one waits for in its page, a frame or a moment, the other computes in.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
