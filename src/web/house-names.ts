/** What a newsroom may make its own in an embed: colours, then type faces. */
export const COLOURS = ['accent', 'paper', 'ink', 'soft', 'rule'] as const;
export const FACES = ['serif', 'sans'] as const;
export const HOUSE = [...COLOURS, ...FACES] as const;
