declare global {
  interface Window {
    /** Asks that the frame be sized anew by its content (CSS Sizing 4, `frame-sizing`); not in every browser yet. */
    requestResize?(): void;
  }
}

/**
 * Sizing by the browser itself, where the host says `frame-sizing: content-height`. What it gives measures the content,
 * asks the browser to do the same, and answers the height in CSS pixels: `wanted`, or that of the content.
 *
 * A browser measures at the width that the frame had at first, whatever it has now (the "locked embedded ICB size" of
 * the draft). At another width the content is therefore given the height that it has there.
 */
export function sizeNatively(main: HTMLElement): (wanted: number | null) => number {
  let first: number | null = null;
  return (wanted) => {
    if (wanted !== null || !window.requestResize) return wanted ?? heightOf(main);
    first ??= innerWidth;
    main.style.removeProperty('block-size');
    main.style.removeProperty('overflow');
    const height = heightOf(main);
    if (innerWidth !== first) {
      main.style.setProperty('block-size', `${height}px`);
      main.style.setProperty('overflow', 'clip');
    }
    try {
      window.requestResize();
    } catch (error) {
      // The browser refuses where the host does not size the frame by content, and that is no fault.
      if (!(error instanceof DOMException)) throw error;
    }
    return height;
  };
}

function heightOf(main: HTMLElement): number {
  return Math.ceil(main.getBoundingClientRect().height);
}
