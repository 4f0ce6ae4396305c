/**
 * Senses that are ends of one happening, the cause before its consequences: one outlet tells of the shelling, another of the
 * four it killed. They say nothing against two accounts of one day and place being one.
 */
const ENDS = `
  attack: kill injure destroy explode shoot flee
  fight: kill injure destroy flee seize withdraw win lose attack
  seize: win lose withdraw
  shoot: kill injure arrest
  explode: kill injure destroy
  hit: explode shoot
  quake: kill injure destroy missing collapse hit
  storm: kill injure destroy flood outage flee hit
  flood: kill injure destroy missing flee
  burn: kill injure destroy flee
  erupt: kill injure destroy flee
  crash: kill injure missing rescue explode hit burn
  collapse: kill injure missing rescue destroy
  protest: injure arrest fight walkout
  elect: win lose
  convict: rule
  try: open
  walkout: shut
  agree: meet ceasefire
  ceasefire: meet
  flee: shut
  transfer: agree
  buy: agree`;

const pairs = new Set(
  ENDS.trim()
    .split('\n')
    .flatMap((line) => {
      const [cause = '', ends = ''] = line.trim().split(': ');
      return ends.split(' ').flatMap((end) => [`${cause} ${end}`, `${end} ${cause}`]);
    }),
);

export const areKindred = (one: string, other: string): boolean => pairs.has(`${one} ${other}`);
