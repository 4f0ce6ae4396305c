import { expect, test } from 'vitest';
import { isSameThing } from '../../src/basemap/same-thing.ts';

test.each([
  [true, 'Gulf of Mexico', 'GULF', 'water', 'Gulf of Mexico'],
  [true, 'Caribbean', 'RGN', 'water', 'Caribbean Sea'],
  [true, 'Missouri River', 'STM', 'water', 'Missouri'],
  [true, 'Lake Baikal', 'LK', 'water', 'Baikal'],
  [true, 'Sea of Japan', 'SEA', 'water', 'Sea of Japan (East Sea)'],
  [true, 'Gulf of Saint Lawrence', 'GULF', 'water', 'Gulf of St. Lawrence'],
  [true, 'Gobi', 'DSRT', 'land', 'Gobi Desert'],
  [true, 'Kilimanjaro', 'MT', 'land', 'Mount Kilimanjaro'],
  [true, 'Idlib', 'PPLA', 'region', 'Idlib'],
  [false, 'Red River', 'STM', 'water', 'Red Sea'],
  [false, 'Java', 'ISL', 'water', 'Java Sea'],
  [false, 'Mexico', 'PCLI', 'water', 'Gulf of Mexico'],
  [false, 'Chad', 'PCLI', 'water', 'Lake Chad'],
  [false, 'Mississippi', 'ADM1', 'water', 'Mississippi'],
  [false, 'Colorado River', 'STM', 'land', 'Colorado Plateau'],
  [false, 'Bengal', 'RGN', 'water', 'Bay of Bengal'],
] as const)('%s: the story’s %s (%s) is the %s name %s', (same, name, feature, kind, ground) => {
  expect(isSameThing({ name, feature }, { kind, name: ground })).toBe(same);
});
