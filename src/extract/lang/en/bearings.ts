// [north of] Aleppo, [55 km from] Idlib, towns [on the way to] Idlib, [the motorway between] Hama, [bound for] Lille
const BEARING =
  /\b(?:(?:north|south|east|west)(?:-?(?:east|west))?|km|kilomet(?:er|re)s|miles) (?:of|from) (?:the )?$|\b(?:way|road|route|highway|motorway|train|flight|bus|ferry|line) (?:to|from|towards?|between) (?:the )?$|\bbound for (?:the )?$/i;

/** How much of the text before a name is looked at: the longest of the bearings. */
const REACH = 40;

/** Whether the words before a name at this offset say where something else lies or goes: it is not what the text is about. */
export const isBearing = (text: string, start: number): boolean =>
  BEARING.test(text.slice(Math.max(0, start - REACH), start));

/** Whether a name at this offset is where something is, beyond doubt: "in Madrid". */
export const isInside = (text: string, start: number): boolean =>
  /\b(?:in|near|outside|around) $/i.test(text.slice(Math.max(0, start - REACH), start));
