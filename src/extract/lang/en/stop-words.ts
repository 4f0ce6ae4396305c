/** Words that say nothing about which happening it is. */
export const STOP_WORDS = new Set(
  `a about above according across added after again against ago ahead all almost along already also although am amid among an and announced another any
  are around as at away back be became because been before began begin being below between both but by came can city could country day days
  did do does down due during each early earlier either else end ever every few first following for four from further gave get give given go going
  government group had has have he her here hers him his how however i if in including into is it its itself just last late later latest least less
  like local made main major make many may me meanwhile might million minister more morning most much must my near nearby nearly never new next night no nor not
  now of off officials on once one only or other others our out over own part parts people per put recent report reported reports said same saw say says
  second see set several she should since six so some state statement still such taken than that the their them then there these they third this those
  three through thus time to together told took toward towards town two under until up upon us used very via was we week weeks well went were what when where
  whether which while who whom whose why will with within without would year years yet you your`.split(/\s+/),
);
