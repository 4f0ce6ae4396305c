import latin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latinBold from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff2?url';
import latinExt from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import latinExtBold from '@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff2?url';
import arabic from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?url';
import arabicBold from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal.woff2?url';
import type { FontFaces } from './style.ts';

// Blocks of the files; other scripts are drawn with the reader's own fonts.
const LATIN = ['U+0-FF', 'U+2000-206F', 'U+20AC'];
const LATIN_EXT = ['U+100-2FF', 'U+1E00-1EFF'];
const ARABIC = ['U+600-6FF', 'U+750-77F', 'U+8A0-8FF', 'U+FB50-FDFF', 'U+FE70-FEFC'];

/** The labels of the map, in files of our own: a machine without fonts would draw none. */
export const MAP_FONTS: FontFaces = {
  'Map Regular': [
    { url: latin, 'unicode-range': LATIN },
    { url: latinExt, 'unicode-range': LATIN_EXT },
    { url: arabic, 'unicode-range': ARABIC },
  ],
  'Map Bold': [
    { url: latinBold, 'unicode-range': LATIN },
    { url: latinExtBold, 'unicode-range': LATIN_EXT },
    { url: arabicBold, 'unicode-range': ARABIC },
  ],
};
