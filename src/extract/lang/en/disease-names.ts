/** Diseases that go by the name of a place. Lower case, folded as the gazetteer's keys are. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** A name right before one of these is that of a disease or of what causes it. */
export const DISEASE_WORDS = words(
  'virus viruses fever fevers disease diseases syndrome flu influenza encephalitis hantavirus',
);

/** Names that are diseases first, and towns, rivers or forests in Germany, Congo, Nigeria, Uganda and elsewhere. */
export const NAMED_DISEASES = words('marburg ebola lassa zika nipah hendra bundibugyo chikungunya lyme mpox');

/** What is said of a disease, and with another meaning of towns as well: "the Ebola outbreak", "the Wuhan outbreak". */
export const OUTBREAK_WORDS = words(`
  outbreak outbreaks epidemic epidemics case cases infection infections patient patients vaccine vaccines vaccination
  strain death deaths toll test tests response survivor survivors haemorrhagic hemorrhagic`);
