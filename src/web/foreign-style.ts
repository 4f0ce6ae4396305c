import type { StyleSpecification } from 'maplibre-gl';

/** A style that has not come by then is as good as none: the reader waits. */
const PATIENCE = 8000;

/**
 * The MapLibre style at an address, for a map other than our own; null, with a line in the console, when there is none or
 * one of its sources cannot be had.
 */
export async function fetchStyle(address: string): Promise<StyleSpecification | null> {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const style = await fetchJson(address, signal);
    if (!isStyle(style)) throw new Error('It is no MapLibre style');
    // The engine would wait for a lost source for ever.
    const sources = Object.values(style.sources).flatMap((source) => ('url' in source && source.url) || []);
    await Promise.all(sources.map((source) => fetchJson(source, signal)));
    return style;
  } catch (error) {
    console.info(`The map style ${address} cannot be used; Dateline's own is shown. ${error}`);
    return null;
  }
}

async function fetchJson(address: string, signal: AbortSignal): Promise<unknown> {
  const answer = await fetch(address, { credentials: 'omit', signal });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}

function isStyle(found: unknown): found is StyleSpecification {
  if (typeof found !== 'object' || found === null) return false;
  const { version, sources, layers } = found as Record<string, unknown>;
  return version === 8 && typeof sources === 'object' && sources !== null && Array.isArray(layers);
}
