/**
 * The poster's data: outlines and lines of the whole world at a few hundred metres, and the names on them, in one file
 * that the Worker bundles. Reading a window decodes only the shapes that touch it.
 *
 *     "DLSH" | head length u32 | told length u32 | head, JSON, padded to 4 | told, likewise | starts: u32 a shape
 *            | boxes: 4 x i16 a shape | points
 *     start: where the points start; the box: west, south, east, north in grid steps
 *     points: steps from the point before (the first from 0, 0), zigzag coded, seven bits a byte, low bits first
 *
 * Integers are little-endian.
 */
const GRID = 180; // steps a degree, some 600 m; 180 degrees of them still fit 16 bits
const MAGIC = 0x48534c44;
const FRONT = 12; // bytes before the head

export interface ShapesHead {
  /** Where the shapes of a layer start in the index, and how many there are. */
  layers: Record<string, [first: number, count: number]>;
  /** The same for the rings of countries and regions, by ISO code or GeoNames id. */
  areas: Record<string, [first: number, count: number]>;
  /** Each with the zoom from which it deserves its label, and its names in other languages; by zoom, the best of each first. */
  places: Record<
    'capital' | 'seat' | 'town',
    [name: string, lng: number, lat: number, zoom: number, names?: Record<string, string>][]
  >;
  /**
   * `width` is that of the box for the label, as a share of the world's. One that runs along the country is turned in its
   * middle by `angle`, degrees clockwise, and bends: `curvature` is the radians, clockwise, by which it turns in the world's width.
   */
  countries: [iso: string, lng: number, lat: number, zoom: number, width: number, angle?: number, curvature?: number][];
  /** Seas and lakes, likewise. */
  waters: [
    name: string,
    lng: number,
    lat: number,
    zoom: number,
    kind: string,
    angle: number,
    names: Record<string, string>,
    curvature: number,
  ][];
}

/** What a story may tell of and no drawing names, by its names in other languages. */
export interface ToldNames {
  /** Towns that no drawing is near enough for. */
  smaller: [name: string, lng: number, lat: number, names: Record<string, string>][];
  /** First-level regions, by GeoNames id. */
  regions: Record<string, Record<string, string>>;
  /** Rivers, mountains, deserts and plains; areas are all else, of our own table. */
  nature: [name: string, kind: 'water' | 'land' | 'area', names: Record<string, string>][];
}

/** A shape's points in degrees, longitude and latitude in turn. A ring's last point is not its first again. */
export type Line = readonly number[];

export interface Shapes {
  head: ShapesHead;
  /** Read when it is first asked for: most readers have English. */
  told(): ToldNames;
  /** The shapes of a layer whose bounding box meets the window (degrees, west to east, not across 180). */
  within(layer: string, west: number, south: number, east: number, north: number): Line[];
  /** Names of the countries and regions of which a ring's bounding box meets the window. */
  areasWithin(west: number, south: number, east: number, north: number): string[];
  /** The rings of a country (ISO code) or first-level region (GeoNames id), holes among them; none of an unknown one. */
  outline(name: string): Line[];
}

