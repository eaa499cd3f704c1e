import { afterEach, beforeEach, expect, it, vi } from 'vitest'

let kept: Map<string, string>
/** A browser's storage; if it is off, it refuses to write. */
const storage = (isOff = false) => ({
  getItem: (name: string) => kept.get(name) ?? null,
  setItem(name: string, value: string) {
    if (isOff) throw new Error('off')
    kept.set(name, value)
  },
  removeItem: (name: string) => void kept.delete(name),
})

/** A page that starts with what is stored. */
async function page() {
  vi.resetModules()
  return import('@/ledger/records-name')
}

beforeEach(() => {
  kept = new Map()
  vi.stubGlobal('localStorage', storage())
})
afterEach(() => vi.unstubAllGlobals())

it('records of packages without a city stay where earlier versions have them', async () => {
  const { LEDGER_NAME, nameForCity, switchRecordsTo } = await page()
  expect([LEDGER_NAME, nameForCity('chentu-round')]).toEqual(['chentu-ledger', 'chentu-round'])
  expect(switchRecordsTo(undefined)).toBe(false)
})

it('a page of another city reloads with that city’s records, and returns to the first', async () => {
  const first = await page()
  expect(first.switchRecordsTo('140400')).toBe(true)
  // It writes to the old place until it has reloaded.
  expect(first.LEDGER_NAME).toBe('chentu-ledger')
  const second = await page()
  expect([second.LEDGER_NAME, second.nameForCity('chentu-round')]).toEqual([
    'chentu-ledger-140400',
    'chentu-round-140400',
  ])
  expect(second.switchRecordsTo('140400')).toBe(false)
  expect(second.switchRecordsTo(undefined)).toBe(true)
  expect((await page()).LEDGER_NAME).toBe('chentu-ledger')
})

it('a browser that stores nothing does not reload forever', async () => {
  vi.stubGlobal('localStorage', storage(true))
  expect((await page()).switchRecordsTo('140400')).toBe(false)
})
