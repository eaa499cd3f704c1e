import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ChentuDatabase } from '@/io/versions/database'
import { VersionStore } from '@/io/versions/version-store'
import { makeOldDatabase, OLD, OLD_SCHEMAS } from '../../fixtures/old-databases'

const HOME = 'https://office.example'

beforeEach(async () => {
  vi.stubGlobal('location', { origin: HOME })
  await Dexie.delete('chentu')
})
afterEach(() => vi.unstubAllGlobals())

it('reports that something is kept only once it is on the disk', async () => {
  const asked = vi.spyOn(IDBDatabase.prototype, 'transaction')
  const database = new ChentuDatabase()
  await database.heads.put({ packageKey: 'a', version: null })
  const writes = asked.mock.calls.filter(([, mode]) => mode === 'readwrite')
  expect(writes.length).toBeGreaterThan(0)
  for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' })
  database.close()
  asked.mockRestore()
})

describe.each(OLD_SCHEMAS)('the database of schema %i', (schema) => {
  it('opens with its versions, the head, mappings and maps', async () => {
    await makeOldDatabase(schema)
    const database = new ChentuDatabase()
    const store = new VersionStore(database)
    const key = HOME + OLD.key
    expect((await store.list(key)).map(({ label }) => label)).toEqual(['降尘 8月.xlsx', '工地.csv'])
    const head = (await store.head(key))!
    expect(head).toMatchObject({ id: 2, month: '2022-08', before: 1 })
    const got = await (await store.files(head)).read('a.csv')
    expect('blob' in got && (await got.blob.text())).toBe('项目编号\nXM-1\n')
    expect(await database.mappings.get(OLD.mapping.fingerprint)).toEqual(OLD.mapping)
    expect(await database.basemaps.count()).toBe(schema >= 2 ? 1 : 0)
    expect((await store.delivered(key))?.at).toBe(schema >= 3 ? OLD.delivered.at : undefined)
    database.close()
  })

  it('returns nothing to a package with the same path on another host', async () => {
    await makeOldDatabase(schema)
    const database = new ChentuDatabase()
    const store = new VersionStore(database)
    expect(await store.head(`https://other.example${OLD.key}`)).toBeNull()
    expect(await store.list(`https://other.example${OLD.key}`)).toEqual([])
    expect(await database.heads.where('packageKey').equals(OLD.key).count()).toBe(0)
    database.close()
  })
})
