import { initWasm, Resvg } from '@resvg/resvg-wasm';
import program from '@resvg/resvg-wasm/index_bg.wasm';
import { fonts, SANS } from './measure.ts';

let started: Promise<void> | undefined;

/** An SVG picture of ours as PNG, in the pixels that it names, with the type faces of pictures and no others. */
export async function toPng(svg: string): Promise<Uint8Array> {
  started ??= initWasm(program);
  await started;
  const drawing = new Resvg(svg, {
    font: { fontBuffers: fonts.map(({ bytes }) => bytes), loadSystemFonts: false, defaultFontFamily: SANS },
  });
  const image = drawing.render();
  try {
    return image.asPng();
  } finally {
    // What the program holds is not the collector's to find.
    image.free();
    drawing.free();
  }
}
