import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { joinReadings } from '@/domain/monitoring/join-readings'
import { PARAMETERS, type Parameter } from '@/domain/monitoring/parameter'
import type { Readings } from '@/domain/monitoring/readings'
import { PartLost } from '@/io/kept/part-shelf'
import { keepReadings, removeDevice, undoImport } from '@/io/readings/keep-readings'
import { listKept, openKept } from '@/io/readings/kept-readings'
import { lastImport } from '@/io/readings/last-import'
import { ReadingsShelf } from '@/io/readings/readings-shelf'
import { failureOf } from '@/store/page/failure'

type Row = readonly [device: string, minute: number, value: number]
/** 2022-06-30 23:45 in Asia/Shanghai. */
const LAST = Date.UTC(2022, 5, 30, 15, 45) / 60_000

function of(parameter: Parameter, rows: readonly Row[]): Readings {
  const devices = [...new Set(rows.map(([device]) => device))]
  return {
    devices,
    device: Uint32Array.from(rows, ([device]) => devices.indexOf(device)),
    minute: Int32Array.from(rows, ([, minute]) => minute),
    series: {
      [parameter]: { values: Float32Array.from(rows, ([, , value]) => value), flags: new Uint8Array(rows.length) },
    },
  }
}

const listed = ({ devices, device, minute, series }: Readings) =>
  Array.from(minute, (at, row) => [
    devices[device[row]!],
    at,
    ...PARAMETERS.flatMap((each) => {
      const value = series[each]?.values[row] ?? Number.NaN
      return Number.isNaN(value) ? [] : [`${each} ${value}`]
    }),
  ])

describe('readings from several files', () => {
  it('are merged by device and minute; the later value wins, and a file of noise removes no dust', () => {
    const dust = of('tsp', [
      ['b', 15, 1],
      ['a', 15, 2],
      ['a', 30, 3],
    ])
    const noise = of('noise', [['a', 15, 60]])
    const corrected = of('tsp', [['a', 30, 4]])
    const { readings, replaced } = joinReadings([dust, noise, corrected])
    expect(listed(readings)).toEqual([
      ['a', 15, 'tsp 2', 'noise 60'],
      ['a', 30, 'tsp 4'],
      ['b', 15, 'tsp 1'],
    ])
    expect(replaced).toBe(2)
  })

  it('are equal whether merged one after the other or all at once', () => {
    const row = fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 99 }))
    const part = fc.tuple(fc.constantFrom('tsp' as const, 'noise' as const), fc.array(row, { maxLength: 8 }))
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const all = parts.map(([parameter, rows]) => of(parameter, rows))
        const step = all.reduce((joined, next) => joinReadings([joined, next]).readings, of('tsp', []))
        expect(listed(joinReadings(all).readings)).toEqual(listed(step))
      }),
    )
  })
})

