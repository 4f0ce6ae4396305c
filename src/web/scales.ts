/** The engine writes its scales in European digits, whatever the reader's are. */
export function writeScales(frame: HTMLElement, lang: string) {
  const number = new Intl.NumberFormat(lang);
  for (const scale of frame.querySelectorAll('.maplibregl-ctrl-scale')) {
    const text = scale.textContent.replace(/[\d.]+/, (digits) => number.format(Number(digits)));
    if (text !== scale.textContent) scale.textContent = text;
  }
}
