import type { NewsEvent } from '../types.ts';
import { packJson } from './pack.ts';

export type EventRow = { data: string };

/** All events of a story, in its order. */
export function selectEvents(db: D1Database, slug: string): D1PreparedStatement {
  return db.prepare('SELECT data FROM events WHERE story = ? ORDER BY position').bind(slug);
}

export const toEvent = ({ data }: EventRow): NewsEvent => JSON.parse(data);

/** Replaces the events of a story; a row that stays as it is is not written again. */
export function putEvents(db: D1Database, slug: string, events: readonly NewsEvent[]): D1PreparedStatement[] {
  const remove = db.prepare('DELETE FROM events WHERE story = ? AND id NOT IN (SELECT value FROM json_each(?))');
  const put = db.prepare(
    `INSERT INTO events (story, id, position, data)
     SELECT ?1, value ->> '$.event.id', value ->> '$.position', value -> '$.event' FROM json_each(?2) WHERE true
     ON CONFLICT (story, id) DO UPDATE SET position = excluded.position, data = excluded.data
     WHERE position <> excluded.position OR data <> excluded.data`,
  );
  return [
    remove.bind(slug, JSON.stringify(events.map(({ id }) => id))),
    ...packJson(events.map((event, position) => ({ position, event }))).map((pack) => put.bind(slug, pack)),
  ];
}
