import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ChentuDatabase } from '@/io/versions/database'
import { VersionStore } from '@/io/versions/version-store'

const KEY = 'https://office.example/data/datapackage.json'
let opened: ChentuDatabase[] = []

/** A separate window: another connection to the same database. */
function aWindow() {
  const database = new ChentuDatabase()
  opened.push(database)
  return { database, store: new VersionStore(database) }
}

const facts = (label: string, before: number | null = null, month: string | null = null) => ({
  packageKey: KEY,
  at: 1_660_000_000_000,
  month,
  label,
  before,
})
const files = (text: string) => new Map([['a.csv', new Blob([text])]])

beforeEach(async () => {
  opened = []
  await Dexie.delete('chentu')
})
afterEach(() => {
  vi.restoreAllMocks()
  for (const database of opened) database.close()
})

describe('a file', () => {
  it('is hashed once, whether prepared before or stored again, and again if it could not be read', async () => {
    const { store } = aWindow()
    const digest = vi.spyOn(crypto.subtle, 'digest')
    const kept = files('1')
    digest.mockRejectedValueOnce(new Error('unreadable'))
    store.prepare(kept)
    expect(await store.add(facts('0'), kept, null)).toHaveProperty('problem')
    store.prepare(kept)
    const added = await store.add(facts('1'), kept, null)
    const id = 'version' in added ? added.version.id : null
    expect(await store.add(facts('2', id), kept, id)).toHaveProperty('version')
    expect(digest).toHaveBeenCalledTimes(2)
  })
})

describe('two windows', () => {
  it('do not overwrite each other’s imports: the second gets the label of the first, and nothing is written', async () => {
    const [a, b] = [aWindow().store, aWindow().store]
    const first = await a.add(facts('工地.csv'), files('1'), null)
    expect(await b.add(facts('堆场.csv'), files('2'), null)).toEqual({
      problem: { code: 'changed-elsewhere', file: '工地.csv', seen: '2022-08-08T23:06:40.000Z' },
    })
    expect((await b.list(KEY)).map(({ label }) => label)).toEqual(['工地.csv'])
    expect((await b.head(KEY))?.label).toBe('工地.csv')
    // After reading the current version it may write.
    const id = 'version' in first ? first.version.id : null
    expect(await b.add(facts('堆场.csv', id), files('2'), id)).toHaveProperty('version')
    expect((await a.list(KEY)).map(({ label }) => label)).toEqual(['堆场.csv', '工地.csv'])
  })

  it('do not restore an older version over an import that the other has just made', async () => {
    const [a, b] = [aWindow().store, aWindow().store]
    const first = await a.add(facts('1'), files('1'), null)
    const id = 'version' in first ? first.version.id : 0
    await a.add(facts('2', id), files('2'), id)
    expect(await b.setHead(KEY, null, id)).toMatchObject({ code: 'changed-elsewhere', file: '2' })
    expect((await b.head(KEY))?.label).toBe('2')
  })

  it('never lose an import silently, whatever they do at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), fc.constantFrom('add', 'look', 'back'), fc.boolean()), { maxLength: 12 }),
        async (acts) => {
          await Dexie.delete('chentu')
          const windows = [aWindow(), aWindow()].map((each) => ({ ...each, shown: null as number | null }))
          const kept: string[] = []
          const act = async ([which, what]: (typeof acts)[number], name: string) => {
            const mine = windows[which ? 1 : 0]!
            if (what === 'look') mine.shown = (await mine.store.head(KEY))?.id ?? null
            else if (what === 'back') {
              if (!(await mine.store.setHead(KEY, null, mine.shown))) mine.shown = null
            } else {
              const before = mine.shown
              const added = await mine.store.add(facts(name, before), files(name), before)
              if (!('version' in added)) return
              mine.shown = added.version.id
              kept.push(name)
            }
          }
          let waiting: Promise<void>[] = []
          for (const [i, each] of acts.entries()) {
            waiting.push(act(each, String(i)))
            if (each[2]) {
              await Promise.all(waiting)
              waiting = []
            }
          }
          await Promise.all(waiting)
          const { store, database } = windows[0]!
          expect((await store.list(KEY)).map(({ label }) => label).sort()).toEqual(kept.sort())
          // Each version was made from the head, so no two have the same predecessor, unless a window went back on
          // purpose.
          if (!acts.some(([, what]) => what === 'back')) {
            const made = (await store.list(KEY)).map(({ before }) => before)
            expect(new Set(made).size).toBe(made.length)
          }
          for (const version of await store.list(KEY)) {
            const got = await (await store.files(version)).read('a.csv')
            expect('blob' in got && (await got.blob.text())).toBe(version.label)
          }
          database.close()
          windows[1]!.database.close()
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('storing a version', () => {
  it('succeeds even if no space can be freed afterwards', async () => {
    const { database, store } = aWindow()
    vi.spyOn(database.files, 'toCollection').mockImplementation(() => {
      throw new Error('disk')
    })
    expect(await store.add(facts('1'), files('1'), null)).toHaveProperty('version')
    expect((await store.head(KEY))?.label).toBe('1')
  })

  it('drops the oldest one, which then can’t be restored', async () => {
    const { store } = aWindow()
    let last: number | null = null
    for (let i = 0; i < 31; i++) {
      const added = await store.add(facts(String(i), last), files(String(i)), last)
      last = 'version' in added ? added.version.id : null
    }
    expect((await store.list(KEY)).length).toBe(30)
    expect(await store.setHead(KEY, 1, last)).toMatchObject({ code: 'version-gone' })
  })
})

describe('many edits by hand', () => {
  it('do not push out imported versions, and are limited themselves', async () => {
    const { store } = aWindow()
    let before: number | null = null
    const add = async (label: string, byHand?: true) => {
      const added = await store.add({ ...facts(label, before), ...(byHand ? { byHand } : {}) }, files(label), before)
      before = 'version' in added ? added.version.id : null
    }
    await add('企业名单.xlsx')
    for (let i = 1; i <= 40; i++) await add(`改 ${i}`, true)
    await add('堆场.csv')
    const labels = (await store.list(KEY)).map(({ label }) => label)
    expect(labels).toHaveLength(32)
    expect([labels[0], labels[1], labels[30], labels[31]]).toEqual(['堆场.csv', '改 40', '改 11', '企业名单.xlsx'])
  })
})

describe('a database that does not respond', () => {
  it('is opened again once', async () => {
    const { database, store } = aWindow()
    await store.add(facts('1'), files('1'), null)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const get = vi.spyOn(database.heads, 'get').mockReturnValueOnce(new Promise(() => undefined) as never)
    const asked = store.firstHead(KEY)
    vi.advanceTimersByTime(10_000)
    vi.useRealTimers()
    expect((await asked)?.label).toBe('1')
    expect(get).toHaveBeenCalledTimes(2)
  })
})

it('drops no version of one city because of another', async () => {
  const { store } = aWindow()
  let before: number | null = null
  const keep = async (label: string, city?: string) => {
    const added = await store.add({ ...facts(label, before), ...(city ? { city } : {}) }, files(label), before)
    if ('problem' in added) throw new Error(added.problem.code)
    before = added.version.id
  }
  await keep('旧版应用', undefined)
  await keep('议定事项', '咸阳市')
  for (let i = 0; i < 35; i++) await keep(`长治 ${i}`, '长治市')
  const labels = (await store.list(KEY)).map(({ label }) => label)
  expect(labels.slice(-2)).toEqual(['议定事项', '旧版应用'])
  expect(labels.length).toBe(32)
})
