import type { Category } from '../../../types.ts';
import type { Token } from '../../tokens.ts';

/**
 * What happens in the news, sense by sense: `sense | category | verbs | nouns`. Words of one sense are taken for accounts
 * of the same happening ("withdrew", "retreat"). A particle or object is joined by an underscore: `pull_out`.
 * Behind a `+` stand the senses that it may also be told as. `context` as a category means: that of the sentence or article around it (people die in wars, floods and crashes).
 */
const TABLE = `
hit+attack+storm | context | hit strike slam rip_through tear_through |
attack    | conflict  | attack bomb bombard shell raid ambush assault storm fire_missile fire_rocket pound | attack strike airstrike bombing bombardment shelling raid ambush assault missile barrage
fight     | conflict  | fight clash battle invade mobilise mobilize deploy intervene send_troops send_soldiers send_forces send_force besiege encircle launch_offensive | offensive fighting clash battle invasion incursion war conflict hostilities siege insurgency uprising
seize     | conflict  | seize capture overrun recapture retake conquer occupy enter advance take_control fall_to storm_into liberate be_inside | capture recapture seizure takeover advance
withdraw  | conflict  | withdraw retreat pull_out pull_back | withdrawal retreat pullout pullback
ceasefire | conflict  |  | ceasefire cease-fire truce armistice
intercept | conflict  | intercept shoot_down down | interception
counter   | conflict  | counterattack | counterattack counteroffensive counter-offensive
kill      | context   | kill die perish drown claim_life claim_lives be_dead | killing death fatality casualty toll death-toll
injure    | context   | injure wound hurt hospitalise hospitalize | injury
missing   | context   | go_missing disappear vanish be_missing | disappearance
flee      | context   | flee evacuate displace leave_home leave_homes move_shelter move_shelters move_safety jam | evacuation exodus displacement
escape    | context   | escape break_free abscond | escape jailbreak breakout
rescue    | context   | rescue save recover pull_from search find_wreckage find_wreck find_bodies find_body find_remains find_survivors find_survivor | rescue recovery search
destroy   | context   | destroy damage devastate level flatten wreck raze set_fire set_ablaze set_alight torch burn_down rip_off tear_off blow_off come_off | damage destruction
curfew    | context   | impose_curfew | curfew lockdown blockade
emergency | context   | declare_emergency | emergency
spread+burn+infect+protest | context | spread_to |
free      | context   | release free liberate swap exchange | release swap
protest   | protest   | take_streets take_street protest demonstrate rally march riot block_road occupy_square | protest demonstration rally march riot unrest sit-in
walkout   | protest   | go_strike walk_out down_tools picket be_strike | walkout stoppage
elect     | politics  | elect re-elect reelect vote go_polls call_election call_vote call_poll call_polls call_referendum defeat win_election win_vote win_seat | election vote referendum ballot runoff run-off by-election poll
resign    | politics  | resign step_down quit oust sack dismiss topple overthrow impeach depose dissolve stand_down leave_office force_out force_office remove_power remove_office strip_power fire_minister fire_coach fire_manager fire_chief fire_head fire_secretary fire_director fire_boss | resignation ouster dismissal impeachment coup dissolution
appoint   | politics  | appoint nominate name_as inaugurate swear_in succeed promote | appointment nomination inauguration
legislate | politics  | legislate ratify enact repeal veto approve pass_law pass_bill pass_resolution pass_legislation pass_budget pass_motion adopt reject ban outlaw | legislation ratification veto approval ban
visit     | diplomacy | visit expect_in travel arrive fly_to tour | visit trip
meet      | diplomacy | meet negotiate host convene talk gather | meeting summit talks negotiation conference gathering
agree     | diplomacy | agree sign broker mediate | agreement deal accord treaty pact settlement plan
sanction  | diplomacy | sanction expel recall_ambassador recall_envoy sever | sanction expulsion embargo
condemn+announce | diplomacy | condemn denounce blame criticise criticize warn threaten urge demand apologise apologize vow pledge call_for appeal_for address congratulate praise | condemnation speech apology ultimatum
quake     | disaster  | quake | earthquake quake tremor aftershock tsunami
storm     | disaster  | make_landfall come_ashore batter lash dissipate pummel | landfall hurricane cyclone typhoon storm tornado blizzard
flood     | disaster  | flood overflow inundate submerge burst_banks be_underwater be_water | flood flooding floods deluge landslide mudslide avalanche
burn      | disaster  | burn | wildfire blaze bushfire
erupt     | disaster  | erupt spew | eruption
outage    | disaster  | lose_power cut_power be_power | outage blackout
crash     | accident  | crash collide derail sink capsize overturn veer plunge ditch come_down run_aground | crash collision derailment sinking shipwreck accident pile-up
collapse  | accident  | collapse cave_in give_way fall_onto topple_onto | collapse
explode   | accident  | explode go_off detonate blow_up ignite catch_fire | explosion blast fire leak spill
shoot     | crime     | shoot fire_at fire_on open_fire stab gun_down murder behead rape lynch | shooting stabbing murder massacre homicide rape
steal     | crime     | steal rob hijack_plane hijack_ship hijack_bus hijack_tanker hijack_vessel hijack_aircraft hijack_flight hijack_car hijack_boat loot smuggle hack defraud break_into burgle embezzle | theft robbery heist hijacking fraud burglary hack
kidnap    | crime     | kidnap abduct take_hostage | kidnapping abduction
arrest    | crime     | arrest detain capture_suspect apprehend surrender turn_in be_custody | arrest detention raid manhunt
charge    | justice   | charge indict accuse prosecute arraign | indictment arraignment
try       | justice   | appear_court stand_trial testify plead enter_plea give_evidence take_stand go_trial retry | trial hearing testimony plea retrial proceedings
convict   | justice   | convict acquit find_guilty be_guilty clear exonerate | conviction verdict acquittal
jail      | justice   | enter_prison enter_jail report_prison report_jail leave_prison |
sentence  | justice   | sentence jail imprison execute fine hand_down give_years receive_years get_years give_sentence serve_years | sentencing sentence execution
rule      | justice   | rule overturn uphold quash revoke strike_down grant deny extradite | ruling judgment judgement extradition
appeal    | justice   | appeal sue file_lawsuit file_appeal lodge_appeal | appeal lawsuit
probe     | justice   | investigate probe | investigation inquiry probe inquest autopsy
infect    | health    | infect vaccinate diagnose test_positive quarantine contract find_case find_cases confirm_case confirm_cases record_case record_cases report_case report_cases detect_case detect_cases | outbreak epidemic pandemic infection vaccination
found     | economy   | establish set_up incorporate | founding
buy       | economy   | buy acquire merge take_over purchase sell invest | acquisition merger takeover purchase sale
market    | economy   | plunge_to slump surge rally_to tumble soar slash raise_rates cut_rates cut_rate raise_rate hike devalue default | slump selloff devaluation default
layoff    | economy   | lay_off cut_jobs close_plant go_bankrupt file_bankruptcy | layoffs bankruptcy closure
open      | context   | open reopen unveil inaugurate launch introduce | opening reopening launch unveiling
shut      | context   | close shut suspend shut_down halt suspend_flight suspend_service ground stop_flights | closure suspension
cancel+shut | context   | cancel postpone put_off bring_forward defer reschedule call_off delay | cancellation postponement
win+lose+play | context   | win beat thrash edge triumph clinch lift_trophy crown retain | victory win triumph
lose+win+play | context   | lose crash_out bow_out | defeat loss
score+play+win | sport     | score equalise equalize convert net head_home head_goal | goal equaliser winner penalty
draw+play | sport     |  | draw
play+win+lose | sport     | kick_off | match final semi-final semifinal kick-off derby championship tournament friendly fixture
qualify   | sport     | qualify advance_to reach_final progress_to book_place | qualification
transfer  | sport     | transfer sign_for loan | transfer signing
retire    | sport     | retire | retirement
sideline  | sport     | sideline send_off substitute |
premiere  | culture   | premiere perform exhibit publish_book publish_novel publish_memoir star_in release_album | premiere exhibition festival concert
award     | culture   | award honour honor win_award win_prize receive_award | award prize ceremony
fly       | other     | launch_rocket blast_off orbit dock splash_down | liftoff splashdown
announce+condemn | context   | announce publish declare_mourning unveil_plan make_announcement | announcement
born      | other     | marry divorce bury | wedding funeral burial birth`;

