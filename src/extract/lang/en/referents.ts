/** What a pronoun may stand for: the last subjects of each kind, as they were written. */
export interface Referents {
  person: string | null;
  /** Several people, or a body of them. */
  many: string | null;
  thing: string | null;
}

export const NO_REFERENTS: Referents = { person: null, many: null, thing: null };

const PLURAL = /(?:[^s\u2019']s|people|police|troops|men|women|children|media|crew|staff)$/;
const NAME =
  /^(?:\p{Lu}[\p{L}.'’-]*|de|da|del|der|van|von|bin|ibn|al|el|la|le|di|dos)(?:\s(?:\p{Lu}[\p{L}.'’-]*|de|da|del|der|van|von|bin|ibn|al|el|la|le|di|dos))*$/u;
const ROLE_AND_NAME =
  /^(?:(?:the|a|his|her|their|its)\s)?(?:[\p{Ll}-]+\s){1,4}(?<name>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,3})$/u;
const ROLE =
  /^(?:the|a|an)\s(?:[\p{L}\d-]{1,24}\s){0,3}(?:[\p{L}-]{1,24}(?:er|or|ist|man|woman|ian|year-old)|president|judge|captain|coach|founder|chief|king|queen|pope|suspect|boy|girl|mother|father|victim|teenager|student|defendant|general)(?:\sof\s.{1,200})?$/u;
const BODY =
  /\b(?:hurricane|storm|cyclone|typhoon|army|ministry|government|council|court|company|lender|firm|airline|retailer|insurer|club|team|party|union|agency|office|group|police|bank|department|committee|parliament|force|association|federation|university|hospital|united|city|real|borussia|observatory|commission|authority|service|news|times|jury|network|coalition)\b/i;

/** These end like somebody's trade and are nobody. */
const NOBODY =
  /^(?:the|an?)\s(?:\p{Ll}{1,20}\s){0,3}(?:number|river|power|order|border|water|weather|winter|summer|paper|letter|matter|tower|disaster|manner|center|computer|helicopter|quarter|chapter|factor|error|harbou?r|floor|door|motor|reactor|sector|corridor|list|coast|cost|forest|interest|protest|arrest|rest|dust|request|test)\b/u;

