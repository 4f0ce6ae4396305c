// The fonts of the map's labels, self-hosted: a machine without fonts would draw none, and two machines not the same.

import latinItalic from '@fontsource/newsreader/files/newsreader-latin-400-italic.woff2?url';
import latinExtItalic from '@fontsource/newsreader/files/newsreader-latin-ext-400-italic.woff2?url';
import arabic from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?url';
import arabicBold from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-600-normal.woff2?url';
import cyrillicItalic from '@fontsource/open-sans/files/open-sans-cyrillic-400-italic.woff2?url';
import cyrillic from '@fontsource/open-sans/files/open-sans-cyrillic-400-normal.woff2?url';
import cyrillicBold from '@fontsource/open-sans/files/open-sans-cyrillic-600-normal.woff2?url';
import latin from '@fontsource/open-sans/files/open-sans-latin-400-normal.woff2?url';
import latinBold from '@fontsource/open-sans/files/open-sans-latin-600-normal.woff2?url';
import latinExt from '@fontsource/open-sans/files/open-sans-latin-ext-400-normal.woff2?url';
import latinExtBold from '@fontsource/open-sans/files/open-sans-latin-ext-600-normal.woff2?url';
import type { FontFaces } from './style.ts';

const LATIN = ['U+0-FF', 'U+131', 'U+152-153', 'U+2BB-2BC', 'U+2000-206F', 'U+20AC', 'U+2122'];
const LATIN_EXT = ['U+100-130', 'U+132-151', 'U+154-2AF', 'U+1E00-1EFF'];
const CYRILLIC = ['U+400-45F', 'U+490-491', 'U+4B0-4B1'];
const ARABIC = ['U+600-6FF', 'U+750-77F', 'U+8A0-8FF', 'U+FB50-FDFF', 'U+FE70-FEFC'];

/** Waters are in the italic of a serif, as on paper maps. Fetched by script as labels need them: a map in English costs the Latin files alone. */
export const fontFaces: FontFaces = {
  'Map Regular': faces(latin, latinExt, cyrillic, arabic),
  'Map Bold': faces(latinBold, latinExtBold, cyrillicBold, arabicBold),
  'Map Italic': faces(latinItalic, latinExtItalic, cyrillicItalic, arabic),
};

function faces(latin: string, latinExt: string, cyrillic: string, arabic: string): FontFaces[string] {
  return [
    { url: latin, 'unicode-range': LATIN },
    { url: latinExt, 'unicode-range': LATIN_EXT },
    { url: cyrillic, 'unicode-range': CYRILLIC },
    { url: arabic, 'unicode-range': ARABIC },
  ];
}
