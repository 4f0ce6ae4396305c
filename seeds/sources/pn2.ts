/**
 * Reads the PN2 files of the Marble globe: Natural Earth lines and polygons on a grid of half an arc minute.
 *
 *     version u8 = 2 | shapes u32 | coloured u8 | shapes ...
 *     shape: flag u8 | id u32 | colour u8 (coloured, first of its id) | nodes u32 | nodes ...
 *     flag 4, a group: flag u8 | id u32 | colour u8 | members u8 | members: flag u8, id u32, nodes u32, nodes ...
 *     node: latitude i16 | longitude i16 | followers i16 | followers: latitude i8, longitude i8, from the node
 *
 * Numbers are big-endian. Flags: 0 line, 1 ring, 2 outer boundary, 3 hole in the outer boundary before it.
 */
import type { Feature, LineString, Polygon, Position } from 'geojson';

const GRID = 120; // steps a degree
const [LINE, RING, OUTER, HOLE, GROUP] = [0, 1, 2, 3, 4];

/** One feature a line or polygon; the id is the row of the shapefile that it came from. */
export function readPn2(bytes: Buffer): Feature<LineString | Polygon>[] {
  const features: Feature<LineString | Polygon>[] = [];
  let at = 0;
  const take = (size: number) => {
    at += size;
    return at - size;
  };
  const u8 = () => bytes.readUInt8(take(1));
  const i8 = () => bytes.readInt8(take(1));
  const i16 = () => bytes.readInt16BE(take(2));
  const u32 = () => bytes.readUInt32BE(take(4));

  const version = u8();
  if (version !== 2) throw new Error(`PN2 version: found ${version}, expected 2`);
  const shapes = u32();
  const coloured = u8() === 1;
  let previous = 0;
  for (let shape = 0; shape < shapes && at < bytes.length; shape++) {
    const flag = u8();
    const id = u32();
    if (coloured && id !== previous) u8();
    previous = id;
    if (flag !== GROUP) readShape(flag, id);
    else for (let members = u8(); members > 0; members--) readShape(u8(), u32());
  }
  if (at !== bytes.length) throw new Error(`PN2 ends at byte ${at} of ${bytes.length}`);
  return features;

  function readShape(flag: number, id: number) {
    const positions = readPositions();
    const last = features.at(-1);
    if (flag === HOLE && last?.geometry.type === 'Polygon') last.geometry.coordinates.push(positions);
    else if (flag === LINE)
      features.push({ type: 'Feature', id, properties: {}, geometry: { type: 'LineString', coordinates: positions } });
    else if (flag === RING || flag === OUTER)
      features.push({ type: 'Feature', id, properties: {}, geometry: { type: 'Polygon', coordinates: [positions] } });
    else throw new Error(`PN2 flag: found ${flag} before byte ${at}`);
  }

  function readPositions(): Position[] {
    const positions: Position[] = [];
    for (let nodes = u32(); nodes > 0; nodes--) {
      const lat = i16();
      const lng = i16();
      positions.push([lng / GRID, lat / GRID]);
      for (let followers = i16(); followers > 0; followers--) {
        const north = i8();
        positions.push([(lng + i8()) / GRID, (lat + north) / GRID]);
      }
    }
    return positions;
  }
}
