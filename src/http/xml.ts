/** A piece of XML, made by `element` alone, so that text cannot become markup. */
export interface Xml {
  xml: string;
}

type Content = Xml | string | number | null | undefined | false | Content[];

/** An element with its attributes and content; strings are text, and whatever is null, undefined or false is left out. */
export function element(name: string, attributes: Record<string, string | number>, ...content: Content[]): Xml {
  const head = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeText(String(value))}"`)
    .join('');
  const body = write(content);
  return { xml: body === '' ? `<${name}${head}/>` : `<${name}${head}>${body}</${name}>` };
}

/** A whole document. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`;
}

function write(content: Content): string {
  if (Array.isArray(content)) return content.map(write).join('');
  if (content === null || content === undefined || content === false) return '';
  return typeof content === 'object' ? content.xml : escapeText(String(content));
}

/** What XML 1.0 cannot hold, not even escaped: most control characters and halves of surrogate pairs. */
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeText(text: string): string {
  return text.replace(ILLEGAL, '\u{FFFD}').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
