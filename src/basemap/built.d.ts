// The tile build writes this file: it is there when the project is bundled, not always when its types are checked.
declare module '*/public/basemap/manifest.json' {
  const manifest: import('./manifest.ts').Manifest;
  export default manifest;
}
