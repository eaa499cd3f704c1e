/**
 * Dexie multiplies its version numbers by ten for the browser, and increments within the ten when it repairs a
 * database.
 */
const NATIVE = 10

/** The browser's databases; undefined if there are none, or if a setting blocks access (Firefox then throws). */
function databases(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB
  } catch {
    return undefined
  }
}

/**
 * Dexie option that refuses to open a database with a later schema, written by a later version of the app: opening
 * fails with a VersionError. Dexie by itself would open it without a version and add what it misses.
 */
export function refuseLaterSchema(schema: number): { indexedDB?: IDBFactory } {
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
