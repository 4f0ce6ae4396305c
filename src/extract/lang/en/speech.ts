const words = (list: string) => new Set(list.trim().split(/\s+/));

/** Verbs that report what somebody holds true: the happening is in their complement. */
export const SAYING = words(`
say tell add state report note confirm acknowledge admit claim allege assert insist maintain declare explain argue believe
think know understand suggest indicate reveal disclose estimate describe quote cite recall reiterate stress announce
conclude find hear learn write post tweet testify predict forecast mean hope fear expect accuse warn comment remark
concede contend caution clarify signal answer reply respond`);

/** Verbs of a source that shows rather than says: "pictures showed roads jammed with cars". */
export const SHOWING = words('show appear capture reveal see depict suggest');

/** Who shows: the subjects with which these verbs report. */
export const EVIDENCE =
  words(`picture pictures image images footage video videos photo photos photograph photographs data figures
  results records documents report reports scenes survey poll study satellite`);

/** Of the verbs of saying, those by which something is done: the saying itself is news. */
export const ANNOUNCING = words('announce reveal declare disclose admit acknowledge concede confirm');

/** Verbs by which somebody denies what was said. */
export const DENYING = words('deny dismiss reject refute dispute contradict rebut disavow');

/** What is denied, when the denial names no happening: "dismissed the claim". */
export const CLAIM_NOUNS =
  words(`claim claims report reports allegation allegations accusation accusations charge charges rumour rumours rumor
  rumors suggestion suggestions speculation news account accounts version statement statements it them`);

/** Verbs of which only the complement happens: "began to withdraw", "is expected to visit". */
export const PHASE = words('begin start continue resume manage help force come go use proceed return rush race');
export const INTENDING =
  words(`plan expect set due schedule intend prepare hope want aim seek slate book project need likely
  poised about bound ready try attempt`);

/** Of these, what was done even where it failed. */
export const ATTEMPTING = words('try attempt');

/** These take an infinitive too, but are done when they are said: "agreed to buy", "refused to leave". */
export const COMMITTING = words('vow pledge promise threaten propose agree decide offer ask urge order fail refuse');

/** Verbs that name no happening of their own. The noun that they carry may: "carried out air strikes". */
export const LIGHT =
  words(`carry launch conduct make take give hold stage mount undertake hit do impose declare announce
  suffer face begin start end continue resume commence occur happen break erupt stop halt spark trigger cause prompt come unleash persist
  last rage drag deliver sign reach broker hand win order perform commit escalate intensify implement enforce`);

/** Of these, what begins: the noun that begins may be the subject ("the offensive began"). */
export const BEGINNING = words('begin start commence erupt break launch spark trigger open ignite');

/** States rather than happenings. */
export const STATIVE =
  words(`be have seem remain stay know think believe own contain consist belong like love hate want need
  depend mean live lie feel look sound regard consider deserve exist matter cost weigh measure represent underscore underline
  highlight reflect mark signal prove involve comprise focus concern relate resemble tend work boast feature enjoy understand
  view see become describe locate situate base do expect hope fear call name refer last enable contain differ equal owe possess`);

/** Verbs that tell of a happening when a day stands by them ("made his debut on Friday"), of a state otherwise. */
export const FAINT =
  words(`stand sit demonstrate suggest show include keep let face play serve act make give aim try seek attempt use help allow
  bring add contribute motivate lead border oppose back support own run control hold head take get go come put set work
  continue do express reflect speak mention note follow join add receive carry appear`);

/** Verbs that are there for the parsing only: neither in the table of senses nor above. */
export const OTHER_VERBS =
  words(`accept achieve act address affect aid alert allow alter answer arrange arrive assess assist associate attach attend attract avoid
  await block board borrow breach build bury call cancel care carry celebrate challenge change chase check choose circulate cite climb
  collect combine come compare compete complain complete compound concern confront consult contact contest contribute cope cover create
  cross cut deal decline dedicate defend define delay deliver demolish deny depart describe deserve design determine develop direct
  discover discuss divert divide donate double draft draw drift drive drop earn ease eliminate embark emerge emphasise employ empty encounter encourage
  engage enjoy ensure equip escape establish examine exceed exchange exclude exit expand experience export express extend fail fall favour
  feed file fill film fit fix flow focus follow force form found freeze fuel fulfil gain gather generate get go greet grow guarantee guard
  guide halve hand happen head help hide highlight hope house identify ignore illustrate import impress improve increase inform
  inspect install instruct intend interrupt interview introduce involve isolate issue join keep kick lack last laugh lead leave lie lift
  limit link list listen load lock look lower maintain manage mark match mention miss move mourn mention multiply narrow
  need neglect notify observe obtain occur offer operate order organise organize overcome pack park participate pass pause pay pick place plan
  play plot post pour praise prepare present press prevent proceed produce prompt protect prove provide publish pull push
  put raise range reach react read realise realize receive reckon recognise recognize recommend record reduce refer refuse regain register
  rely remain remember remove renew repair repeat replace reply represent request require resolve respond restore restrict result retain
  return reverse review ride ring rise roll run sail satisfy scatter schedule secure seek seem select send separate serve settle shake
  share shift shout show shut sign sit sleep slow solve sound spark speak spend split spread stage stand start starve stay
  step stop store stretch study submit succeed suffer suit supply support suppose surprise surround survive suspect swing switch take talk
  taste teach tear tend thank throw tie touch trace trade trail train transform transport trap treat trigger try turn undergo
  understand unite update upgrade use vary view wait wake walk want wash waste watch wear weigh welcome wish wonder work
  worry wrap write yield topple hold break bring give make keep lay`);

/** Participles that stand before or after a noun as adjectives, and are not what happens. */
export const ADJECTIVES =
  words(`allied armed united so-called wounded injured alleged suspected convicted detained retired limited advanced accused
  related opposed known based backed led held owned born married combined reported renewed continued expected planned proposed
  disputed occupied besieged embattled disgraced ousted elected unexpected hundred red indeed speed need exceed
  sacred naked rugged ragged wicked crowded damaged abandoned masked hooded unarmed unidentified unnamed uninjured supposed skilled
  talented experienced fractured increased reduced added sustained heightened concerned involved aged bed shed seed feed breed creed`);

/** Verbs that hold somebody to have done it: "convicted of", "jailed for", "admitted to". */
export const CONVICTING = words('convict jail imprison sentence fine execute admit confess punish');

/** Verbs that leave it open: "charged with", "accused of", "held for". */
export const CHARGING = words('charge accuse indict arrest detain suspect blame try prosecute sue acquit clear wanted');

/** Of the verbs of saying, those that say something only with a complement: "concluded that", not "the talks concluded". */
export const FINDING = words('conclude hear learn write post recall answer reply respond');

/** Who dismisses a claim by ruling on it. */
export const COURTS = words('judge judges court courts jury justice justices tribunal magistrate magistrates panel');
