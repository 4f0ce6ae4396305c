import { h } from './dom.ts';

/**
 * Copies a text at a reader's click. A frame rarely has the permission to, and a sandboxed one never: there the text is
 * selected and copied as by hand first. Throws where the browser refuses both.
 */
export async function copyText(text: string): Promise<void> {
  if (parent !== self && copySelected(text)) return;
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    if (!copySelected(text)) throw error;
  }
}

function copySelected(text: string): boolean {
  const before = document.activeElement;
  const field = h('textarea', { readonly: true, 'aria-hidden': 'true', class: 'copied-text' });
  field.value = text;
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return copied;
}
