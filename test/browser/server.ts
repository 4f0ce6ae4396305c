import type { TestProject } from 'vitest/node';
import { seedStories } from '../../seeds/seed.ts';
import { prepare } from '../../src/cli/prepare.ts';
import { serve } from '../../src/cli/serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Worker under test is served. */
    baseUrl: string;
    /** The bearer token that it takes. */
    token: string;
  }
}

/** Serves the real bundle with the demo stories in an empty in-memory D1, once for all browser tests. */
export default async function setup(project: TestProject) {
  const token = 'token-for-tests';
  prepare();
  const served = await serve({ port: 0, token });
  await seedStories(served.url, token);
  project.provide('baseUrl', served.url);
  project.provide('token', token);
  return () => served.stop();
}
