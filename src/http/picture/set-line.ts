import { element, type Xml } from '../xml.ts';
import { type Face, runsOf, SERIF } from './measure.ts';

/** Said before a line of an Arabic or Hebrew page, whatever it begins with: it runs from the right. */
const RIGHT_TO_LEFT = '\u{200F}';

/**
 * A line of text on its base line, each run in the font that has its letters. `x` is its left end, or its right one with
 * `text-anchor: end`. Behind our fonts stand those that a reader's machine may have.
 */
export function setLine(
  text: string,
  x: number,
  y: number,
  face: Face,
  attributes: Record<string, string | number>,
): Xml {
  const { family, weight, size } = face;
  const others = `'${family}', ${family === SERIF ? 'Georgia, serif' : 'Helvetica, Arial, sans-serif'}`;
  const runs = runsOf(text, face);
  const named = (font: string) => `'${font}', ${others}`;
  const turned = attributes['text-anchor'] === 'end' && /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);
  return element(
    'text',
    {
      x: round(x),
      y: round(y),
      'font-family': named(runs[0]?.font ?? family),
      'font-weight': weight,
      'font-size': size,
      'xml:space': 'preserve',
      'unicode-bidi': 'plaintext',
      ...attributes,
    },
    turned && RIGHT_TO_LEFT,
    runs.map((run) =>
      run.font === runs[0]?.font ? run.text : element('tspan', { 'font-family': named(run.font) }, run.text),
    ),
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
