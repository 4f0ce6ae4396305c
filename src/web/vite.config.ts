import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, '../..');

// The scripts land beside the other static assets under hashed names; the Worker learns the names from the manifest.
export default defineConfig({
  root,
  base: '/app/',
  publicDir: false,
  plugins: [themesOf('embed.css')],
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
      input: ['main.ts', 'embed.ts', 'choose.ts', 'page.css', 'embed.css', 'choose.css'].map((name) =>
        resolve(root, 'src/web', name),
      ),
    },
  },
});

/**
 * Writes a style sheet twice more, `embed.dark.css` and `embed.light.css`, in which the reader's preference is decided:
 * an editor's choice of theme costs no further request and no second table of colours.
 */
function themesOf(name: string): Plugin {
  return {
    name: 'themes',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const asset of Object.values(bundle)) {
        if (asset.type !== 'asset' || !asset.names.includes(name)) continue;
        for (const [theme, media] of Object.entries({ dark: 'all', light: 'not all' })) {
          const themed = name.replace('.css', `.${theme}.css`);
          this.emitFile({
            type: 'asset',
            name: themed,
            originalFileName: `src/web/${themed}`,
            source: String(asset.source).replaceAll(/\(prefers-color-scheme: ?dark\)/g, media),
          });
        }
      }
    },
  };
}
