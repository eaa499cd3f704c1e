/** Dexie counts in tenths of what the browser counts, and counts up within the same ten where it repairs a database. */
const NATIVE = 10

/** The browser's databases; undefined where it has none, or a setting forbids so much as to name them (Firefox then throws). */
function databases(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB
  } catch {
    return undefined
  }
}

/**
 * What a database of a schema is opened by, so that one of a later schema (a later version of the app has opened it) is neither
 * read nor changed: opening ends in a VersionError. Dexie by itself asks again without a version, and adds what it misses.
 */
export function noLater(schema: number): { indexedDB?: IDBFactory } {
  const factory = databases()
  if (!factory) return {}
  const indexedDB = new Proxy(factory, {
    get(target, name) {
      if (name === 'open')
        return (database: string, version = schema * NATIVE + NATIVE - 1) => target.open(database, version)
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { indexedDB }
}