/** The thread of subjects after one more: which pronouns it can be taken up by. */
export function rememberSubject(referents: Referents, words: string, isPlace: (name: string) => boolean): Referents {
  if (/^(?:it|he|she|they|we|you|i|this|that|these|those|there|what|who)\b/i.test(words)) return referents;
  const neither = /^neither\s(?<name>.{2,40}?)\snor\s/i.exec(words)?.groups?.name;
  if (neither && isPerson(neither) && !isPlace(neither)) return { ...referents, person: neither };
  const [subject = '', aside = ''] = words.split(/,\s/);
  const owner = /^(?<owner>.+?)[’']s?\s/u.exec(subject)?.groups?.owner;
  const name = ROLE_AND_NAME.exec(subject)?.groups?.name;
  const known = owner && isPerson(owner) && !isPlace(owner) ? { ...referents, person: owner } : referents;
  if (NAME.test(aside) && /\s/.test(aside) && !BODY.test(aside)) return { ...known, person: aside };
  if (name && !BODY.test(subject)) return { ...known, person: name };
  // "The Titanic", "The Beatles": nobody's name has an article.
  if (/^the\s\p{Lu}/iu.test(subject) && NAME.test(subject)) return { ...known, thing: subject, many: subject };
  // One capital word may be a man, a team or a storm.
  if (isPerson(subject) && !isPlace(subject))
    return {
      ...known,
      person: subject,
      ...(!/\s/.test(subject) && { many: subject, ...(!/s$/.test(subject) && { thing: subject }) }),
    };
  if (PLURAL.test(subject) || /\sand\s/.test(words)) return { ...known, many: words };
  if (/^(?:the\s)?police\b/i.test(subject)) return { ...known, many: subject };
  return BODY.test(subject) ? { ...known, many: subject, thing: subject } : { ...known, thing: subject };
}

/** "Officials", "Protesters": a capital at the head of the sentence makes no name. */
const CROWD =
  /^(?:\p{Lu}\p{Ll}{1,16}(?:ists|ents|ants|ials|ators|icers|testers|kers|tors|omers|olders|[a-z]{3}ees)|Crowds|Men|Women|Troops|Forces|Nurses|Teachers|Lawyers|Judges|Jurors|Families|Relatives|Witnesses|Police|Soldiers|Rebels|Gunmen|Fighters|Workers|Voters|People|Children)$/u;

const isPerson = (words: string) =>
  (NAME.test(words) || (ROLE.test(words.toLowerCase()) && !NOBODY.test(words.toLowerCase()))) &&
  !BODY.test(words) &&
  !CROWD.test(words);

/** True where a pronoun may stand for a subject by its number: "it" for no people, "they" for no single thing. */
export function agrees(pronoun: string, subject: string): boolean {
  const many = PLURAL.test(subject) || /\sand\s/.test(subject);
  // "the company’s shares" are no company.
  const body = BODY.test(subject.replace(/^.{1,60}[’']s?\s/u, ''));
  return pronoun.toLowerCase() === 'they' ? many || body : !many || body;
}

/** A name, or a body of people: what may own shares and have a chief. */
export const isBody = (subject: string): boolean =>
  BODY.test(subject) || /^(?:(?:the|an?)\s)?(?:\p{Ll}{1,20}\s){0,3}\p{Lu}/u.test(subject.replace(/^(?:The|An?)\s/, ''));

/** False for several people and for a body of them. */
export const mayBePerson = (subject: string): boolean => !PLURAL.test(subject) && !BODY.test(subject);

/** What a pronoun stands for; null where nothing of its kind was named. */
export function referentOf(referents: Referents, pronoun: string): string | null {
  switch (pronoun.toLowerCase()) {
    case 'he':
    case 'she':
      return referents.person;
    case 'they':
      return referents.many;
    case 'it':
      return referents.thing;
    default:
      return null;
  }
}

/** Referents with the number of the sentence that named each last. */
export interface Memory {
  referents: Referents;
  named: Record<keyof Referents, number>;
}

export const NO_MEMORY: Memory = { referents: NO_REFERENTS, named: { person: 0, many: 0, thing: 0 } };

/** For how many sentences a pronoun may take up a name: a man is remembered longer than a thing. */
const REACH: Record<keyof Referents, number> = { person: 5, many: 3, thing: 2 };

const KINDS = ['person', 'many', 'thing'] as const;

/** What pronouns may still stand for in sentence number `now`. */
export function liveReferents({ referents, named }: Memory, now: number): Referents {
  const live = (kind: keyof Referents) => (now - named[kind] <= REACH[kind] ? referents[kind] : null);
  return { person: live('person'), many: live('many'), thing: live('thing') };
}

/** The memory after sentence number `now`; what a pronoun took up stays fresh. */
export function updateMemory(
  { referents, named }: Memory,
  next: Referents,
  pronoun: string | null,
  now: number,
): Memory {
  const taken = pronoun === null ? null : referentOf(referents, pronoun);
  // Whom "he" took up is nothing that "it" could mean.
  const known = taken !== null && /^(?:he|she)$/i.test(pronoun ?? '') ? withoutThing(next, taken) : next;
  const fresh = { ...named };
  for (const kind of KINDS)
    if (known[kind] !== referents[kind] || (taken !== null && known[kind] === taken)) fresh[kind] = now;
  return { referents: known, named: fresh };
}

const withoutThing = ({ person, many, thing }: Referents, name: string): Referents => ({
  person,
  many: many === name ? null : many,
  thing: thing === name ? null : thing,
});
