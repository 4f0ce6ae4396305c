/** Words before the name of a storm, folded as the gazetteer's keys are. */
export const STORM_WORDS: ReadonlySet<string> = new Set(['hurricane', 'typhoon', 'cyclone', 'storm', 'depression']);

/**
 * Storms of the Atlantic and the Pacific so bad that their names were retired: articles on a storm recall them by the bare
 * name ("Gilbert, in September 1988"). Some are towns as well.
 */
export const RETIRED_STORMS: ReadonlySet<string> = new Set(
  `agnes alicia allen allison andrew anita audrey betsy beulah bob camille carla carmen carol celia cesar charley cleo connie
  david dean dennis diana diane dolores donna dora dorian eloise elena emily eta fabian felix fifi flora florence floyd fran
  frances frederic georges gilbert gloria greta gustav harvey hattie hazel helene hilda hortense hugo ian ida igor ike inez
  ingrid ione iota irene iris irma isabel isidore ivan janet jeanne joan joaquin juan katrina keith klaus laura lenny lili
  luis maria marilyn matthew michael michelle milton mitch nate noel opal otis otto paloma patricia rita roxanne sandy stan
  tomas wilma haiyan mangkhut hagupit rammasun rai yolanda ondoy ketsana idai freddy mocha nargis sidr pam winston yasi tracy
  gafilo bopha goni hagibis lekima jebi`.split(/\s+/),
);
