// "Woiwodschaft Kleinpolen", "provincia di Torino": on a map the place of the letters says what they name.
const KINDS: Record<string, RegExp> = {
  ar: /^(?:محافظة|ولاية|مقاطعة|إقليم|منطقة|دائرة|شعبية|إدارة|بلدية|أبرشية) (?=\S)/,
  de: kinds(
    'département gouvernement woiwodschaft provinz distrikt oblast gouvernorat departamento bezirk gemeinde kreis opština präfektur ' +
      'kanton rajon okrug komitat gespanschaft',
    '',
  ),
  en: /^Republic of (?=\p{Lu})| (?:Prefecture|Governorate|Province)$/u,
  es: kinds(
    'provincia gobernación departamento distrito región voivodato óblast condado municipalidad municipio parroquia cantón prefectura',
    'de |del ',
  ),
  fa: /^(?:استان|ولایت|بخش|شهرداری|شهرستان|ناحیه|ایالت|پریش) (?=\S)/,
  fr: kinds(
    'province gouvernorat département district région voïvodie voblast oblast comté canton municipalité préfecture paroisse',
    "de |du |des |d['’]",
  ),
  he: /^(?:מחוז|פרובינציית) (?=\S)/,
  it: kinds(
    'provincia governatorato dipartimento distretto regione voivodato contea canton',
    "di |del |della |dell['’]|d['’]",
  ),
  nl: kinds('provincie gouvernement departement district woiwodschap oblast', ''),
  pl: kinds('prowincja gmina prefektura okręg departament województwo', ''),
  pt: kinds('província departamento distrito região voivodia condado', 'de |do |da '),
  ru: kinds('префектура провинция департамент приход округ уезд', ''),
  uk: kinds('провінція префектура департамент муніципалітет парафія', ''),
};

/** A region's name in a language without the word for what it is. */
export function bareName(lang: string, name: string): string {
  return name.replace(KINDS[lang] ?? /$^/, '');
}

/** One of the words, small or capital, and what joins it to a name with a capital; a source may have left the joint alone. */
function kinds(words: string, joints: string): RegExp {
  const either = words.split(' ').map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`);
  const alone = joints === '' ? '' : `|${joints}`;
  return new RegExp(`^(?:(?:${either.join('|')}) (?:${joints})${alone})(?=\\p{Lu})`, 'u');
}
