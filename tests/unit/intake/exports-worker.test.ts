import 'fake-indexeddb/auto'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { readingsShelf } from '@/workspace/readings-shelves'
import type { ExportsApi } from '@/workers/exports.main'
import { at } from '../../fixtures/readings'

const NAMES = ['exports-worker-readings', 'exports-worker-tracks'] as const
let api: ExportsApi
vi.mock('comlink', () => ({
  expose: (exposed: ExportsApi) => {
    api = exposed
  },
}))
beforeAll(async () => {
  vi.stubGlobal('self', { name: JSON.stringify(NAMES) })
  await import('@/workers/exports.main')
})
const say = () => undefined
const UNDECIDED = { units: {}, devices: {}, wrongTimes: null }
const NOW = at('2022-11-01')
/** The hours of a day from 1 to 24, each of which says that it ends. */
const hoursTo24 = (name: string) =>
  new File(
    [['设备编号,日期,小时,TSP(mg/m3)', ...Array.from({ length: 24 }, (_, i) => `A,2022-10-01,${i + 1},0.1`)].join('\n')],
    name,
  )
const END = { stamp: 'end', leastMinutes: 45 } as const

describe('readings that are imported', () => {
  const shelf = readingsShelf(NAMES[0])
  afterEach(() => shelf.parts.clear())
  const firstKept = async () => ((await shelf.list())[0]!.devices[0]!.from - at('2022-10-01')) / 60

  it('of a package that says nothing of hours are kept by the rule by which their hours are made', async () => {
    await api.read(hoursTo24('a.csv'), undefined, say)
    await api.keepReadings(UNDECIDED, NOW, undefined)
    expect(await firstKept()).toBe(0)
  })

  it('are kept by the rule of the package that is open then', async () => {
    await api.read(hoursTo24('a.csv'), undefined, say)
    await api.keepReadings(UNDECIDED, NOW, END)
    expect(await firstKept()).toBe(1)
  })
})
