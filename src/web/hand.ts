/** How far from the middle of a mark a finger or a mouse means it, px. */
const FINGER = 22;
const MOUSE = 8;

/** How near to the middle of a mark an event must be to mean it, px. An event that is not told to be of a mouse may be of a finger. */
export function handReach(event: MouseEvent): number {
  const isMouse = event.type === 'mousemove' || (event instanceof PointerEvent && event.pointerType === 'mouse');
  return isMouse ? MOUSE : FINGER;
}
