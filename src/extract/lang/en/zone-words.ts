import { ZONE_OFFSETS } from '../../time-zones.ts';
import { anyOf } from './time-words.ts';

/** Time zones as English news names them, beside the abbreviations that every language has. */

/** A fixed offset in minutes east of UTC, or an IANA zone whose offset depends on the day. */
export type NamedZone = number | string;

/** [9 a.m. Eastern], [9 a.m. US Eastern time], [9 a.m. ET]. */
const AMERICAN: Readonly<Record<string, { zone: string; standard: number; letters?: string }>> = {
  Atlantic: { zone: 'America/Halifax', standard: -240 },
  Eastern: { zone: 'America/New_York', standard: -300, letters: 'ET' },
  Central: { zone: 'America/Chicago', standard: -360, letters: 'CT' },
  Mountain: { zone: 'America/Denver', standard: -420, letters: 'MT' },
  Pacific: { zone: 'America/Los_Angeles', standard: -480, letters: 'PT' },
};

/** Zones by their full names. Those of the Americas, with "Standard" and "Daylight", follow from the table above. */
const FULL_NAMES: Readonly<Record<string, NamedZone>> = {
  'Greenwich Mean Time': 0,
  'Coordinated Universal Time': 0,
  'Universal Time': 0,
  'British Summer Time': 60,
  'Irish Standard Time': 60,
  'West European Time': 0,
  'Western European Time': 0,
  'Western European Summer Time': 60,
  'Central European Time': 'Europe/Berlin',
  'Central European Standard Time': 60,
  'Central European Summer Time': 120,
  'Eastern European Time': 'Europe/Athens',
  'Eastern European Standard Time': 120,
  'Eastern European Summer Time': 180,
  'Moscow Standard Time': 180,
  'Israel Standard Time': 120,
  'Israel Daylight Time': 180,
  'Israel Summer Time': 180,
  'Arabia Standard Time': 180,
  'Iran Standard Time': 210,
  'Gulf Standard Time': 240,
  'Pakistan Standard Time': 300,
  'India Standard Time': 330,
  'Indian Standard Time': 330,
  'Bangladesh Standard Time': 360,
  'Indochina Time': 420,
  'Western Indonesian Time': 420,
  'China Standard Time': 480,
  'Hong Kong Time': 480,
  'Singapore Standard Time': 480,
  'Philippine Standard Time': 480,
  'Japan Standard Time': 540,
  'Korea Standard Time': 540,
  'Korean Standard Time': 540,
  'Australian Western Standard Time': 480,
  'Australian Central Standard Time': 570,
  'Australian Central Daylight Time': 630,
  'Australian Eastern Standard Time': 600,
  'Australian Eastern Daylight Time': 660,
  'Australian Eastern Time': 'Australia/Sydney',
  'New Zealand Standard Time': 720,
  'New Zealand Daylight Time': 780,
  'West Africa Time': 60,
  'Central Africa Time': 120,
  'South Africa Standard Time': 120,
  'South African Standard Time': 120,
  'East Africa Time': 180,
  'Newfoundland Time': 'America/St_Johns',
  'Newfoundland Standard Time': -210,
  'Newfoundland Daylight Time': -150,
  'Alaska Standard Time': -540,
  'Alaska Daylight Time': -480,
  'Hawaii Standard Time': -600,
  'Brasilia Time': 'America/Sao_Paulo',
  'Argentina Time': -180,
};

