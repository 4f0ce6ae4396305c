import type { Correction } from '../types.ts';

export type CorrectionRow = { id: string; event: string; at: string; evidence: string; change: string };

/** All corrections of a story, in the order in which they were made. */
export function selectCorrections(db: D1Database, slug: string): D1PreparedStatement {
  return db
    .prepare('SELECT id, event, at, evidence, change FROM corrections WHERE story = ? ORDER BY at, id')
    .bind(slug);
}

export function toCorrection({ evidence, change, ...row }: CorrectionRow): Correction {
  return { ...row, evidence: JSON.parse(evidence), change: JSON.parse(change) };
}

export function putCorrection(db: D1Database, slug: string, correction: Correction): D1PreparedStatement {
  const { id, event, at, evidence, change } = correction;
  return db
    .prepare('INSERT OR REPLACE INTO corrections (story, id, event, at, evidence, change) VALUES (?, ?, ?, ?, ?, ?)')
    .bind(slug, id, event, at, JSON.stringify(evidence), JSON.stringify(change));
}

export function removeCorrection(db: D1Database, slug: string, id: string): D1PreparedStatement {
  return db.prepare('DELETE FROM corrections WHERE story = ? AND id = ?').bind(slug, id);
}