export interface Sense {
  name: string;
  /** Names of the senses that other accounts may tell it as: what hit a town may have been an attack or a storm. */
  kin: readonly string[];
  category: Category | 'context';
}

/** Senses that say nothing of what: a trial, a market or a festival opens. */
export const VACANT_SENSES: ReadonlySet<string> = new Set(['open', 'shut', 'announce']);

/** Of those that say nothing of the field, the one that is another happening than what it is done to: a vote that is put off. */
export const CANCELLING_SENSE = 'cancel';

/** Senses that any field knows: a court, a club and a company meet, agree and sign too. */
export const SOFT_SENSES: ReadonlySet<string> = new Set(['visit', 'meet', 'agree', 'condemn']);

/** Senses of what is only said. */
export const SAYING_SENSES: ReadonlySet<string> = new Set(['announce', 'condemn']);

const byName = new Map<string, Sense>();
const byVerb = new Map<string, Sense>();
const byNoun = new Map<string, Sense>();
for (const line of TABLE.trim().split('\n')) {
  const [names = '', category = '', verbs = '', nouns = ''] = line.split('|').map((cell) => cell.trim());
  const [name = '', ...kin] = names.split('+');
  const sense: Sense = { name, kin, category: category as Sense['category'] };
  byName.set(name, sense);
  for (const verb of verbs.split(' ').filter(Boolean)) if (!byVerb.has(verb)) byVerb.set(verb, sense);
  for (const noun of nouns.split(' ').filter(Boolean)) if (!byNoun.has(noun)) byNoun.set(noun, sense);
}

