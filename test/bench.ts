// npm run bench [-- NAME ...]: what it costs. Every line compares two things measured in this one run, or shows growth:
// the absolute figures are this machine's.
import { benchEvents } from './bench/events.ts';
import { benchExtract } from './bench/extract.ts';
import { benchPlaces } from './bench/places.ts';
import { benchServed } from './bench/served.ts';
import { benchTimes } from './bench/times.ts';

const BENCHES: Record<string, () => void | Promise<void>> = {
  times: benchTimes,
  places: benchPlaces,
  events: benchEvents,
  extract: benchExtract,
  served: benchServed,
};

const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n# ${name}`);
  await bench();
}
