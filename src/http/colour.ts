const SHORT = /^#(?<r>[\da-f])(?<g>[\da-f])(?<b>[\da-f])$/i;
const LONG = /^#[\da-f]{6}$/i;
const RGB =
  /^rgb\(\s{0,9}(?<r>\d{1,3})(?:\s{0,9},\s{0,9}|\s{1,9})(?<g>\d{1,3})(?:\s{0,9},\s{0,9}|\s{1,9})(?<b>\d{1,3})\s{0,9}\)$/i;

/** A colour as `#rrggbb` from `#rgb`, `#rrggbb` or `rgb(r, g, b)`; null for anything else. */
export function readColour(text: string): string | null {
  const given = text.trim();
  if (LONG.test(given)) return given.toLowerCase();
  const short = SHORT.exec(given)?.groups;
  if (short) return `#${[short.r, short.g, short.b].map((digit) => `${digit}${digit}`).join('')}`.toLowerCase();
  const rgb = RGB.exec(given)?.groups;
  const parts = rgb ? [rgb.r, rgb.g, rgb.b].map(Number) : [];
  if (parts.length === 0 || parts.some((part) => part > 255)) return null;
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** How far two colours, `#rrggbb`, stand out from each other: the contrast ratio of WCAG 2.2, 1 to 21. */
export function contrastOf(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
