import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ChentuDatabase } from '@/io/versions/database'
import { storedRows } from '@/io/versions/stored-rows'
import { LedgerDatabase } from '@/ledger/ledger-database'
import { LEDGER_NAME } from '@/ledger/records-name'

/** The browser's localStorage, which it does not clear with its databases. */
const stored = new Map<string, string>()
vi.stubGlobal('localStorage', {
  getItem: (name: string) => stored.get(name) ?? null,
  setItem: (name: string, text: string) => void stored.set(name, text),
  removeItem: (name: string) => void stored.delete(name),
})

/** Starts a page: with the stored lists, and nothing in memory. */
async function newPage() {
  vi.resetModules()
  const marks = await import('@/store/device/kept-marks')
  const { useNotices } = await import('@/store/page/notices')
  await marks.lookForGone()
  return { ...marks, isSaid: () => useNotices.getState().codes.includes('kept-gone') }
}

const addVersion = async () => {
  const database = new ChentuDatabase()
  await database.versions.add({ packageKey: 'x', at: 1, month: null, label: 'a', files: {}, bytes: 1, before: null })
  database.close()
}
const addRecord = async () => {
  const database = new LedgerDatabase(LEDGER_NAME)
  await database.events.add({ id: `e${Math.random()}` } as never)
  database.close()
}

beforeEach(async () => {
  stored.clear()
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name)
})

describe('rows of a database', () => {
  it('are counted without creating what does not exist', async () => {
    expect(await storedRows('nowhere', 'versions')).toBe(0)
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('nowhere')
    await addVersion()
    expect([await storedRows('chentu', 'versions'), await storedRows('chentu', 'none')]).toEqual([1, 0])
  })
})

describe('data that the browser has cleared', () => {
  it('is none at a first start, nor while nothing was stored', async () => {
    expect((await newPage()).isSaid()).toBe(false)
    // The app opens its databases at every start; empty ones are no loss.
    new ChentuDatabase().versions.count()
    expect((await newPage()).isSaid()).toBe(false)
  })

  it('is found by comparing with the last start, with its amount', async () => {
    await newPage().then(async ({ markKept }) => {
      await addVersion()
      await addRecord()
      await addRecord()
      await markKept()
    })
    expect((await newPage()).isSaid()).toBe(false)
    await Dexie.delete('chentu')
    const { isSaid, goneHere } = await newPage()
    expect(isSaid()).toBe(true)
    expect(goneHere().map(({ thing, count }) => [thing, count])).toEqual([['versions', 1]])
  })

  it('is reported with the last day on which it was seen, even if nothing was added that day', async () => {
    await addVersion()
    const clock = vi.spyOn(Date, 'now')
    const at = (iso: string) => clock.mockReturnValue(Date.parse(iso))
    at('2022-10-01T02:00:00Z')
    await newPage()
    at('2022-10-30T02:00:00Z')
    await newPage()
    // On the same day it is not written again.
    at('2022-10-30T08:00:00Z')
    await newPage()
    await Dexie.delete('chentu')
    const { goneHere } = await newPage()
    expect(goneHere()[0]!.at).toBe(Date.parse('2022-10-30T02:00:00Z'))
    clock.mockRestore()
  })

  it('is reported until the user has read it', async () => {
    await addRecord()
    await newPage()
    await Dexie.delete(LEDGER_NAME)
    expect((await newPage()).isSaid()).toBe(true)
    const { isSaid, forgetGone } = await newPage()
    expect(isSaid()).toBe(true)
    forgetGone()
    expect((await newPage()).isSaid()).toBe(false)
  })

  it('does not include what the user removed while the page was open', async () => {
    await addVersion()
    const { markKept } = await newPage()
    await Dexie.delete('chentu')
    await markKept()
    expect((await newPage()).isSaid()).toBe(false)
  })

  it('is not reported if the databases can’t be listed, but on the next start', async () => {
    await addVersion()
    await newPage()
    await Dexie.delete('chentu')
    const refused = vi.spyOn(indexedDB, 'databases').mockRejectedValue(new DOMException('shut', 'SecurityError'))
    expect((await newPage()).isSaid()).toBe(false)
    refused.mockRestore()
    expect((await newPage()).isSaid()).toBe(true)
  })
})
