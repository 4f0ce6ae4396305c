declare namespace Cloudflare {
  /** The bindings of the tests: those of the Worker, and its migrations. */
  interface Env {
    ASSETS: Fetcher;
    DB: D1Database;
    DATELINE_TOKEN: string;
    READING_LIMIT: RateLimit;
    /** Lets three requests a minute through. */
    TIGHT_LIMIT: RateLimit;
    TEST_MIGRATIONS: import('cloudflare:test').D1Migration[];
  }
}

declare module '*?raw' {
  const text: string;
  export default text;
}
