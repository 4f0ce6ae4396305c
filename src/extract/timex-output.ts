import type { Clock, Timex, TimexMod } from '../types.ts';
import { formatDay, pad } from './calendar.ts';
import type { ClockReading, Meaning } from './timex-meaning.ts';
import type { PlacedMention, Resolved } from './timex-resolve.ts';
import { type Period, partOf, periodToEdtf } from './timex-value.ts';

/** A resolved mention as the contract has it. `from` and `to` are those of the whole period; the part is in `mod` and `edtf`. */
export function toTimex(mention: PlacedMention, resolved: Resolved): Timex {
  const { meaning, span, rule } = mention;
  const { period } = resolved;
  const timed = meaning.clock !== undefined || meaning.dayPart !== undefined;
  const isTime = timed && resolved.type === undefined && (period === null || period.grain === 'day');
  const mod: TimexMod | undefined = meaning.part ?? meaning.mod ?? resolved.mod;
  return {
    ...span,
    type: resolved.type ?? (isTime ? 'TIME' : 'DATE'),
    value: isTime ? `${resolved.value}${timeValue(meaning)}` : resolved.value,
    ...(mod && { mod }),
    from: period ? formatDay(period.from) : null,
    to: period ? formatDay(period.to) : null,
    edtf: period ? edtfOf(mention, period, mod) : null,
    ...(mention.bound && { bound: mention.bound }),
    ...(isTime && meaning.clock && { clock: clockOf(meaning.clock) }),
    ...(resolved.anchor && { anchor: resolved.anchor }),
    rule,
  };
}

function clockOf({ hour, minute, offsetMinutes }: ClockReading): Clock {
  return { hour, minute, offsetMinutes };
}

/** `T17:00`, with the offset where it is known; `TMO`. */
function timeValue({ clock, dayPart }: Meaning): string {
  if (!clock) return dayPart ? `T${dayPart}` : '';
  const time = `T${pad(clock.hour)}:${pad(clock.minute)}`;
  if (clock.offsetMinutes === null) return time;
  if (clock.offsetMinutes === 0) return `${time}Z`;
  const minutes = Math.abs(clock.offsetMinutes);
  return `${time}${clock.offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function edtfOf({ meaning, bound, pair }: PlacedMention, period: Period, mod: TimexMod | undefined): string {
  let edtf = periodToEdtf(period);
  if (meaning.part && period.grain !== 'day') {
    const days = partOf(period, meaning.part);
    edtf = `${formatDay(days.from)}/${formatDay(days.to)}`;
  } else if (mod === 'APPROX' && !edtf.includes('/')) {
    edtf = `${edtf}~`;
  }
  if (!bound || pair !== undefined) return edtf;
  const [first = edtf, last = first] = edtf.split('/');
  return bound === 'since' || bound === 'after' ? `${first}/..` : `../${last}`;
}
