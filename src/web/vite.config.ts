import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../..');

// The scripts land beside the other static assets under hashed names; the Worker learns the names from the manifest.
export default defineConfig({
  root,
  base: '/app/',
  publicDir: false,
  logLevel: 'warn',
  // The server draws an entry of the list with hono/jsx, the browser the same entry with its DOM half.
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx/dom' } },
  build: {
    outDir: resolve(root, 'public/app'),
    emptyOutDir: true,
    target: 'es2022',
    // The map engine is what it is; it is loaded last.
    chunkSizeWarningLimit: 1200,
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: ['main.ts', 'embed.ts', 'page.css', 'embed.css'].map((name) => resolve(root, 'src/web', name)),
    },
  },
});
