import type { Frame } from 'playwright-core';

/** Waits until a frame has been told that it is in view, or that it is not: its observers hear of it in the order they were made in. */
export async function toldInView(frame: Frame, inView: boolean): Promise<void> {
  await frame.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        const observer = new IntersectionObserver((entries) => {
          if (entries.at(-1)?.isIntersecting !== wanted) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(document.documentElement);
      }),
    inView,
  );
}
