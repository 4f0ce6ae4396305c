/// <reference path="./built.d.ts" />
import built from '../../public/basemap/manifest.json';

/** public/basemap/manifest.json: what the tile build tells the page about its tiles. */
export interface Manifest {
  /** Name of the folder beside the manifest that holds Z/X/Y.mvt: a hash of the tiles, so they never change. */
  folder: string;
  /** Hash of what the tiles were cut from. */
  inputs: string;
  maxZoom: number;
  tiles: number;
  /** Bytes of all tiles, and of the largest, uncompressed. */
  bytes: number;
  largest: number;
  layers: string[];
}

export const basemapManifest: Manifest = built;
