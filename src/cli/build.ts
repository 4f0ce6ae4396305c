// npm run build: everything that is built, as far as its inputs changed.
import { prepare } from './prepare.ts';

prepare();
