/** Lines that a page puts around its article. Each pattern is matched against one line, trimmed. */
export const FURNITURE: readonly RegExp[] = [
  /^(?:news|home|world|world news|latest news|breaking news|breaking|international|politics|sports?|business|opinion|live|updates?|menu|search|share|tweet|print|email|comments?|tags?|topics?|advertisement|sponsored|loading)\b.{0,3}$/i,
  /^\W{0,5}(?:source link|original source|back to top|post comment|leave a (?:comment|reply)|read more|read also|also read|see also|more on this|related (?:articles?|stories|news|topics|links)|further reading|recommended (?:for you|reading)|most read|trending|top stories|don't miss|you may also like)\b.{0,60}$/i,
  /\b(?:editor['’]?s picks?|latest (?:world )?news below|more from|in pictures|around the web)\b/i,
  /\b(?:sign up|subscribe|newsletter|follow us|join our|like us|download (?:the|our) app|click here|tap here|watch (?:our|the) video|listen to our|support (?:our|independent) journalism|donate (?:now|today)|become a member|log in|create an account|accept cookies|cookie policy|privacy policy|terms of (?:use|service))\b/i,
  /\b(?:all rights reserved|copyright ©|© ?\d{4}|may not be (?:published|reproduced)|photo(?:graph)? (?:credit|by)|picture credit|image credit|getty images|file photo|(?:reporting|editing|writing) by|with reporting|this (?:article|story) (?:was|is) (?:originally|first) published|our standards)\b/i,
  /\b(?:kindly contact|contact us|call or whatsapp|whatsapp:|email us|send (?:us )?(?:your )?(?:story|stories|tips|photos)|got a (?:story|tip)|advertise (?:with us|or)|should be sent to|citizen journalists?|send an email|reach (?:us|the newsroom))\b/i,
  /\|\|[^|]{0,200}\|\||^(?:https?:\/\/|www\.)\S{1,300}$|\[email/i,
  // An address near the end; two telephone numbers.
  /\w@[\w.]{1,40}\b.{0,30}$/,
  /\d[\d\s-]{7,14}\d\D{1,40}\d[\d\s-]{7,14}\d/,
  /^(?:[Bb]y|Written by|Story by|Words by)(?: [A-Z][\p{L}.'’-]{1,30}){1,4}(?: ?[,|].{0,40})?$/u,
  /^(?:photo(?:graph)?|picture|image|video|credit|source|tags?)s?:/i,
  /^(?:published|updated|last updated|posted|first published)\b.{0,60}$/i,
];

/** Heads over a list of other headlines: the lines below belong to the list until prose takes up again. */
export const LIST_HEADS =
  /^(?:editor['’]?s (?:picks?|choice)|further reading|read (?:more|also|next)|also read|see also|more (?:on this|stories|news|from .{1,40})|related(?: \w{1,20})?|recommended(?: \w{1,20}){0,3}|most (?:read|popular|viewed)|trending(?: now)?|top stories|latest(?: \w{1,20})?|don['’]t miss|you may also like|in other news|elsewhere|what to read next|popular)\W{0,5}$/i;
