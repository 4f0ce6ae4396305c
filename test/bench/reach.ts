import { MOVES } from './drag.ts';
import { PEERS } from './peers.ts';
import { type Measured, quantile, type Results, type RunName } from './timelines.ts';

/** A line of the table: what is to be reached, and how it is read from what was measured. Less is better. */
interface Goal {
  says: string;
  most: number;
  run: RunName;
  read: (measured: Measured) => number | undefined;
}

const ready = ({ ready }: Measured) => ready;
const elements = ({ elements }: Measured) => elements;
/** Of a drag that hardly began there is nothing to compare. */
const p95 = ({ drag }: Measured) => (drag && drag.moves > MOVES / 2 ? quantile(drag.frames, 0.95) : undefined);

const GOALS: readonly Goal[] = [
  { says: '1,000 events: ready, ms', most: 150, run: 'thousand', read: ready },
  { says: '10,000 events: ready, ms', most: 400, run: 'tenThousand', read: ready },
  { says: '10,000 events: elements', most: 2000, run: 'tenThousand', read: elements },
  { says: '10,000 events: 95 % of frames of a drag, ms', most: 20, run: 'tenThousand', read: p95 },
  { says: 'the same at a quarter of the speed, ms', most: 40, run: 'slowly', read: p95 },
  {
    says: '100,000 events: longest task of a drag, ms',
    most: 50,
    run: 'hundredThousand',
    read: ({ drag }) => drag?.longest,
  },
];

/** Prints what is to be reached, what was, and how many times as much the others take. `script` is in kB, by name. */
export function printReach(results: ReadonlyMap<string, Results>, script: ReadonlyMap<string, number>): void {
  const names = ['Dateline', ...PEERS.map(({ name }) => name)];
  const row = (says: string, most: string, cells: readonly string[]) =>
    console.log(`${says.padEnd(46)}${most.padStart(6)}${cells.map((cell) => cell.padStart(20)).join('')}`);
  console.log('');
  row('reach', 'goal', names);
  for (const { says, most, run, read } of GOALS) {
    const measured = names.map((name) => results.get(name)?.[run]);
    row(says, String(most), cells(measured.map((one) => one && (read(one) ?? null))));
  }
  row('script before the map, kB compressed', '35', cells(names.map((name) => script.get(name))));
}

/** Ours first. Null is what did not come in time; what is undefined was not asked for. */
function cells(values: readonly (number | null | undefined)[]): string[] {
  const [ours] = values;
  return values.map((value, index) => {
    if (value === undefined) return '';
    if (value === null) return 'not in time';
    const text = value < 100 ? value.toFixed(1) : value.toFixed(0);
    return index > 0 && ours ? `${text} (${(value / ours).toFixed(1)}×)` : text;
  });
}
