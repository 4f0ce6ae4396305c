/** Says what happens to the n-th call of the store, counted from 1: it is lost on the way there, or on the way back. */
export type Fault = (call: number, sql: string[]) => 'before' | 'after' | undefined;

const CALLS = new Set(['run', 'all', 'first', 'raw']);

/** A D1 database whose calls fail as told. `calls()` is how many there have been. */
export function faulty(db: D1Database, fault: Fault): { db: D1Database; calls: () => number } {
  let calls = 0;
  const real = new WeakMap<object, { statement: D1PreparedStatement; sql: string }>();

  async function call<T>(sql: string[], run: () => Promise<T>): Promise<T> {
    calls += 1;
    const way = fault(calls, sql);
    if (way === 'before') throw new Error('D1_ERROR: lost on the way there');
    const result = await run();
    if (way === 'after') throw new Error('D1_ERROR: lost on the way back');
    return result;
  }

  function wrap(statement: D1PreparedStatement, sql: string): D1PreparedStatement {
    const wrapped = new Proxy(statement, {
      get(target, name) {
        const method = Reflect.get(target, name).bind(target);
        if (name === 'bind') return (...values: unknown[]) => wrap(method(...values), sql);
        if (CALLS.has(String(name))) return (...values: unknown[]) => call([sql], () => method(...values));
        return method;
      },
    });
    real.set(wrapped, { statement, sql });
    return wrapped;
  }

  const wrapped = new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => wrap(target.prepare(sql), sql);
      if (name === 'batch') {
        return (statements: D1PreparedStatement[]) => {
          const batch = statements.flatMap((statement) => real.get(statement) ?? []);
          return call(
            batch.map(({ sql }) => sql),
            () => target.batch(batch.map(({ statement }) => statement)),
          );
        };
      }
      return Reflect.get(target, name).bind(target);
    },
  });
  return { db: wrapped, calls: () => calls };
}
