// The marks beside the names of towns and peaks, drawn as distance fields so that the style can colour them.
import { crc32, deflateSync } from 'node:zlib';

const SIZE = 14; // pixels an icon at ratio 1, the field's margin included
const EDGE = 0.75; // where MapLibre puts the outline of a distance field, of 0 to 1
const REACH = 8; // pixels over which the field falls from 1 to 0

/** Signed distance from the middle to the shape, in pixels: negative inside. */
const ICONS: Record<string, (x: number, y: number) => number> = {
  town: (x, y) => Math.hypot(x, y) - 2.4,
  seat: (x, y) => Math.hypot(x, y) - 3,
  peak: (x, y) => Math.max(y - 2.4, 0.87 * Math.abs(x) - 0.5 * (y + 3.2)),
  capital: (x, y) => Math.max(Math.max(Math.abs(x), Math.abs(y)) - 3.6, 1.6 - Math.max(Math.abs(x), Math.abs(y))),
};

/** The sprite's files by name, for a ratio of pixels to points of 1 and 2. */
export function drawSprites(): Record<string, Uint8Array> {
  return Object.fromEntries(
    [1, 2].flatMap((ratio) => {
      const name = ratio === 1 ? 'sprite' : `sprite@${ratio}x`;
      const index = Object.keys(ICONS).map((icon, i) => {
        const side = SIZE * ratio;
        return [icon, { x: i * side, y: 0, width: side, height: side, pixelRatio: ratio, sdf: true }];
      });
      return [
        [`${name}.json`, Buffer.from(JSON.stringify(Object.fromEntries(index)))],
        [`${name}.png`, drawSheet(ratio)],
      ];
    }),
  );
}

function drawSheet(ratio: number): Uint8Array {
  const icons = Object.values(ICONS);
  const side = SIZE * ratio;
  const stride = side * icons.length * 4 + 1; // a filter byte before each row
  const pixels = new Uint8Array(stride * side);
  icons.forEach((distance, i) => {
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < side; column++) {
        const middle = (side - 1) / 2;
        const field = EDGE - (distance((column - middle) / ratio, (row - middle) / ratio) * ratio) / (REACH * ratio);
        pixels[row * stride + 1 + (i * side + column) * 4 + 3] = Math.round(255 * Math.max(0, Math.min(1, field)));
      }
    }
  });
  return png(side * icons.length, side, pixels);
}

/** An RGBA picture from rows of pixels, each row after its filter byte. */
function png(width: number, height: number, rows: Uint8Array): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8); // eight bits, RGBA
  const chunks = [
    { type: 'IHDR', data: head },
    { type: 'IDAT', data: deflateSync(rows, { level: 9 }) },
    { type: 'IEND', data: Buffer.alloc(0) },
  ];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks.map(({ type, data }) => chunk(type, data))]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
