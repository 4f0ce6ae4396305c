// Unpacks a 7z archive beside itself: node seven-zip.ts FOLDER-OF-7Z-WASM FILE. Any other file stays as it is.
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** The part of 7z-wasm (7-Zip compiled to WebAssembly) that is used. */
interface SevenZip {
  FS: {
    mkdir(path: string): void;
    mount(type: unknown, options: { root: string }, at: string): void;
    chdir(path: string): void;
  };
  NODEFS: unknown;
  callMain(args: string[]): void;
}

const [, , folder = '', file = ''] = process.argv;
if (file.endsWith('.7z')) {
  const load: (options: object) => Promise<SevenZip> = createRequire(import.meta.url)(join(folder, '7zz.umd.js'));
  const { FS, NODEFS, callMain } = await load({
    print() {},
    quit(code: number) {
      process.exitCode = code;
    },
  });
  FS.mkdir('/files');
  FS.mount(NODEFS, { root: dirname(file) }, '/files');
  FS.chdir('/files');
  callMain(['x', '-y', basename(file)]);
}
