import { writeFileSync } from 'node:fs';

/** Writes tables of weights as a TypeScript file, as the formatter would lay them out: sorted, rounded, no noughts. */
export function writeTables(file: string, comment: string, tables: Record<string, Iterable<[string, number]>>): void {
  const parts = Object.entries(tables).map(([name, weights]) => {
    const lines = [...weights]
      .map(([key, weight]) => [key, Math.round(weight * 100) / 100] as const)
      .filter(([, weight]) => weight !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, weight]) => `  ${quoted(key)}: ${weight},`);
    return `export const ${name}: Readonly<Record<string, number>> = {\n${lines.join('\n')}\n};\n`;
  });
  writeFileSync(file, `/** ${comment} */\n${parts.join('\n')}`);
}

function quoted(key: string): string {
  if (/^[a-z]\w*$/i.test(key)) return key;
  const singles = key.split("'").length;
  const doubles = key.split('"').length;
  return singles > doubles ? JSON.stringify(key) : `'${key.replaceAll("'", "\\'")}'`;
}
