/** The Worker's bindings, as wrangler.toml and the secrets name them. */
interface Env {
  ASSETS: Fetcher;
  DB: D1Database;
  /** Bearer token of the desk. Unset means that nothing may be written. */
  DATELINE_TOKEN?: string;
}