/** [noon Moscow time]: cities and countries whose clocks news goes by, or quotes beside the local ones. */
const OF_PLACES: Readonly<Record<string, string>> = {
  Alaska: 'America/Anchorage',
  Amsterdam: 'Europe/Amsterdam',
  Ankara: 'Europe/Istanbul',
  Athens: 'Europe/Athens',
  Baghdad: 'Asia/Baghdad',
  Bangkok: 'Asia/Bangkok',
  Beijing: 'Asia/Shanghai',
  Beirut: 'Asia/Beirut',
  Berlin: 'Europe/Berlin',
  Bogota: 'America/Bogota',
  Brasilia: 'America/Sao_Paulo',
  British: 'Europe/London',
  Brussels: 'Europe/Brussels',
  Cairo: 'Africa/Cairo',
  Canberra: 'Australia/Sydney',
  Caracas: 'America/Caracas',
  'Central European': 'Europe/Berlin',
  Damascus: 'Asia/Damascus',
  Delhi: 'Asia/Kolkata',
  Dhaka: 'Asia/Dhaka',
  Doha: 'Asia/Qatar',
  Dubai: 'Asia/Dubai',
  Dublin: 'Europe/Dublin',
  Frankfurt: 'Europe/Berlin',
  French: 'Europe/Paris',
  Gaza: 'Asia/Gaza',
  Geneva: 'Europe/Zurich',
  German: 'Europe/Berlin',
  Hanoi: 'Asia/Ho_Chi_Minh',
  Hawaii: 'Pacific/Honolulu',
  Havana: 'America/Havana',
  Helsinki: 'Europe/Helsinki',
  'Hong Kong': 'Asia/Hong_Kong',
  Indian: 'Asia/Kolkata',
  Iran: 'Asia/Tehran',
  Iraqi: 'Asia/Baghdad',
  Irish: 'Europe/Dublin',
  Islamabad: 'Asia/Karachi',
  Israel: 'Asia/Jerusalem',
  Israeli: 'Asia/Jerusalem',
  Istanbul: 'Europe/Istanbul',
  Italian: 'Europe/Rome',
  Jakarta: 'Asia/Jakarta',
  Japan: 'Asia/Tokyo',
  Jerusalem: 'Asia/Jerusalem',
  Johannesburg: 'Africa/Johannesburg',
  Kabul: 'Asia/Kabul',
  Karachi: 'Asia/Karachi',
  Khartoum: 'Africa/Khartoum',
  Kiev: 'Europe/Kyiv',
  Kyiv: 'Europe/Kyiv',
  Lagos: 'Africa/Lagos',
  Lima: 'America/Lima',
  Lisbon: 'Europe/Lisbon',
  London: 'Europe/London',
  'Los Angeles': 'America/Los_Angeles',
  Madrid: 'Europe/Madrid',
  Manila: 'Asia/Manila',
  Melbourne: 'Australia/Melbourne',
  'Mexico City': 'America/Mexico_City',
  Moscow: 'Europe/Moscow',
  Mumbai: 'Asia/Kolkata',
  Nairobi: 'Africa/Nairobi',
  'New Delhi': 'Asia/Kolkata',
  'New York': 'America/New_York',
  Ottawa: 'America/Toronto',
  Paris: 'Europe/Paris',
  Perth: 'Australia/Perth',
  Prague: 'Europe/Prague',
  Riyadh: 'Asia/Riyadh',
  Rome: 'Europe/Rome',
  Seoul: 'Asia/Seoul',
  Shanghai: 'Asia/Shanghai',
  Singapore: 'Asia/Singapore',
  Spanish: 'Europe/Madrid',
  Stockholm: 'Europe/Stockholm',
  Sydney: 'Australia/Sydney',
  Taipei: 'Asia/Taipei',
  Tehran: 'Asia/Tehran',
  Tokyo: 'Asia/Tokyo',
  Toronto: 'America/Toronto',
  Turkish: 'Europe/Istanbul',
  UK: 'Europe/London',
  'U.K.': 'Europe/London',
  Ukrainian: 'Europe/Kyiv',
  Vienna: 'Europe/Vienna',
  Warsaw: 'Europe/Warsaw',
  Washington: 'America/New_York',
  Wellington: 'Pacific/Auckland',
  'New Zealand': 'Pacific/Auckland',
};

const american = Object.keys(AMERICAN);
const letters = Object.values(AMERICAN).flatMap((region) => region.letters ?? []);

/** One zone, after a clock time: [GMT], [local time], [ET], [Eastern Daylight Time], [Moscow time]; no group in it. */
export const ZONE_NAME = [
  'local(?: time)?',
  anyOf([...Object.keys(ZONE_OFFSETS), ...letters]),
  `(?:${anyOf(Object.keys(FULL_NAMES).map((name) => name.replace(/ Time$/, '')))}) [Tt]ime`,
  `(?:${anyOf(Object.keys(OF_PLACES).map((name) => name.replaceAll('.', '\\.')))}) [Tt]ime`,
  `(?:(?:US|U\\.S\\.|North American) )?(?:${anyOf(american)})(?:(?: (?:[Ss]tandard|[Dd]aylight))? [Tt]ime|(?! [A-Z]))`,
].join('|');

/** The zone of such a name; undefined for "local time", and for what is none. */
export function zoneNamed(name: string): NamedZone | undefined {
  const abbreviated = ZONE_OFFSETS[name];
  if (abbreviated !== undefined) return abbreviated;
  const full = name.replace(/ time$/, ' Time');
  const words = full.replace(/^(?:US|U\.S\.|North American) /, '').split(' ');
  const region = AMERICAN[words[0] ?? ''] ?? Object.values(AMERICAN).find((one) => one.letters === name);
  return FULL_NAMES[full] ?? OF_PLACES[full.replace(/ Time$/, '')] ?? (region && inRegion(region, words[1] ?? ''));
}

function inRegion({ zone, standard }: { zone: string; standard: number }, kind: string): NamedZone {
  if (/^standard$/i.test(kind)) return standard;
  return /^daylight$/i.test(kind) ? standard + 60 : zone;
}
