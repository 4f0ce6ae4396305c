import { wordClass } from './word-class.ts';

/** Words that open a sentence before its subject; the phrase they open ends at a comma. */
export const isLeading = wordClass(
  'but and so yet also then meanwhile however later earlier according on in at by after before following during since despite amid with as when while although though because from for over until late early overnight elsewhere separately today yesterday still instead nevertheless moreover furthermore additionally finally',
);

/** What is left hanging before a time that was cut out: "on", "later on", "since early". */
export const TIME_TAIL =
  /[\s,]{0,4}\b(?:(?:later|earlier|early|late|only|just|again|back|shortly|soon)\s{1,3})?(?:(?:for\s)?later|on|over|in|at|by|since|until|from|during|for|around|about|before|after|between|of|the|to)?\s{0,3}(?:the\s{0,3})?$/i;

/** The same at the head of what is left: "'s strikes", "on , ". */
export const TIME_LEAD = /^(?:on\s*,\s*|in\s*,\s*|the\s+(?=of\b))/i;

/** An attribution at the end of a clause: ", according to SOHR", ", officials said". */
export const SPEAKER_TAIL =
  /(?:,?\s{1,3}according to\s.{1,200}|,?\s{1,3}as (?:reported|confirmed) by\s.{1,200}|,\s[\p{L}\s.'’-]{2,66}\s(?:said|says|reported|reports|added|told\s.{1,80}|announced|confirmed))$/iu;

/** A measure that a cut-off clause leaves behind: "…, the evening", "…, nine days". */
export const MEASURE_TAIL =
  /(?:,\s(?:hours|minutes|days|weeks)$|(?:,\s(?:the|one|two|three|four|five|six|seven|eight|nine|ten|a few|several|some|\d{1,4})|,?\s(?:a|an)(?:\s(?:few|couple of|little|bit))?)\s(?:days?|evening|night|morning|afternoon|weeks?|months?|years?|hours?|minutes?|moments?|time)$)/i;

/** Words that cannot end a title: what they led to was cut off. */
export const LOOSE_END =
  /(?:\s(?:in order|shortly|as soon|as early|as late|as recently|as well|so as|such as|according)|,?\s(?:saying|adding|including|and|but|or|nor|as|while|after|before|until|since|because|that|which|who|whose|where|when|if|(?<!\b(?:sworn|swear|turned|turn|caved|cave|broke|broken|break|moved|went|go|dug|kicked|set|stepped|closed|taken|took)\s)(?:in|on)|at|of|to|the|a|an|by|with|for|from|into|its|their|his|than|about|between|against|during|despite|amid|over the|was|were|is|are|be|been|has|have|had|will|would))$/i;

/** "a strike planned", "a house located": what they led to was cut out. The word before must be a noun, not a verb of being. */
export const LOOSE_PLAN =
  /(?<!\b(?:is|are|was|were|be|been|being|and|or|as|than|had|has|have|not|to|of|by|for))\s(?:planned|scheduled|slated|due|dated|located|situated|caused|linked|related|aimed|involving|ending|seeking|demanding|arguing|asking|designed|owned|operated|stemming|resulting|suspected|accused|known)$/;

/** "hours later a group of soldiers": what counts from something said before. */
export const LATER_LEAD =
  /^(?:(?:a few|some|just|only|several|two|three) )?(?:minutes|moments|hours|days|weeks|months|years|shortly|soon) (?:later|earlier|after|afterwards?)[, ]{1,2}(?=\p{L})/iu;

/** "There is nothing new", "It is likely that", "Here is a look": nothing happens in them. */
export const EMPTY_OPENING = /^(?:(?:there|it|here|this)(?:['’]s|\s(?:is|are|was|were))\s|what\s)/i;

/** "In Montgomery the case will be heard", "On the ground the rebels": what opens a sentence without a comma is not yet its subject. */
export const OPENING_PHRASE =
  /^(?:[Ii]n|[Oo]n|[Aa]t|[Nn]ear|[Oo]utside|[Bb]y|[Dd]uring|[Aa]fter|[Ff]rom|[Uu]nder)\s(?:(?:\p{Lu}[\p{L}.'’-]{1,20}\s){1,3}|(?:the|this|that|an?|his|her|its|their)\s(?:\p{Ll}{2,16}\s){1,2})(?=(?:the|those|these|an?|his|her|their|its|hundreds|thousands|dozens|scores|police|\d{1,6})\s)/u;

/** What stands before the name of somebody. */
export const isTitleWord = wordClass(
  'president premier minister king queen prince princess pope chancellor mr mrs ms dr judge general gen colonel col senator sen governor gov mayor',
);

// The minister, [speaking in Brussels]; the verdict, [expected] on Thursday; the fair, [to be held in Cork]
export const PARTICIPIAL =
  /^(?:to\sbe\s|(?:held|led|seen|known|made|built|set|\p{Ll}{2,14}(?:ing|ed))(?:$|\s(?:in|on|at|by|for|from|to|with|as|near|of|since)\s))/u;
