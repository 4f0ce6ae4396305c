/** The Worker's bindings, as wrangler.toml and the secrets name them. */
interface Env {
  ASSETS: Fetcher;
  DB: D1Database;
  /** How many requests that read articles the desk may send. Unset: any number. */
  READING_LIMIT?: RateLimit;
  /** How many pictures of a story may be drawn as PNG. Unset: as many as are asked for. */
  DRAWING_LIMIT?: RateLimit;
  /** Bearer token of the desk. Unset means that nothing may be written. */
  DATELINE_TOKEN?: string;
  /** The address under which readers know this Worker, as in `https://maps.example.org`. Unset: that of the request. */
  PUBLIC_URL?: string;
  /** Who may frame the embed, as in `https://news.example.org https://*.example.net`. Unset: anybody. */
  EMBED_ANCESTORS?: string;
  /** Address of a MapLibre style to show instead of our own map, as in `https://tiles.example.org/styles/streets`. */
  MAP_STYLE?: string;
  /** Further hosts that the style has tiles, glyphs or sprites from, as in `https://tiles.example.org https://*.example.net`. */
  MAP_STYLE_HOSTS?: string;
  /** Colours of our own map, of the accent and of the groups of categories, as JSON. Unset: ours. */
  MAP_COLOURS?: string;
}

/** wrangler bundles these files as they are. */
declare module '*.bin' {
  const bytes: ArrayBuffer;
  export default bytes;
}

declare module '*.wasm' {
  const program: WebAssembly.Module;
  export default program;
}

/** What vite built, by source file. There once `npm run build` has run. */
declare module '*/public/app/manifest.json' {
  const manifest: Record<string, { file: string; imports?: string[] }>;
  export default manifest;
}
