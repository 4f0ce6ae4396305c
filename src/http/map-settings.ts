import type { MapColours } from '../web/themes.ts';
import { readColours } from './map-colours.ts';

/** How a newsroom has its maps: what its settings say, as far as it is fit for use. */
export interface MapSettings {
  /** Address of a MapLibre style in place of our own (`MAP_STYLE`). */
  style?: string;
  /** Hosts, beside that of the style, from which it has tiles, glyphs and sprites (`MAP_STYLE_HOSTS`). */
  hosts: string[];
  /** Colours in place of ours (`MAP_COLOURS`). */
  colours: MapColours | null;
  /** What of them is not fit, each in a line: an editor is told, and the console. */
  faults: string[];
}

interface Settings {
  MAP_STYLE?: string;
  MAP_STYLE_HOSTS?: string;
  MAP_COLOURS?: string;
}

/** The settings stay what they are for as long as a Worker runs: they are read once. */
let last: { key: string; settings: MapSettings } | null = null;

export function mapSettingsOf({ MAP_STYLE, MAP_STYLE_HOSTS, MAP_COLOURS }: Settings): MapSettings {
  const key = JSON.stringify([MAP_STYLE, MAP_STYLE_HOSTS, MAP_COLOURS]);
  if (last?.key !== key) last = { key, settings: readSettings(MAP_STYLE, MAP_STYLE_HOSTS, MAP_COLOURS) };
  return last.settings;
}

function readSettings(style: string | undefined, hosts: string | undefined, given: string | undefined): MapSettings {
  const { colours, faults } = readColours(given);
  const url = readAddress(style);
  const named = (hosts ?? '').split(/[\s,]+/).filter((host) => host !== '');
  return {
    ...(url && { style: url.href }),
    // Without a style of another host there is nothing to fetch from further ones.
    hosts: url ? [...new Set([url.origin, ...named.filter(isHost)])] : [],
    colours,
    faults: [
      ...(style && !url ? ['MAP_STYLE is no http or https address'] : []),
      ...named.filter((host) => !isHost(host)).map((host) => `MAP_STYLE_HOSTS: ${host.slice(0, LONGEST)} is no host`),
      ...faults,
    ],
  };
}

const LONGEST = 60;

/**
 * A host as a content security policy names it: scheme, name (`*.` before it means all hosts below it), port. What holds
 * anything else could end the rule it is written into, or open more than a host.
 */
const HOST = /^https?:\/\/(?:\*\.)?[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,9}(?::\d{1,5})?$/i;

function isHost(text: string): boolean {
  // All hosts of a top-level domain would be all the world.
  return HOST.test(text) && !/^https?:\/\/\*\.[^.]+$/.test(text);
}

function readAddress(text: string | undefined): URL | null {
  const url = URL.parse(text ?? '');
  return url && /^https?:$/.test(url.protocol) ? url : null;
}
