import type { Item } from './item.ts';
import type { Layout } from './scene.ts';
import type { Site } from './sites.ts';
import { DOT, nameSites, namesAt } from './spot-names.ts';
import { spotsOf } from './spots.ts';

export interface PosterNames {
  /** Puts the names beside the marks as they are laid out in the whole story and now. */
  follow(layouts: readonly Layout[], zoom: number): void;
}

/** A name of the drawing: one of the attributes that put it beside its mark, and which way. */
interface Name {
  text: SVGTextElement;
  along: 'dx' | 'dy';
  way: number;
  /** Of a place that has no mark now. */
  dot: SVGCircleElement | null;
}

/** Pixels from a mark to its name, from a dot to it, and from the edge of a name to its middle. */
const [GAP, BESIDE_DOT, HALF_LINE] = [3, 4, 8];
const REM = 16;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * The names beside the marks of the drawn map, where the server found room for them. Each keeps its side and gives way to what its
 * mark is now; a town without one has a dot, as other towns do, and what is no town goes with its mark.
 */
export function createPosterNames(poster: HTMLElement, items: readonly Item[], sites: readonly Site[]): PosterNames {
  const known = nameSites(spotsOf(items), sites);
  const texts = poster.querySelectorAll<SVGTextElement>('.over > :is(.spot-name, .whole)');
  const names = [...texts].map((text): Name => {
    const along = text.hasAttribute('dx') ? 'dx' : 'dy';
    return { text, along, way: Math.sign(Number.parseFloat(text.getAttribute(along) ?? '')), dot: null };
  });
  return {
    follow(layouts, zoom) {
      const { features } = namesAt(known, sites, layouts, zoom);
      const now = new Map(features.map(({ properties }) => [properties?.name, properties]));
      for (const name of names) {
        const told = now.get(name.text.textContent);
        const isDotted = told?.dotted === true;
        name.text.classList.toggle('gone', !told);
        name.text.classList.toggle('past', isDotted);
        if (isDotted) name.dot ??= addDot(name.text);
        name.dot?.classList.toggle('gone', !isDotted);
        if (!told) continue;
        const away = (isDotted ? DOT + BESIDE_DOT : told.room + GAP) + (name.along === 'dy' ? HALF_LINE : 0);
        name.text.setAttribute(name.along, `${(name.way * away) / REM}rem`);
      }
    },
  };
}

/** A dot where the mark of a name was, seen at the sizes of the drawing at which the name is. */
function addDot(text: SVGTextElement): SVGCircleElement {
  const dot = document.createElementNS(SVG, 'circle');
  const sizes = [...text.classList].filter((name) => /^[nuwh]\d$/.test(name));
  dot.classList.add('past-dot', ...sizes);
  dot.setAttribute('r', String(DOT));
  dot.setAttribute('cx', text.getAttribute('x') ?? '');
  dot.setAttribute('cy', text.getAttribute('y') ?? '');
  text.before(dot);
  return dot;
}
