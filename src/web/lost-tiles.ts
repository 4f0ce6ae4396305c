import type { ErrorEvent, Map as MapLibre, MapSourceDataEvent } from 'maplibre-gl';

interface TileId {
  x: number;
  y: number;
  z: number;
}

/** Between two tries to get what is missing, ms. */
const REST = 10_000;

/**
 * Watches the tiles of our own map. What is lost is told once, and asked for again when the connection is back or the map
 * has moved; what is there stays. `bare` says whether all of them are lost so far.
 */
export function watchTiles(map: MapLibre, tell: () => void): { bare(): boolean } {
  const missing = new Map<string, TileId>();
  let came = false;
  let tried = 0;
  map.on('error', (event) => {
    // Of a tile the engine says whose it is.
    const { sourceId, tile } = event as ErrorEvent & Partial<Pick<MapSourceDataEvent, 'sourceId' | 'tile'>>;
    const id = sourceId === 'basemap' ? tile?.tileID.canonical : undefined;
    if (!id) {
      console.error(event.error);
      return;
    }
    if (missing.size === 0) {
      console.info(`Tiles of the map cannot be had. ${event.error}`);
      tell();
    }
    missing.set(keyOf(id), { x: id.x, y: id.y, z: id.z });
  });
  map.on('sourcedata', ({ sourceId, tile }: MapSourceDataEvent) => {
    if (sourceId !== 'basemap' || tile?.state !== 'loaded') return;
    came = true;
    missing.delete(keyOf(tile.tileID.canonical));
  });
  const again = () => {
    if (missing.size === 0) return;
    tried = Date.now();
    map.refreshTiles('basemap', [...missing.values()]);
  };
  addEventListener('online', again);
  map.on('moveend', () => {
    if (Date.now() - tried > REST) again();
  });
  map.on('remove', () => removeEventListener('online', again));
  return { bare: () => missing.size > 0 && !came };
}

function keyOf({ x, y, z }: TileId): string {
  return `${z}/${x}/${y}`;
}
