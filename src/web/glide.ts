/**
 * Calls `frame` with a share from 0 to 1, once a frame, slowly at both ends; then `done`. At once for who wants no
 * motion. The answer ends it early, without `done`.
 */
export function glide(ms: number, frame: (share: number) => void, done: () => void): () => void {
  if (ms <= 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) {
    done();
    return () => {};
  }
  let began: number | null = null;
  let asked = requestAnimationFrame(step);
  function step(now: number) {
    began ??= now;
    const share = (now - began) / ms;
    if (share >= 1) return done();
    frame(share * share * (3 - 2 * share));
    asked = requestAnimationFrame(step);
  }
  return () => cancelAnimationFrame(asked);
}
