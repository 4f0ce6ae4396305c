/** Minutes east of UTC on the wall clocks of an IANA zone when they show `time` (`17:00:00`) on `day` (`2024-11-30`); 0 for an unknown zone. */
export function offsetOnDay(day: string, time: string, zone: string): number {
  const utc = Date.parse(`${day}T${time}Z`);
  // The offset before a change of the clocks may be another than after it: the second look settles it.
  const first = offsetAt(utc, zone);
  return offsetAt(utc - first * 60_000, zone);
}

/** The same at an instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const name = formatOf(zone)
    ?.formatToParts(instant)
    .find((part) => part.type === 'timeZoneName')?.value;
  const { sign, hours, minutes } = /(?<sign>[+-])(?<hours>\d{2}):(?<minutes>\d{2})/.exec(name ?? '')?.groups ?? {};
  if (hours === undefined || minutes === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(zone: string): Intl.DateTimeFormat | null {
  let format = formats.get(zone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone || 'UTC',
        timeZoneName: 'longOffset',
        year: 'numeric',
      });
    } catch {
      format = null;
    }
    formats.set(zone, format);
  }
  return format;
}
