import { stem } from './stem.ts';

/** Words that outlets put for each other, a class a line; the first stands for all. */
const CLASSES = `
  road highway motorway freeway expressway street route
  dormitory residence hostel
  home house dwelling residence flat apartment
  rocket missile shell mortar projectile
  strike raid airstrike bombing bombardment shelling
  plane jet aircraft warplane airliner airplane
  troop soldier army force military serviceman
  rebel insurgent fighter militant gunman guerrilla
  kill die dead death perish fatality
  injure wound hurt injury
  flee escape evacuate leave evacuation
  storm hurricane cyclone typhoon
  quake earthquake tremor
  flood flooding inundate deluge
  car vehicle traffic
  ship boat vessel ferry
  train locomotive rail railway
  fire blaze wildfire
  blast explosion explode
  vote election ballot poll
  win victory triumph beat defeat
  law bill legislation act
  deal agreement accord pact treaty
  truce ceasefire cease-fire armistice
  court courtroom judge tribunal
  jail prison gaol
  guilty convict conviction
  job post position
  factory plant works
  firm company business corporation
  company exchange
  power electricity
  doctor physician medic
  pupil student schoolchild
  child boy girl youth teenager
  police officer policeman constable
  protest demonstration rally march
  protester demonstrator marcher
  strike walkout stoppage
  dismiss sack fire oust
  resign quit step_down
  coach manager trainer
  fan supporter spectator
  match game fixture
  striker forward attacker
  goal winner equaliser
  wage pay salary
  cost price
  rise increase hike
  fall drop decline
  curb restriction limit
  talk negotiation
  leader chief head boss
  aid help assistance relief
  capture seize take recapture retake
  withdraw retreat pull
  close shut closure
  cancel scrap
  delay postpone
  bridge crossing
  hill mountain
  body corpse remain`;

const classOf = new Map<string, string>();
for (const line of CLASSES.trim().split('\n')) {
  const words = line.trim().split(/\s+/).map(stem);
  for (const word of words) if (!classOf.has(word)) classOf.set(word, classOf.get(words[0] ?? '') ?? words[0] ?? word);
}

/** The stem of a word, or that of the word which stands for it and its like: "motorways" is "road". */
export function commonStem(lower: string): string {
  const own = stem(lower);
  return classOf.get(own) ?? own;
}
