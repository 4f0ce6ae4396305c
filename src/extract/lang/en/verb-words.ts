import { wordClass } from './word-class.ts';

/** Closed classes of words by which verbs are found. */

const set = (list: string) => new Set(list.split(' '));

export const WILL = set("will shall 'll won't would wouldn't");
const MODAL = set("may might could can should must cannot can't couldn't shouldn't ought");
export const HAVE = set("have has had haven't hasn't hadn't having 've");
export const BE = set("is are was were am isn't aren't wasn't weren't 're 'm");
const DO = set("do does did don't doesn't didn't");
export const isWill = wordClass(WILL);
export const isModal = wordClass(MODAL);
export const isHave = wordClass(HAVE);
export const isBe = wordClass(BE);
export const isDo = wordClass(DO);
export const isAuxiliary = wordClass(new Set([...WILL, ...MODAL, ...HAVE, ...BE, ...DO]));
export const isNot = wordClass("not never n't no longer");
export const isAdverb = wordClass(
  'also then later already now still just since even again soon once ever always often reportedly largely only finally recently officially not never yet instead further so far both all at least first there',
);
export const isDeterminer = wordClass(
  'the a an this that these those his her its their our my your some any no each every another several many few more most',
);
export const isPreposition = wordClass(
  'of in on at by for from to with into onto over under near about against between through during towards toward within without across along around behind beyond amid among outside inside off despite like via per than as',
);
export const isObject = wordClass('him her them it us me you himself herself itself themselves');
export const isSubjectPronoun = wordClass('i you he she it we they who which that what there');
export const opensGerund = wordClass('since after before');
export const FORESEEING = set('expect forecast predict');
export const isParticle = wordClass('out back down up off over in away through into at on');
export const isPlural = wordClass(
  'people police troops forces men women children officials authorities media crew staff crowds',
);

/** Bodies of players that take a plural verb: "her side play Wales". */
export const isTeam = wordClass('side team club squad champions holders');

/** Nouns first: as present forms we believe them only after a pronoun. */
export const NOUNS_FIRST = set(
  'last force attack strike raid report shell battle market house record result plan place place share trade film play face sign head fire hand result concern review study love need work park house host target battle fight clash change charge fine appeal trial visit vote poll protest march rally riot ban deal draw goal score spark stage state name name lead support aid rise fall increase flood storm burn crash blast release search award test call claim post quarantine damage wound murder loan transfer substitute trip talk offer order bid rule veto cause bomb bombard grant group lack dock orbit ship',
);
/** Present forms that are no nouns, whatever follows. */
export const isOnlyVerb = wordClass('says believes thinks knows insists argues denies alleges admits tells adds');
export const isQuote = wordClass('“ " ‘ ”');
/** Verbs that take a bare infinitive: "helped troops retake the city". */
export const CAUSATIVE = set('help let make see watch');
/** What is done to nobody: "some 300 died" has its subject, "300 killed" has not. */
export const INTRANSITIVE = set(
  'die drown perish flee escape arrive gather vote march protest attend survive vanish disappear fall remain return work live appear',
);
/** "by" goes with these to say how, or by when: "landed by helicopter". */
export const isMeans = wordClass(
  'video phone telephone satellite radio proxy post email letter helicopter air sea land road rail train plane bus boat ship ferry car truck foot parachute then now midday noon midnight monday tuesday wednesday thursday friday saturday sunday dawn dusk nightfall evening',
);
