import type { TimexRule } from '../../../timex-engine.ts';
import { CUE } from '../time-cues.ts';

/** Times without a calendar date: the present, the past, the future. */

const REFERENCES: Readonly<Record<string, 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF'>> = {
  now: 'PRESENT_REF',
  'right now': 'PRESENT_REF',
  currently: 'PRESENT_REF',
  presently: 'PRESENT_REF',
  nowadays: 'PRESENT_REF',
  'these days': 'PRESENT_REF',
  'the time being': 'PRESENT_REF',
  'the present': 'PRESENT_REF',
  'present day': 'PRESENT_REF',
  'present-day': 'PRESENT_REF',
  recently: 'PAST_REF',
  'the past': 'PAST_REF',
  future: 'FUTURE_REF',
  'the future': 'FUTURE_REF',
  'the near future': 'FUTURE_REF',
  'the foreseeable future': 'FUTURE_REF',
};

// [now], [recently], [the future]
export const reference: TimexRule = {
  name: '<now>',
  cues: CUE.reference,
  pattern:
    /(?<word>right now|now|currently|presently|nowadays|these days|the time being|the present(?= [a-z])|present[- ]day|recently(?! as\b)|the past(?! (?:\w{1,8} )?(?:day|week|month|year|decade|quarter|hour|minute|summer|winter|few|several|two|three|four|five|six|seven|eight|nine|ten|\d))|(?:the )?(?:near |foreseeable )?future)(?![\w-])/i,
  read: ({ word }) => {
    const value = REFERENCES[(word ?? '').toLowerCase()] ?? (/future/i.test(word ?? '') ? 'FUTURE_REF' : undefined);
    return value ? { kind: 'reference', value } : null;
  },
};
