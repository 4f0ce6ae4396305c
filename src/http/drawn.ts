/**
 * Pages that this isolate has drawn, the one asked for last at the end. Drawing a story's page costs tens of milliseconds
 * of processor time, where a request may take ten: the cache in front of the Worker asks each isolate for it
 * once a version, and whoever gets around that cache finds it here.
 */
const drawn = new Map<string, string>();
/** Some 100 kB each: a few megabytes of the 128 that an isolate has. */
const MOST = 40;

/** What `draw` gives, drawn at most once a key as long as it is kept. The key has to tell apart all that `draw` depends on. */
export function drawOnce(key: readonly (string | number)[], draw: () => string): string {
  const name = JSON.stringify(key);
  const page = drawn.get(name) ?? draw();
  drawn.delete(name);
  drawn.set(name, page);
  for (const oldest of drawn.keys()) {
    if (drawn.size <= MOST) break;
    drawn.delete(oldest);
  }
  return page;
}
