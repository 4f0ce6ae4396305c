/** Words that decide whether a name means a place. Lower case, folded as the gazetteer's keys are. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Small words inside a name: "Stratford-upon-Avon", "Rio de Janeiro", "Trinidad and Tobago", "Tall al-Rifaat". */
export const PARTICLES = words(`
  and of the on upon in under by le la les el al as ash at ad an ar az ez es us de del della di da do dos das du des
  der den van von sur sous au aux en lez am im an bei ob op aan y e i`);

/** Names in capitals that are another word in small letters, or nothing at all. */
export const ACRONYMS = words(`
  us uk eu uae usa drc dprk prc ksa png dc nyc nsw nwt pei al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma
  mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy ab bc mb nb nl ns on qc sk nt
  qld sa vic`);

/** States and provinces cut short: names in capitals or before a full stop only, for most are words otherwise. */
export const ABBREVIATIONS = words(`
  ala ariz ark calif cal colo conn del fla ill ind kan kans mass mich minn miss mont neb nebr nev okla ore penn tenn tex
  wash wis wisc wyo ky va ga pa md mo vt alta man ont que sask tas qld vic`);

/** Capitalised words that begin sentences or name days and offices far oftener than any place of that name. */
export const NEVER_A_PLACE = words(`
  the a an and or but nor for yet so if as at by in of on to up we he she it i you they them us our my his her its your
  their this that these those there here then than thus what when where which who whom whose why how all any both each
  few more most no none not only other own same some such too very can could may might must shall should will would do
  does did done is are was were be been being am has have had having about above after again against before below
  between during from further into off once out over through under until while with within without because also however
  meanwhile still just even now today tomorrow yesterday tonight monday tuesday wednesday thursday friday saturday
  sunday january february march april may june july august september october november december jan feb mar apr jun jul
  aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun mr mrs ms dr prof sir
  president minister police state government army city county town village street road avenue university college school
  church hospital center centre park bank house court company club team league board council department office news
  press post times god lord father mother one two three four five six seven eight nine ten first second third last next
  new old big good great high low long open west east north south western eastern northern southern central middle
  upper lower black white red green blue golden grand royal santa san saint many much christmas easter internet
  plaza piazza praca placa platz calle avenida rue viale corso puerta estadio stade stadio parc parque hotel`);

/** Stand before a person's name. */
export const PERSON_TITLES = words(`
  mr mrs ms miss dr prof professor sir dame lord lady baron baroness king queen prince princess pope sheikh imam
  ayatollah rabbi rev reverend father sister brother judge justice gen general lt lieutenant col colonel maj major capt
  captain cpl corporal sgt sergeant pvt private spc specialist adm admiral cmdr commander officer detective det
  inspector constable sheriff deputy gov governor sen senator rep representative congressman congresswoman mayor
  councilman councilwoman councilor councillor alderman commissioner president vice chancellor premier minister
  secretary ambassador envoy spokesman spokeswoman spokesperson chairman chairwoman chair chief coach quarterback
  pitcher guard forward midfielder striker captain actor actress singer author artist director producer attorney lawyer
  defendant suspect victim st pastor bishop archbishop cardinal monsignor principal superintendent trooper firefighter
  paramedic nurse teacher farmer analyst economist historian journalist reporter columnist editor leader founder ceo
  rebel warlord activist son daughter wife husband brother sister uncle aunt cousin nephew niece mother father`);

/** Titles that stand before nothing but a person's name. */
export const MISTER = words('mr mrs ms miss dr');

/** Prepositions and adverbs that a place stands behind. */
export const LOCATIVES = words(`
  in at near from to into toward towards across throughout around outside inside via within through over off between
  beyond along upon onto north south east west northeast northwest southeast southwest downtown`);

