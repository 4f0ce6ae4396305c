/** Words that decide whether a name means a place. Lower case, folded as the gazetteer's keys are. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Small words inside a name: "Stratford-upon-Avon", "Rio de Janeiro", "Trinidad and Tobago", "Tall al-Rifaat". */
export const PARTICLES = words(`
  and of the on upon in under by le la les el al as ash at ad an ar az ez es us de del della di da do dos das du des
  der den van von sur sous aux am im an bei ob op aan y e i`);

/** Names in capitals that are another word in small letters, or nothing at all. */
export const ACRONYMS = words(`
  us uk eu uae usa drc dprk prc ksa png dc nyc nsw nwt pei al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma
  mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy ab bc mb nb nl ns on qc sk nt
  qld sa vic`);

/** States and provinces cut short: names in capitals or before a full stop only, for most are words otherwise. */
export const ABBREVIATIONS = words(`
  ala ariz ark calif cal colo conn del fla ill ind kan kans mass mich minn miss mont neb nebr nev okla ore penn tenn tex
  wash wis wisc wyo alta man ont que sask tas qld vic`);

/** Capitalised words that begin sentences or name days and people far oftener than any place of that name. */
export const NEVER_A_PLACE = words(`
  the a an and or but nor for yet so if as at by in of on to up we he she it i you they them us our my his her its your
  their this that these those there here then than thus what when where which who whom whose why how all any both each
  few more most no none not only other own same some such too very can could may might must shall should will would do
  does did done is are was were be been being am has have had having about above after again against before below
  between during from further into off once out over through under until while with within without because also however
  meanwhile still just even now today tomorrow yesterday tonight monday tuesday wednesday thursday friday saturday
  sunday january february march april may june july august september october november december mr mrs ms dr prof sir
  president minister police state government army city county town village street road avenue university college school
  church hospital center centre park bank house court company club team league board council department office news
  press post times god lord father mother one two three four five six seven eight nine ten first second third last next
  new old big good great high low long open west east north south western eastern northern southern central middle
  upper lower black white red green blue golden grand royal santa san saint`);

/** Stand before a person's name. */
export const PERSON_TITLES = words(`
  mr mrs ms miss dr prof professor sir dame lord lady baron king queen prince princess pope sheikh imam ayatollah rabbi
  rev reverend father sister brother judge justice gen general lt lieutenant col colonel maj major capt captain cpl
  corporal sgt sergeant pvt private admiral cmdr commander officer detective inspector constable sheriff deputy gov
  governor sen senator rep representative congressman congresswoman mayor councilman councilwoman alderman president
  chancellor premier minister secretary ambassador spokesman spokeswoman spokesperson chairman chairwoman coach actor
  actress singer author director attorney defendant suspect`);
