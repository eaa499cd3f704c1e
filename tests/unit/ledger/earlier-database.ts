import { readFileSync } from 'node:fs'

/** A database of an earlier version, as it was exported. */
interface WrittenDatabase {
  readonly name: string
  readonly version: number
  readonly stores: readonly {
    readonly name: string
    readonly keyPath: string
    readonly autoIncrement?: boolean
    readonly indexes: readonly { readonly name: string; readonly keyPath: string | string[] }[]
  }[]
  readonly tables: Readonly<Record<string, readonly unknown[]>>
}

/** Converts exported JSON values back to the values in the database. */
async function revive(value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map(revive))
  if (value === null || typeof value !== 'object') return value
  const said = value as Record<string, unknown>
  if (typeof said.$blob === 'string') return new Blob([Buffer.from(said.$blob, 'base64')], { type: String(said.type) })
  if (typeof said.$bytes === 'string') return new Uint8Array(Buffer.from(said.$bytes, 'base64'))
  if (said.$key) {
    const jwk = said.$key as JsonWebKey
    const uses = jwk.d ? (['sign'] as const) : (['verify'] as const)
    return crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, !jwk.d, uses)
  }
  return Object.fromEntries(
    await Promise.all(Object.entries(said).map(async ([key, each]) => [key, await revive(each)])),
  )
}

/** Creates a database as an earlier version left it, without any current code, replacing an existing one. */
export async function createEarlierDatabase(path: string, name?: string): Promise<void> {
  const kept: WrittenDatabase = JSON.parse(readFileSync(path, 'utf8'))
  const tables = (await revive(kept.tables)) as Record<string, unknown[]>
  const called = name ?? kept.name
  await new Promise((done) => {
    indexedDB.deleteDatabase(called).onsuccess = done
  })
  await new Promise<void>((done, fail) => {
    const asked = indexedDB.open(called, kept.version)
    asked.onerror = () => fail(asked.error)
    asked.onupgradeneeded = () => {
      for (const { name: store, keyPath, autoIncrement = false, indexes } of kept.stores) {
        const made = asked.result.createObjectStore(store, { keyPath, autoIncrement })
        for (const index of indexes) made.createIndex(index.name, index.keyPath)
        for (const row of tables[store] ?? []) made.put(row)
      }
    }
    asked.onsuccess = () => {
      asked.result.close()
      done()
    }
  })
}
