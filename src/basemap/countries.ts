/**
 * Country names by ISO code in a language, as newspapers print them on maps.
 * Codes that the runtime has no name for are left out; an unknown language gives the English names.
 */
export function countryNames(lang: string): Readonly<Record<string, string>> {
  const names = known.get(lang) ?? nameCountries(lang);
  known.set(lang, names);
  return names;
}

/** The same in capital letters, by the rules of the language: "ΓΕΡΜΑΝΙΑ" without its accent, "SURİYE" with its dot. */
export function capitalNames(lang: string): Readonly<Record<string, string>> {
  const tongue = isSupported(lang) ? lang : 'en';
  const names = Object.entries(countryNames(lang));
  return Object.fromEntries(names.map(([code, name]) => [code, name.toLocaleUpperCase(tongue)]));
}

// A list asks for each of its entries.
const known = new Map<string, Record<string, string>>();

function nameCountries(lang: string): Record<string, string> {
  const tongue = isSupported(lang) ? lang : 'en';
  const names = new Intl.DisplayNames(tongue, { type: 'region', fallback: 'none' });
  const named = CODES.flatMap((code): [string, string][] => {
    const name = names.of(code);
    return name ? [[code, name]] : [];
  });
  return { ...Object.fromEntries(named), ...(tongue.split('-', 1)[0] === 'en' && ENGLISH) };
}

function isSupported(lang: string): boolean {
  try {
    return Intl.DisplayNames.supportedLocalesOf(lang).length > 0;
  } catch {
    return false; // not a language tag at all
  }
}

const CODES = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BR BS BT BW BY BZ CA CC CD ' +
  'CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD ' +
  'GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG ' +
  'KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU ' +
  'MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PT PW PY QA RE RO RS RU RW SA ' +
  'SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG ' +
  'US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'
).split(' ');

// Where the Unicode consortium's English name is longer than a map's, or not the one that English newspapers use.
const ENGLISH: Record<string, string> = {
  AG: 'Antigua and Barbuda',
  BA: 'Bosnia and Herzegovina',
  BL: 'St. Barthélemy',
  CD: 'Dem. Rep. of Congo',
  CG: 'Rep. of Congo',
  CI: 'Ivory Coast',
  CZ: 'Czech Republic',
  FK: 'Falkland Islands',
  GB: 'Britain',
  GS: 'South Georgia',
  HK: 'Hong Kong',
  MM: 'Myanmar',
  MO: 'Macau',
  ST: 'São Tomé and Príncipe',
  TF: 'French Southern Lands',
  TL: 'East Timor',
  TR: 'Turkey',
  TT: 'Trinidad and Tobago',
  US: 'United States',
};
