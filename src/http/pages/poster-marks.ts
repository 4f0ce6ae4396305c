import type { Box } from '../../basemap/label-room.ts';
import type { View } from '../../basemap/view.ts';
import { reachOf, VAGUE } from '../../web/clusters.ts';
import { fanOffset } from '../../web/fan.ts';
import type { Item } from '../../web/item.ts';
import { itemsOf, layOut, mostOf, type NumberMark, type Showing, sizeAt, standsOf } from '../../web/scene.ts';
import type { Site } from '../../web/sites.ts';

/** A mark of a drawn map: it stands at a place of the drawing and keeps its size on the screen. */
export interface DrawnMark {
  /** Pixels of the drawing. */
  x: number;
  y: number;
  site: Site;
  /** Pixels of the screen that nothing else may come near. */
  reach: number;
  /** Radius of the dashed ring of a country or region. */
  ring: number | null;
  number: Pick<NumberMark, 'radius' | 'mark' | 'make'> | null;
  /** Events by their glyphs, with pixels of the screen from the middle. */
  glyphs: { item: Item; right: number; down: number }[];
  /** Factor of the glyphs. */
  size: number;
}

/** Pixels beyond the drawing within which marks are drawn. */
const MARGIN = 60;

/** The marks of a story on a drawing that is shown `scale` times as large. */
export function layStep(showing: Showing, view: View, scale: number): DrawnMark[] {
  // The same for all steps: what stands in several of them is drawn once.
  const size = sizeAt(view.zoom);
  const zoomed = {
    ...view,
    zoom: view.zoom + Math.log2(scale),
    width: view.width * scale,
    height: view.height * scale,
  };
  const { marks, makes } = layOut(showing, zoomed.zoom, mostOf(showing.sites), undefined, size);
  return marks.flatMap((mark, index): DrawnMark[] => {
    const [site, make] = [showing.sites[mark.site], makes[index]];
    if (!site || !make) return [];
    const glyphs = mark.form === 'number' ? [] : itemsOf(showing, mark);
    return standsOf(site, zoomed, MARGIN).map(({ x, y }) => ({
      x: x / scale,
      y: y / scale,
      site,
      reach: reachOf(mark),
      ring: mark.vague ? mark.radius + VAGUE - 1 : null,
      number: mark.form === 'number' ? { radius: mark.radius, mark, make } : null,
      glyphs: glyphs.map((item, slot) => {
        const [right, down] = fanOffset(slot, size);
        return { item, right, down };
      }),
      size,
    }));
  });
}

/** The room of a mark on the screen. */
export function markBox({ x, y, reach }: DrawnMark, scale: number): Box {
  return { x: x * scale - reach, y: y * scale - reach, width: 2 * reach, height: 2 * reach };
}
