/** Words whose full stop ends no sentence, and words that begin one even after such a stop. Lower case, without the stop. */

const words = (list: string) => list.split(' ');

/** A name or a number always follows: "Gen. Smith", "No. 10". */
export const LEADING: ReadonlySet<string> = new Set(
  words(
    'mr mrs ms messrs mme mlle dr prof rev fr sr. hon gen lt col maj capt cmdr cpl sgt pvt adm brig gov sen rep reps sens rt st ste mt ft pres supt det insp amb atty dist no nos vol pp fig art sec apt op cf vs v al e.g i.e eg ie viz approx est ca c',
  ),
);

/** May stand at the end of a sentence as well: what follows decides. */
export const TRAILING: ReadonlySet<string> = new Set(
  words(
    'inc corp co cos ltd llc plc bros jr sr esq etc dept univ assn ave blvd rd hwy jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ont que alta sask',
  ),
);

/** Words that, with a capital, begin a new sentence rather than go on with a name. */
export const STARTERS: ReadonlySet<string> = new Set(
  words(
    "the a an in on at it he she they we you i but and or so yet this that these those there here his her their its our my as after before when while where why how what who for if by with from to of during since until although though because however meanwhile also another some many most several all both each no not nor one two three still now then last next such among under over between despite according once earlier later officials police others that's it's he's she's they're we're there's let",
  ),
);
