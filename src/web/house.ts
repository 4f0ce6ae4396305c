import { COLOURS, FACES, HOUSE } from './house-names.ts';

/** The style of the house that an embed stands in: custom properties of page/base.css by name, each a value fit for CSS. */
export type House = Partial<Record<(typeof HOUSE)[number], string>>;

// A value that holds neither quotes, braces nor addresses cannot end its declaration or load anything.
const COLOUR =
  /^(?:#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})|[a-z]{3,30}|(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\([\d\s.,%/-]{1,60}\))$/i;
const FACE = /^[a-z][\w -]{0,60}(?:, ?[a-z][\w -]{0,60}){0,9}$/i;

/** The values that are fit; the others are left out, one by one. */
export function readHouse(query: URLSearchParams): House {
  const read = (names: readonly (keyof House)[], fit: RegExp) =>
    names.flatMap((name) => {
      const value = query.get(name)?.trim() ?? '';
      return fit.test(value) ? [[name, value]] : [];
    });
  return Object.fromEntries([...read(COLOURS, COLOUR), ...read(FACES, FACE)]);
}

/** As a query, always in the same order: one house has one address. */
export function writeHouse(house: House): string {
  const query = new URLSearchParams();
  for (const name of HOUSE) if (house[name] !== undefined) query.set(name, house[name]);
  return query.toString();
}

export function houseCss(house: House): string {
  const lines = HOUSE.flatMap((name) => (house[name] === undefined ? [] : [`--${name}:${house[name]}`]));
  return lines.length > 0 ? `:root{${lines.join(';')}}` : '';
}
