import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { joinReadings } from '@/domain/monitoring/join-readings'
import { PARAMETERS, type Parameter } from '@/domain/monitoring/parameter'
import type { Readings } from '@/domain/monitoring/readings'
import { keepReadings, removeDevice } from '@/io/readings/keep-readings'
import { listKept, openKept } from '@/io/readings/kept-readings'
import { ReadingsShelf } from '@/io/readings/readings-shelf'

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

describe('readings of several files', () => {
  it('stand by device and minute; of what both have the later stands, and a file of noise takes no dust away', () => {
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

  it('joined one after the other are the same as all at once', () => {
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

describe('readings that a browser keeps', () => {
  const shelf = new ReadingsShelf('chentu-readings-test')
  afterEach(() => shelf.parts.clear())
  const all = async (month: string) => {
    const file = await openKept(shelf, month)
    return file && listed(await file.read({ parameters: PARAMETERS }))
  }

  it('are kept by months of the office’s clock', async () => {
    const rows: Row[] = [
      ['a', LAST, 1],
      ['a', LAST + 15, 2],
    ]
    expect(await keepReadings(shelf, [{ readings: of('tsp', rows) }])).toEqual(['2022-06', '2022-07'])
    expect(await all('2022-06')).toEqual([['a', LAST, 'tsp 1']])
    expect(await all('2022-07')).toEqual([['a', LAST + 15, 'tsp 2']])
    expect(await all('2022-08')).toBeNull()
  })

  it('only grow by a later file, whose rows stand in the place of earlier ones', async () => {
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

  it('become one file where they are many, and the same stands in it', async () => {
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

  it('are there all or not at all where a person ends the keeping between two months', async () => {
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

  it('are removed month by month', async () => {
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

  it('of one device go from every month, and those of others stay as the last file has them', async () => {
    const keep = (dataClass: 'real' | 'illustrative', ...rows: readonly Row[]) =>
      keepReadings(shelf, [{ readings: of('tsp', rows), names: new Map([['b', '二号']]), dataClass }])
    await keep('real', ['a', LAST, 1], ['b', LAST, 2], ['c', LAST, 3])
    // Later files of the same times, one of which the device is not in.
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
    // Of a month that had nothing else nothing is left; a device that nobody has takes nothing.
    expect((await listKept(shelf)).map(({ month, rows }) => [month, rows])).toEqual([['2022-06', 3]])
    const ids = (await shelf.list()).map(({ id }) => id)
    await removeDevice(shelf, 'b')
    expect((await shelf.list()).map(({ id }) => id)).toEqual(ids)
    // What was asked of the others is known as before.
    const after = (await shelf.list()).flatMap(({ devices }) => devices).find(({ code }) => code === 'c')
    expect(after?.brought).toEqual(before.flatMap(({ brought }) => brought ?? []))
  })
})

describe('what files call devices', () => {
  it('is kept with them, the later file before the earlier, over parts that are made one', async () => {
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