/** Adjectives of direction and part: "northern Syria", "downtown Denver", "rural Ohio". */
export const PARTS = words(`
  north south east west northern southern eastern western central northeast northwest southeast southwest northeastern
  northwestern southeastern southwestern mid upper lower inner outer greater downtown uptown suburban rural coastal
  mainland inland occupied northernmost southernmost nearby neighboring neighbouring war-torn metropolitan metro urban`);

/** Verbs whose object is a place as a rule: "entered Afrin", "fled Mosul". */
export const TAKING = words(`
  entered enter entering reached reach reaching left leave leaving seized seize seizing captured capture capturing took
  take taking retook retake retaking recaptured recapture stormed storm storming shelled shell shelling bombed bomb
  bombing bombarded besieged besiege besieging hit hitting struck strike striking visited visit visiting fled flee
  fleeing crossed cross crossing lashed battered swept flooded liberated liberate occupied occupy occupying invaded
  invade controlled control controlling surrounded evacuated evacuate toured tour touring rocked ravaged destroyed
  devastated defended defend abandoned abandon approached approach approaching`);

/** Words of sport: there a town's name is a team as often as not. */
export const SPORTS = words(`
  match goal goals scored striker midfielder goalkeeper defender coach league season playoffs playoff touchdown
  quarterback inning innings pitcher tournament semi-final semifinal final champions cup penalty kick-off stadium team
  teams win wins victory beat defeat squad club clubs player players fans referee halftime half-time rebounds batting`);

/** Verbs and nouns of speech beside a speaker. */
export const SAYING = words(`
  said says say told tells added adds noted notes wrote writes asked asks explained explains announced announces argued
  argues insisted insists claimed claims stated states testified replied recalled recalls believes believed thinks
  thought warned warns tweeted added admitted confirmed denied declined joked joined laughed smiled`);

/** What a place is, before "of" or after the name: "the city of Homs", "Idlib province". */
export const KINDS = words(`
  city town village hamlet suburb neighborhood neighbourhood district province governorate region state county area
  island islands peninsula port capital border valley river lake coast territory municipality prefecture borough
  township republic kingdom community outskirts streets people north south east west northeast northwest southeast
  southwest southwestern countryside metropolis settlement camp cities towns villages provinces districts states regions
  counties suburbs residents mountains mountain desert sea gulf bay strait canal basin airport crossing enclave front`);

/** Last words of names that are places themselves: "Third Street", "Turtle Creek", "Laurel County". */
export const PLACE_NOUNS = words(`
  street st road rd avenue ave drive dr lane ln boulevard blvd highway hwy parkway court circle terrace way place square
  plaza bridge county counties township twp parish borough river creek lake lakes bay harbor harbour beach island islands
  isle valley mountain mountains hill hills heights falls springs park gardens forest desert peninsula cape point port
  fort camp canyon ridge reservoir dam trail pass city town village district province region estate estates airport
  station terminal stadium arena ocean sea gulf strait canal coast territory reservation prefecture governorate oblast
  route interstate basin delta marsh swamp field fields ranch cemetery`);

/** What towns have and people have not: "Grindavik's residents", "Lagos's harbour". */
export const TOWN_HAS = words(`
  residents inhabitants population mayor airport harbour harbor seafront waterfront suburbs outskirts townspeople
  neighborhoods neighbourhoods skyline seaport streets cathedral townsfolk`);

/** Behind the name of a town these make an address, which may be in any town: "Houston Street". */
export const STREETS = words('Street Avenue Road Boulevard Drive Lane Highway Parkway');

/** Behind the name of a town these make one of nature, which may flow or rise far from it: "Athabasca River". */
export const NATURE = words('River Creek Lake Glacier Canyon Mountains');

/** What a name behind them, with or without ", the", is that of: "a ferry, the Horizon Arctic". */
export const VESSELS = words(`
  ship vessel ferry tanker yacht boat trawler frigate destroyer liner freighter submarine warship schooner tug icebreaker
  cruiser corvette sailboat barge steamer lifeboat minesweeper gunboat catamaran`);

