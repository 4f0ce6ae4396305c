/** Past tense and participle of irregular verbs; one form where both are the same. */
const IRREGULAR = `
arise arose arisen|awake awoke awoken|be was been|bear bore borne|beat beat beaten|become became become|begin began begun
bend bent|bet bet|bid bid|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought
broadcast broadcast|build built|burn burned|burst burst|buy bought|cast cast|catch caught|choose chose chosen|cling clung
come came come|cost cost|creep crept|cut cut|deal dealt|dig dug|do did done|draw drew drawn|drink drank drunk
drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung
fly flew flown|forbid forbade forbidden|forecast forecast|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
get got|give gave given|go went gone|grind ground|grow grew grown|hang hung|have had|hear heard|hide hid hidden
hit hit|hold held|hurt hurt|keep kept|know knew known|lay laid|lead led|leap leapt|leave left|lend lent
let let|lie lay lain|light lit|lose lost|make made|mean meant|meet met|mislead misled|overcome overcame overcome|offset offset
overrun overran overrun|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|pay paid|put put|plead pleaded
quit quit|read read|rebuild rebuilt|retake retook retaken|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said|see saw seen
seek sought|sell sold|send sent|set set|shake shook shaken|shed shed|shine shone|shoot shot|show showed shown|shrink shrank shrunk
shut shut|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|speed sped|spend spent
spill spilled|spin spun|split split|spread spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck
strike struck|string strung|strive strove striven|swear swore sworn|sweep swept|swell swelled|swim swam swum|swing swung
take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|undergo underwent undergone
understand understood|undertake undertook undertaken|uphold upheld|upset upset|wake woke woken|wear wore worn|win won|wind wound
withdraw withdrew withdrawn|withhold withheld|withstand withstood|write wrote written|overturn overturned|offer offered`;

const IRREGULAR_FORMS = new Map(
  IRREGULAR.trim()
    .split(/[|\n]/)
    .map((entry) => {
      const [lemma = '', past = '', participle = past] = entry.trim().split(' ');
      return [lemma, { past, participle }] as const;
    }),
);

/** Verbs of more than one syllable that double their last letter. */
const DOUBLING = new Set(
  'admit commit compel confer control defer deter equip expel kidnap occur omit permit prefer rebel recur refer regret remit submit transfer'.split(
    ' ',
  ),
);

/** Verbs of more than one syllable that double their last letter in Britain. */
const BRITISH = /[aeiou].{0,6}[^aeiou][aeiou]l$/;

export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

/** What a spelling may be of a verb. */
export interface VerbReading extends Readonly<Record<VerbForm, boolean>> {
  lemma: string;
}

const NO_FORM: Record<VerbForm, boolean> = { base: false, s: false, past: false, participle: false, ing: false };

/** Every form of the given verbs, by its spelling. */
export function inflect(lemmas: Iterable<string>): Map<string, VerbReading> {
  const readings = new Map<string, VerbReading>();
  const add = (spelling: string, lemma: string, form: VerbForm) => {
    const reading = readings.get(spelling);
    if (!reading) readings.set(spelling, { lemma, ...NO_FORM, [form]: true });
    else if (reading.lemma === lemma) readings.set(spelling, { ...reading, [form]: true });
  };
  for (const lemma of new Set([...lemmas, ...IRREGULAR_FORMS.keys()])) {
    const { past, participle } = IRREGULAR_FORMS.get(lemma) ?? {
      past: regularPast(lemma),
      participle: regularPast(lemma),
    };
    add(lemma, lemma, 'base');
    add(thirdPerson(lemma), lemma, 's');
    add(past, lemma, 'past');
    add(participle, lemma, 'participle');
    // "travelled", "signalling"
    if (BRITISH.test(lemma)) {
      add(`${lemma}led`, lemma, 'past');
      add(`${lemma}led`, lemma, 'participle');
      add(`${lemma}ling`, lemma, 'ing');
    }
    add(
      `${stemOf(lemma)
        .replace(/ie$/, 'y')
        .replace(/(?<=[^eoy])e$/, '')}ing`,
      lemma,
      'ing',
    );
  }
  return readings;
}

/** The simple past of a verb: "tear" to "tore". */
export const pastOf = (lemma: string): string => IRREGULAR_FORMS.get(lemma)?.past ?? regularPast(lemma);

/** The verb with its last letter doubled where English doubles it: "stop" to "stopp", "admit" to "admitt". */
function stemOf(lemma: string): string {
  const short = /^[^aeiou]*[aeiou][bdgklmnprtv]$/.test(lemma) && !/[aeiou]{2}.$/.test(lemma);
  return short || DOUBLING.has(lemma) ? lemma + lemma.slice(-1) : lemma;
}

function regularPast(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return `${stemOf(lemma)}ed`;
}

function thirdPerson(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}
