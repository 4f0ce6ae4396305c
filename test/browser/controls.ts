import type { Page } from 'playwright-core';

/** Roles of Chromium's accessibility tree that a reader presses, turns or types into. */
const CONTROLS = new Set(
  'button link checkbox radio combobox ComboBox textbox searchbox slider spinbutton switch tab DisclosureTriangle'.split(
    ' ',
  ),
);

/**
 * Controls of a page that a reader of its accessibility tree cannot tell apart: those without a name, and those of one
 * role and name, unless they are links to one address.
 */
export async function namesakes(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  await devtools.detach();
  const controls = nodes.flatMap(({ ignored, role, name, properties }) => {
    if (ignored || !CONTROLS.has(String(role?.value))) return [];
    const url = properties?.find((property) => property.name === 'url')?.value.value ?? '';
    return [{ name: `${role?.value} "${name?.value ?? ''}"`, url: String(url) }];
  });
  return [...Map.groupBy(controls, ({ name }) => name)].flatMap(([name, alike]) => {
    const one = alike.length === 1 || alike.every(({ url }) => url !== '' && url === alike[0]?.url);
    return one && !name.endsWith(' ""') ? [] : [`${alike.length} × ${name}`];
  });
}