/** Bodies whose whole name some village bears as well. */
export const BODIES: ReadonlySet<string> = new Set([
  'red cross',
  'red crescent',
  'green party',
  'white helmets',
  'coast guard',
]);

/** First words of such names: "Lake Vermont", "Mount Etna", "Fort Bragg". */
export const PLACE_HEADS = words(
  'lake mount fort camp cape port point isle river glacier interstate route highway county',
);

/** Words of an organisation's or a work's name around a place: "Bank of England", "Killeen Police Department". */
export const ORGANISATION_NOUNS = words(`
  police department dept university college school academy institute center centre hospital clinic church cathedral
  council commission committee authority agency bureau ministry office court courthouse parliament senate congress
  assembly board association society union federation foundation trust fund bank company co corp corporation inc ltd llc
  group holdings industries international airlines airways times post news press journal gazette herald tribune star
  globe daily chronicle observer telegraph guardian mail examiner sentinel courier dispatch register record review
  magazine tv radio network broadcasting united city rovers fc athletic club team league cup open championship festival
  museum gallery theatre theater orchestra hotel inn museum library zoo national state army navy guard force forces
  patrol fire rescue sheriffs sheriff district jail prison services service health medical community chamber commerce
  party front movement brigade army coalition alliance observatory initiative project program accord agreement treaty
  protocol declaration conference summit convention act bill law plan award awards prize series games olympics`);

/** "UK-based", "Syria-born". */
export const BELONGING = words('based born educated raised trained registered flagged headquartered listed owned');

/** "Turkey-backed", "US-led". */
export const ALLIED = words(`
  backed led supported sponsored allied aligned funded brokered mediated controlled run armed installed imposed made
  occupied friendly linked affiliated`);

/** People and bodies that speak and act for a state: "Iran's foreign minister", "the president of Egypt". */
export const OFFICES = words(`
  president premier minister ministers ministry government king queen prince emir sultan chancellor ambassador envoy
  parliament army military navy forces force troops police intelligence spokesman spokeswoman spokesperson secretary
  leader leaders leadership ruler regime authorities officials official foreign defence defense interior prime embassy
  delegation supreme senator governor mayor lawmakers lawmaker media television agency ally allies opposition`);

/** What a state does when its name stands for its government: "Russia has carried out", "Turkey backs". */
export const ACTING = words(`
  has have had is was will would could may might can must should does did wants wanted backs backed supports supported
  launched launches carried carries struck strikes bombed bombs attacked attacks invaded invades agreed agrees refused
  refuses rejected rejects condemned condemns vowed vows pledged pledges sent sends deployed deploys accused accuses
  blamed blames urged urges called calls demanded demands imposed imposes expelled expels signed signs banned bans
  intervened intervenes joined joins sought seeks hopes hoped plans planned ordered orders threatened threatens
  withdrew withdraws recognised recognizes recognized voted votes offered offers provides provided`);

/** Kinds of area, and of town, that say which record of a name is meant: "Idlib province", "the city of Idlib". */
export const AREA_KINDS = words(`
  province provinces governorate governorates region state county counties oblast prefecture`);
export const TOWN_KINDS = words('city cities town towns village villages capital suburb hamlet');

/** What a state has and its provinces have not: Niger's junta, Georgia's foreign minister. */
export const NATION_HAS = words(`
  president presidential army military junta navy ambassador ambassadors embassy embassies airspace king queen monarch
  monarchy putschists currency`);
export const NATION_HAS_PAIRS: ReadonlySet<string> = new Set(
  'prime minister,prime ministers,foreign minister,foreign ministry,armed forces,air force'.split(','),
);

/** Last words of a person's name. */
export const PERSON_SUFFIXES = words('jr sr ii iii iv esq phd md');

/** Agencies, as they stand in brackets behind a dateline. */
export const DATELINE_AGENCIES = words('ap reuters afp upi cnn bbc xinhua tass kuna ani pti dpa ips un irin');
