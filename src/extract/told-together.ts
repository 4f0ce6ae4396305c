/**
 * Territories with a code of their own of which the news tells when it tells of a state or its people: "Israelis" are
 * written of with Palestinian towns, "Danish" with those of Greenland.
 */
export const TOLD_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  CN: ['HK', 'MO'],
  DK: ['FO', 'GL'],
  FR: ['GF', 'GP', 'MQ', 'NC', 'PF', 'RE', 'YT'],
  IL: ['PS'],
  MA: ['EH'],
  NL: ['AW', 'CW', 'SX'],
  RS: ['XK'],
  US: ['GU', 'PR', 'VI'],
};
