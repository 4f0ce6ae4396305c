import { join, resolve } from 'node:path';

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, '../..');
/** Where the bundled Worker lies after `prepare()`. */
export const WORKER_FOLDER = join(ROOT, '.cache/worker');
/** Where D1 keeps its files on this machine: the folder that `wrangler dev` uses. */
export const LOCAL_STATE = join(ROOT, '.wrangler/state/v3');
