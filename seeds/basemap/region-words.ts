// "Woiwodschaft Kleinpolen", "provincia di Torino": on a map the place of the letters says what they name.
const KINDS: Record<string, RegExp> = {
  ar: /^(?:محافظة|ولاية|مقاطعة|إقليم|منطقة|دائرة|شعبية|إدارة|بلدية|أبرشية) (?=\S)/,
  de: kinds('département gouvernement woiwodschaft provinz distrikt oblast gouvernorat departamento bezirk', ''),
  en: /^Republic of (?=\p{Lu})| (?:Prefecture|Governorate|Province)$/u,
  es: kinds('provincia gobernación departamento distrito región voivodato óblast condado', 'de |del '),
  fa: /^(?:استان|ولایت|بخش|شهرداری|شهرستان|ناحیه|ایالت|پریش) (?=\S)/,
  fr: kinds('province gouvernorat département district région voïvodie oblast comté', "de |du |d['’]"),
  it: kinds('provincia governatorato dipartimento distretto regione voivodato contea', "di |del |d['’]"),
  nl: kinds('provincie gouvernement departement district woiwodschap oblast', ''),
  pt: kinds('província departamento distrito região voivodia condado', 'de |do |da '),
};

/** A region's name in a language without the word for what it is. */
export function bareName(lang: string, name: string): string {
  return name.replace(KINDS[lang] ?? /$^/, '');
}

/** One of the words, small or capital, and what joins it to a name with a capital. */
function kinds(words: string, joints: string): RegExp {
  const either = words.split(' ').map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`);
  return new RegExp(`^(?:${either.join('|')}) (?:${joints})(?=\\p{Lu})`, 'u');
}