const byPhrase = new Map<string, Map<string, Sense>>();
for (const [verb, sense] of byVerb) {
  const cut = verb.lastIndexOf('_');
  if (cut < 0) continue;
  const phrases = byPhrase.get(verb.slice(0, cut)) ?? new Map<string, Sense>();
  byPhrase.set(verb.slice(0, cut), phrases.set(verb.slice(cut + 1), sense));
}

const byNounForm = withPlurals(byNoun);

/** The verbs of the table without their particles and objects. */
export const senseVerbs: readonly string[] = [...new Set([...byVerb.keys()].map((verb) => verb.split('_')[0] ?? verb))];

export const senseNamed = (name: string): Sense | undefined => byName.get(name);

/** The senses of a verb with a particle or object, by that; undefined for a verb that has none. */
export const phrasesOf = (lemma: string): ReadonlyMap<string, Sense> | undefined => byPhrase.get(lemma);

/** The sense of a verb lemma, or of a lemma with its particle or object ("pull_out"). */
export const senseOfVerb = (lemma: string): Sense | undefined => byVerb.get(lemma);

/** The sense of a token as a noun, singular or plural. */
export const nounSense = (token: Token | undefined): Sense | undefined => token?.word.noun;

/** The sense of a noun, by its spelling and its lower case; "March" is a month. */
export const nounNamed = (spelling: string, lower: string): Sense | undefined =>
  spelling === 'March' ? undefined : byNounForm.get(lower);

/** The words of a table by every spelling of which `singular` makes them: a text is looked up word by word. */
function withPlurals<Meaning>(table: ReadonlyMap<string, Meaning>): Map<string, Meaning> {
  const forms = new Map(table);
  for (const [word, meaning] of table) {
    for (const form of [`${word}s`, `${word}es`, `${word.slice(0, -1)}ies`]) {
      if (singular(form) === word && !forms.has(form)) forms.set(form, meaning);
    }
  }
  return forms;
}

/** A plural without its ending; a word that is none comes back unchanged. */
export function singular(lower: string): string {
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  if (/(?:s|x|ch|sh)es$/.test(lower)) return lower.slice(0, -2);
  return lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower;
}

/** Words that tell the field of a text without telling of anything that happened. */
const TOPICS: Partial<Record<Category, string>> = {
  conflict:
    'army soldier troop rebel militant militia insurgent fighter warplane jet airstrike rocket artillery tank frontline military jihadist bomber',
  protest: 'protester demonstrator activist rioter marcher',
  politics:
    'convention republican democrat parliament president premier minister party voter candidate ballot coalition senator lawmaker opposition cabinet constitution senate congress legislature',
  diplomacy: 'envoy ambassador diplomat embassy consulate summit sanctions UN nato EU bilateral',
  disaster:
    'magnitude epicentre epicenter rain torrential disaster rainfall gust wind surge forecaster meteorologist aftershock richter levee hurricane cyclone typhoon wildfire earthquake evacuee volcano lava ash floodwater snow snowfall',
  accident:
    'passenger driver pilot locomotive carriage wreckage rail airliner ferry runway cockpit lorry truck firefighter motorcycle motorist aircraft submersible coastguard lifeboat diver wreck hull',
  crime: 'suspect gunman detective victim knife robber gang murderer attacker sheriff burglar',
  justice:
    'court judge jury juror prosecutor defendant lawyer attorney courtroom guilty plea trial count felony bail counsel prison',
  health:
    'virus vaccine patient doctor clinic disease infection symptom hospital epidemic surgery cancer ebola cholera measles flu covid',
  economy:
    'share market inflation company profit investor bank revenue stock price trader rate budget tariff customer creditor dividend shareholder earnings nasdaq dow analyst',
  sport:
    'striker midfielder defender goalkeeper coach league cup team club season stadium fan player squad goal match final champion referee half-time wing trophy tournament keeper captain injury-time quarterback basketball cricket wicket tennis olympics medal marathon prix lap',
  culture: 'film album actor actress museum artist singer novel author exhibition concert opera movie painting theatre',
};
const byTopic = withPlurals(
  new Map(
    Object.entries(TOPICS).flatMap(([category, words]) =>
      words.split(' ').map((word) => [word, category as Category] as const),
    ),
  ),
);

/** The field that a word belongs to, by what it names; undefined for a word of no field. */
export const topicOf = (lower: string): Category | undefined => byTopic.get(lower);
