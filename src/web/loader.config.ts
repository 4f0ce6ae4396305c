import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../..');

// A classic script at an address that never changes: newsrooms paste it into articles that stand for years.
export default defineConfig({
  root,
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: resolve(root, 'public'),
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: resolve(root, 'src/web/loader.ts'), formats: ['iife'], name: 'dateline', fileName: () => 'embed.js' },
  },
});