describe('readings kept in a browser', () => {
  const shelf = new ReadingsShelf('chentu-readings-test')
  afterEach(() => shelf.parts.clear())
  const all = async (month: string) => {
    const file = await openKept(shelf, month)
    return file && listed(await file.read({ parameters: PARAMETERS }))
  }

  it('are stored by month in Chinese time', async () => {
    const rows: Row[] = [
      ['a', LAST, 1],
      ['a', LAST + 15, 2],
    ]
    expect((await keepReadings(shelf, [{ readings: of('tsp', rows) }])).months).toEqual(['2022-06', '2022-07'])
    expect(await all('2022-06')).toEqual([['a', LAST, 'tsp 1']])
    expect(await all('2022-07')).toEqual([['a', LAST + 15, 'tsp 2']])
    expect(await all('2022-08')).toBeNull()
  })

  it('are only added to by a later file, whose rows replace earlier ones', async () => {
    await keepReadings(shelf, [
      {
        readings: of('tsp', [
          ['a', LAST - 15, 1],
          ['a', LAST, 1],
        ]),
      },
    ])
    await keepReadings(shelf, [
      {
        readings: of('tsp', [
          ['a', LAST, 5],
          ['b', LAST, 7],
        ]),
      },
    ])
    expect(await all('2022-06')).toEqual([
      ['a', LAST - 15, 'tsp 1'],
      ['a', LAST, 'tsp 5'],
      ['b', LAST, 'tsp 7'],
    ])
    expect(await listKept(shelf)).toMatchObject([
      {
        month: '2022-06',
        parts: 2,
        devices: [
          { code: 'a', from: LAST - 15, until: LAST },
          { code: 'b', from: LAST, until: LAST },
        ],
      },
    ])
  })

  it('are combined into one file if there are many, with the same contents', async () => {
    for (let nth = 0; nth < 9; nth++)
      await keepReadings(shelf, [
        {
          readings: of('tsp', [
            ['a', LAST, nth],
            [`d${nth}`, LAST, nth],
          ]),
        },
      ])
    const [month] = await listKept(shelf)
    expect(month!.parts).toBeLessThan(7)
    expect(month!.devices.length).toBe(10)
    expect((await all('2022-06'))!.find(([device]) => device === 'a')).toEqual(['a', LAST, 'tsp 8'])
  })

  it('are stored completely or not at all if the user cancels between two months', async () => {
    await keepReadings(shelf, [{ readings: of('tsp', [['a', LAST, 1]]) }])
    const both = of('tsp', [
      ['a', LAST, 2],
      ['a', LAST + 15, 2],
    ])
    const said: number[][] = []
    const keep = (end: number) =>
      keepReadings(shelf, [{ readings: both }], (done, of) => {
        said.push([done, of])
        if (said.length === end) throw new DOMException('ended', 'AbortError')
      })
    await expect(keep(2)).rejects.toMatchObject({ name: 'AbortError' })
    expect([await all('2022-06'), await all('2022-07')]).toEqual([[['a', LAST, 'tsp 1']], null])
    said.length = 0
    await keep(9)
    expect(said).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
    ])
    expect(await all('2022-06')).toEqual([['a', LAST, 'tsp 2']])
  })

  it('are those of before an import that is undone, with the values that it replaced', async () => {
    const keep = (...rows: readonly Row[]) => keepReadings(shelf, [{ readings: of('tsp', rows) }])
    const first = await keep(['a', LAST - 15, 1], ['a', LAST, 1])
    // As many as are merged by the next import, which is not merged itself.
    for (let nth = 2; nth <= 5; nth++) await keep(['a', LAST, nth])
    const sixth = await keep(['a', LAST, 6])
    const before = [await all('2022-06'), await listKept(shelf)]
    const last = await keep(['a', LAST, 7], ['b', LAST, 7], ['a', LAST + 15, 7])
    expect(await all('2022-06')).toEqual([
      ['a', LAST - 15, 'tsp 1'],
      ['a', LAST, 'tsp 7'],
      ['b', LAST, 'tsp 7'],
    ])
    expect((await listKept(shelf))[0]!.parts).toBe(2)
    // Only the last one: others may have replaced values of earlier ones.
    expect(await undoImport(shelf, first.ids)).toBe(false)
    expect(await undoImport(shelf, sixth.ids)).toBe(false)
    expect(await undoImport(shelf, last.ids)).toBe(true)
    expect(await all('2022-06')).toEqual(before[0])
    expect(await all('2022-07')).toBeNull()
    expect((await listKept(shelf)).map(({ month, rows }) => [month, rows])).toEqual([['2022-06', 2]])
    expect(await undoImport(shelf, last.ids)).toBe(false)
    expect(await undoImport(shelf, [])).toBe(false)
  })

  it('name the last import after the page was opened again, until something comes after it', async () => {
    const keep = (...rows: readonly Row[]) => keepReadings(shelf, [{ readings: of('tsp', rows) }])
    const last = async () => lastImport(await shelf.list())
    expect(await last()).toBeNull()
    for (let nth = 1; nth <= 6; nth++) await keep(['a', LAST, nth])
    const { ids } = await keep(['a', LAST, 7], ['b', LAST, 7], ['a', LAST + 15, 7])
    expect(await last()).toEqual({ ids, months: ['2022-06', '2022-07'], devices: 2 })
    expect(await undoImport(shelf, ids)).toBe(true)
    // What is left is made of several imports.
    expect(await last()).toBeNull()
    await keep(['a', LAST, 8], ['a', LAST + 15, 8])
    await shelf.removeMonths(['2022-07'])
    expect(await last()).toBeNull()
    await keep(['a', LAST, 9], ['c', LAST, 9])
    await removeDevice(shelf, 'c')
    expect(await last()).toBeNull()
  })

  it('are undone also where several months were merged for the import', async () => {
    const both = (value: number) =>
      of('tsp', [
        ['a', LAST, value],
        ['a', LAST + 15, value],
      ])
    for (let nth = 1; nth <= 6; nth++) await keepReadings(shelf, [{ readings: both(nth) }])
    const { ids } = await keepReadings(shelf, [{ readings: both(7) }])
    expect((await listKept(shelf)).map(({ parts }) => parts)).toEqual([2, 2])
    expect(await undoImport(shelf, ids)).toBe(true)
    expect([await all('2022-06'), await all('2022-07')]).toEqual([[['a', LAST, 'tsp 6']], [['a', LAST + 15, 'tsp 6']]])
  })

  it('are stored without merging a month if there is no space for both, or one of its files is lost', async () => {
    const keep = (device: string, value: number) =>
      keepReadings(shelf, [{ readings: of('tsp', [[device, LAST, value]]) }])
    for (let nth = 1; nth <= 6; nth++) await keep('a', nth)
    const { write } = shelf
    let written = 0
    const noSpace = vi.spyOn(shelf, 'write').mockImplementation((...args) => {
      if (++written === 2) throw new DOMException('full', 'QuotaExceededError')
      return write.apply(shelf, args)
    })
    await keep('a', 7)
    noSpace.mockRestore()
    expect([written, (await listKept(shelf))[0]!.parts]).toEqual([3, 7])
    expect(await all('2022-06')).toEqual([['a', LAST, 'tsp 7']])
    const lost = vi.spyOn(shelf, 'fileOf').mockRejectedValue(new PartLost('1.parquet'))
    await keep('b', 8)
    lost.mockRestore()
    expect((await all('2022-06'))!.map(([, , value]) => value)).toEqual(['tsp 7', 'tsp 8'])
  })

  it('of which some can’t be read any more are imported again: what was given up leaves the list, and no other month', async () => {
    const first = [LAST - 60, LAST, LAST + 60].map((at): Row => ['a', at, 1])
    await keepReadings(shelf, [{ readings: of('tsp', first) }])
    await keepReadings(shelf, [{ readings: of('tsp', [['a', LAST, 5]]) }])
    const [june, july] = await shelf.list()
    for (const part of [june!, july!]) await shelf.parts.update(part.id, { file: new Blob(['gone']) })
    const list = async () => (await listKept(shelf)).map(({ month, rows, lost }) => [month, rows, lost])
    expect(await list()).toEqual([
      ['2022-06', 2, 2],
      ['2022-07', 1, 1],
    ])
    await expect(all('2022-06')).rejects.toThrow()
    const failed = await removeDevice(shelf, 'a').catch(failureOf)
    expect(failed).toEqual({ code: 'kept-readings-lost', file: '2022-06' })
    const again = of('tsp', [['a', LAST - 60, 7]])
    // Without the user's word, what is there stays listed.
    await keepReadings(shelf, [{ readings: again }])
    expect(await list()).toEqual([
      ['2022-06', 3, 2],
      ['2022-07', 1, 1],
    ])
    await keepReadings(shelf, [{ readings: again }], undefined, ['2022-06'])
    expect(await all('2022-06')).toEqual([
      ['a', LAST - 60, 'tsp 7'],
      ['a', LAST, 'tsp 5'],
    ])
    expect(await list()).toEqual([
      ['2022-06', 2, undefined],
      ['2022-07', 1, 1],
    ])
  })

  it('can’t be taken back by import once others were removed in between, and then all stay', async () => {
    const { ids } = await keepReadings(shelf, [
      {
        readings: of('tsp', [
          ['a', LAST, 1],
          ['b', LAST, 1],
        ]),
      },
    ])
    await removeDevice(shelf, 'b')
    expect(await undoImport(shelf, ids)).toBe(false)
    expect(await all('2022-06')).toEqual([['a', LAST, 'tsp 1']])
  })

  it('are never listed under a number that a removed file had, also by another page', async () => {
    const keep = () => keepReadings(shelf, [{ readings: of('tsp', [['a', LAST, 1]]) }])
    let time = 1_700_000_000_000
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => time++)
    const { ids } = await keep()
    await undoImport(shelf, ids)
    const other = new ReadingsShelf('chentu-readings-test')
    const again = await keepReadings(other, [{ readings: of('tsp', [['a', LAST, 2]]) }])
    other.close()
    clock.mockRestore()
    expect(again.ids).not.toEqual(ids)
  })

  it('are each counted once, or as at most so many where an earlier version did not count repeats', async () => {
    const row = fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 99 }))
    const rowsOf = (some: readonly Row[]) =>
      joinReadings([of('tsp', some.map(([code, at, value]) => [code, LAST - 15 * at, value]))]).readings // biome-ignore format: one line
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(row, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
        async (imports) => {
          // biome-ignore format: one line
          await shelf.parts.clear()
          for (const some of imports) await keepReadings(shelf, [{ readings: rowsOf(some) }])
          const [month] = await listKept(shelf)
          const stored = (await all('2022-06'))!
          expect([month!.rows, month!.isAtMost]).toEqual([stored.length, false])
          for (const { code, rows } of month!.devices) expect(rows).toBe(stored.filter(([of]) => of === code).length)
        },
      ),
      { numRuns: 30 },
    )
    // Between two files of which each alone is elsewhere, until both are merged.
    await shelf.parts.clear()
    for (const at of [0, 4, 0, 4, 0, 4, 2]) await keepReadings(shelf, [{ readings: rowsOf([['a', at, 1]]) }])
    expect((await listKept(shelf))[0]).toMatchObject({ rows: 3, isAtMost: false })
    await shelf.parts.clear()
    for (const value of [1, 2]) await keepReadings(shelf, [{ readings: rowsOf([['a', 1, value], ['b', value * 2, value]]) }]) // biome-ignore format: one line
    expect((await listKept(shelf))[0]).toMatchObject({ rows: 3, isAtMost: false })
    // As earlier versions stored them.
    await shelf.parts.toCollection().modify(({ devices }) => {
      for (const each of devices) delete (each as { again?: number }).again
    })
    expect((await listKept(shelf))[0]).toMatchObject({
      ...{ rows: 4, isAtMost: true },
      devices: [
        { code: 'a', rows: 2, isAtMost: true },
        { code: 'b', rows: 2, isAtMost: false },
      ],
    })
  })

  it('are removed by month', async () => {
    await keepReadings(shelf, [
      {
        readings: of('tsp', [
          ['a', LAST, 1],
          ['a', LAST + 15, 2],
        ]),
      },
    ])
    await shelf.removeMonths(['2022-06'])
    expect((await listKept(shelf)).map(({ month }) => month)).toEqual(['2022-07'])
  })

  it('of one device are removed from every month, and those of others stay as in the last file', async () => {
    const keep = (dataClass: 'real' | 'illustrative', ...rows: readonly Row[]) =>
      keepReadings(shelf, [{ readings: of('tsp', rows), names: new Map([['b', '二号']]), dataClass }])
    await keep('real', ['a', LAST, 1], ['b', LAST, 2], ['c', LAST, 3])
    // Later files of the same period, one of which lacks the device.
    await keep('real', ['b', LAST, 4], ['c', LAST, 5])
    await keep('real', ['c', LAST, 6])
    await keep('real', ['b', LAST + 15, 7])
    await keep('illustrative', ['a', LAST, 8], ['b', LAST, 9])
    const before = (await shelf.list()).flatMap(({ devices }) => devices).filter(({ code }) => code === 'c')
    await removeDevice(shelf, 'b')
    const left = async (dataClass: 'real' | 'illustrative') => {
      const file = await openKept(shelf, '2022-06', dataClass)
      const read = await file!.read({ parameters: ['tsp'] })
      return [read.devices, listed(read)]
    }
    expect(await left('real')).toEqual([
      ['a', 'c'],
      [
        ['a', LAST, 'tsp 1'],
        ['c', LAST, 'tsp 6'],
      ],
    ])
    expect(await left('illustrative')).toEqual([['a'], [['a', LAST, 'tsp 8']]])
    // A month with only that device is removed; removing an unknown device changes nothing.
    expect((await listKept(shelf)).map(({ month, rows }) => [month, rows])).toEqual([['2022-06', 3]])
    const ids = (await shelf.list()).map(({ id }) => id)
    await removeDevice(shelf, 'b')
    expect((await shelf.list()).map(({ id }) => id)).toEqual(ids)
    // The recorded imports of the others are unchanged.
    const after = (await shelf.list()).flatMap(({ devices }) => devices).find(({ code }) => code === 'c')
    expect(after?.brought).toEqual(before.flatMap(({ brought }) => brought ?? []))
  })
})

describe('names of devices in files', () => {
  it('are stored with them, the later name replacing the earlier, also when parts are combined', async () => {
    const shelf = new ReadingsShelf('names')
    const once = (minute: number) =>
      of('tsp', [
        ['a', minute, 1],
        ['b', minute, 1],
      ])
    await keepReadings(shelf, [{ readings: once(LAST - 60), names: new Map([['a', '一号']]) }])
    const namesNow = async () => (await listKept(shelf)).flatMap(({ devices }) => devices.map(({ name }) => name))
    expect(await namesNow()).toEqual(['一号', undefined])
    await keepReadings(shelf, [{ readings: once(LAST - 45), names: new Map([['a', '一号工地']]) }])
    for (let part = 0; part < 6; part++) await keepReadings(shelf, [{ readings: once(LAST - 40 + part) }])
    expect(await namesNow()).toEqual(['一号工地', undefined])
    await shelf.delete()
  })
})
