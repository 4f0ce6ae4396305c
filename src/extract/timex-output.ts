import type { Clock, Timex, TimexMod } from '../types.ts';
import { formatDay, pad } from './calendar.ts';
import type { ClockReading, Meaning } from './timex-meaning.ts';
import type { PlacedMention, Resolved } from './timex-resolved.ts';
import { type Period, partOf, periodToEdtf } from './timex-value.ts';
import { offsetOnDay } from './zone-offset.ts';

/** A resolved mention as the contract has it. `from` and `to` are those of the whole period; the part is in `mod` and `edtf`. */
export function toTimex(mention: PlacedMention, resolved: Resolved): Timex {
  const { meaning, span, rule } = mention;
  const { period } = resolved;
  const timed = meaning.clock !== undefined || meaning.dayPart !== undefined;
  const isTime = timed && resolved.type === undefined && (period === null || period.grain === 'day');
  const clock = meaning.clock && clockOf(meaning.clock, period);
  const mod: TimexMod | undefined = meaning.part ?? meaning.mod ?? resolved.mod;
  // All of one shape: what is missing is written out.
  return {
    start: span.start,
    end: span.end,
    text: span.text,
    type: resolved.type ?? (isTime ? 'TIME' : 'DATE'),
    value: isTime ? `${resolved.value}${clock ? clockValue(clock) : dayPartValue(meaning)}` : resolved.value,
    mod,
    from: period ? formatDay(period.from) : null,
    to: period ? formatDay(period.to) : null,
    edtf: period ? edtfOf(mention, period, mod, resolved.within) : null,
    bound: mention.bound,
    clock: isTime ? clock : undefined,
    anchor: resolved.anchor,
    rule,
  };
}

/** A clock of a named zone gets the offset that the zone has on its day. */
function clockOf({ hour, minute, offsetMinutes, zone }: ClockReading, period: Period | null): Clock {
  if (zone === undefined || period?.grain !== 'day') return { hour, minute, offsetMinutes };
  return { hour, minute, offsetMinutes: offsetOnDay(formatDay(period.from), `${pad(hour)}:${pad(minute)}:00`, zone) };
}

/** `T17:00`, with the offset where it is known. */
function clockValue({ hour, minute, offsetMinutes }: Clock): string {
  const time = `T${pad(hour)}:${pad(minute)}`;
  if (offsetMinutes === null) return time;
  if (offsetMinutes === 0) return `${time}Z`;
  const minutes = Math.abs(offsetMinutes);
  return `${time}${offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** `TMO`. */
function dayPartValue({ dayPart }: Meaning): string {
  return dayPart ? `T${dayPart}` : '';
}

function edtfOf(
  { meaning, bound, pair }: PlacedMention,
  period: Period,
  mod: TimexMod | undefined,
  within: Resolved['within'],
): string {
  let edtf = periodToEdtf(period);
  const days = within ?? (meaning.part && partOf(period, meaning.part));
  if (days && period.grain !== 'day') {
    edtf = `${formatDay(days.from)}/${formatDay(days.to)}`;
  } else if (mod === 'APPROX' && !edtf.includes('/')) {
    edtf = `${edtf}~`;
  }
  if (!bound || pair !== undefined) return edtf;
  const [first = edtf, last = first] = edtf.split('/');
  return bound === 'since' || bound === 'after' ? `${first}/..` : `../${last}`;
}