export function packShapes(
  {
    smaller,
    regions = {},
    nature = [],
    ...head
  }: Omit<ShapesHead, 'layers' | 'areas'> & Pick<ToldNames, 'smaller'> & Partial<ToldNames>,
  layers: Record<string, number[][][]>,
  areas: ReadonlyMap<string, number[][][]> = new Map(),
): Uint8Array {
  const starts: number[] = [];
  const boxes: number[] = [];
  const points: number[] = [];
  const add = (shapes: number[][][]): [first: number, count: number] => {
    const first = starts.length;
    for (const shape of shapes) {
      const grid = toGrid(shape);
      const xs = grid.map(([x]) => x);
      const ys = grid.map(([, y]) => y);
      starts.push(points.length);
      boxes.push(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
      grid.forEach(([x, y], i) => {
        const [beforeX, beforeY] = grid[i - 1] ?? [0, 0];
        pushVarint(points, x - beforeX);
        pushVarint(points, y - beforeY);
      });
    }
    return [first, shapes.length];
  };
  const packed: ShapesHead = {
    layers: Object.fromEntries(Object.entries(layers).map(([layer, shapes]) => [layer, add(shapes)])),
    areas: Object.fromEntries([...areas].map(([name, rings]) => [name, add(rings)])),
    ...head,
  };
  const told: ToldNames = { smaller, regions, nature };
  const texts = [packed, told].map(padJson);
  const front = new DataView(new ArrayBuffer(FRONT));
  for (const [index, value] of [MAGIC, ...texts.map(({ length }) => length)].entries())
    front.setUint32(4 * index, value, true);
  return joined(front, ...texts, Uint32Array.from(starts), Int16Array.from(boxes), Uint8Array.from(points));
}

/** Throws when the bytes are not those of `packShapes`. */
export function readShapes(buffer: ArrayBuffer): Shapes {
  const view = new DataView(buffer);
  const magic = buffer.byteLength >= FRONT ? view.getUint32(0, true) : 0;
  if (magic !== MAGIC) throw new Error(`poster data: found ${magic.toString(16)}, expected ${MAGIC.toString(16)}`);
  const [padded, toldLength] = [view.getUint32(4, true), view.getUint32(8, true)];
  const parse = (from: number, length: number) =>
    JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, from, length)));
  const head: ShapesHead = parse(FRONT, padded);
  let told: ToldNames | undefined;
  const ranges = [...Object.values(head.layers), ...Object.values(head.areas)];
  const shapes = ranges.reduce((last, [first, count]) => Math.max(last, first + count), 0);
  const body = FRONT + padded + toldLength;
  const starts = new Uint32Array(buffer, body, shapes);
  const boxes = new Int16Array(buffer, body + starts.byteLength, shapes * 4);
  const points = new Uint8Array(buffer, body + starts.byteLength + boxes.byteLength);

  const meets = (shape: number, west: number, south: number, east: number, north: number) => {
    const [w = 0, s = 0, e = 0, n = 0] = boxes.subarray(shape * 4, shape * 4 + 4);
    return w <= east * GRID && e >= west * GRID && s <= north * GRID && n >= south * GRID;
  };
  const shapeAt = (shape: number) => readLine(points.subarray(starts[shape], starts[shape + 1] ?? points.length));

  return {
    head,
    told() {
      told ??= parse(FRONT + padded, toldLength) as ToldNames;
      return told;
    },
    outline(name) {
      const [first, count] = (Object.hasOwn(head.areas, name) && head.areas[name]) || [0, 0];
      return Array.from({ length: count }, (_, i) => shapeAt(first + i));
    },
    areasWithin(...edges) {
      const found = Object.entries(head.areas).filter(([, [first, count]]) =>
        Array.from({ length: count }, (_, i) => first + i).some((shape) => meets(shape, ...edges)),
      );
      return found.map(([name]) => name);
    },
    within(layer, west, south, east, north) {
      const [first, count] = head.layers[layer] ?? [0, 0];
      const found: Line[] = [];
      for (let shape = first; shape < first + count; shape++) {
        if (meets(shape, west, south, east, north)) found.push(shapeAt(shape));
      }
      return found;
    },
  };
}

/** In grid steps, without the points that fall on the one before. */
function toGrid(shape: number[][]): [x: number, y: number][] {
  const grid: [number, number][] = [];
  for (const [lng = 0, lat = 0] of shape) {
    const [x, y] = [Math.round(lng * GRID), Math.round(lat * GRID)];
    const before = grid.at(-1);
    if (!before || before[0] !== x || before[1] !== y) grid.push([x, y]);
  }
  return grid;
}

function padJson(value: unknown): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(value));
  const padded = new Uint8Array(Math.ceil(json.length / 4) * 4).fill(32);
  padded.set(json);
  return padded;
}

function joined(...parts: ArrayBufferView[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}

function pushVarint(bytes: number[], value: number) {
  let rest = ((value << 1) ^ (value >> 31)) >>> 0;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
}

function readLine(bytes: Uint8Array): Line {
  const line: number[] = [];
  const sum = [0, 0];
  let [value, shift] = [0, 0];
  for (const byte of bytes) {
    value |= (byte & 127) << shift;
    shift += 7;
    if (byte > 127) continue;
    const axis = line.length & 1;
    const total = (sum[axis] ?? 0) + ((value >>> 1) ^ -(value & 1));
    sum[axis] = total;
    line.push(total / GRID);
    [value, shift] = [0, 0];
  }
  return line;
}
