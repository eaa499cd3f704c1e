import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutGrid, hourGrid, readingsOfGrid } from '@/domain/monitoring/hour-grid'
import type { Readings } from '@/domain/monitoring/readings'

const FROM = 60_000
const part = (rows: readonly (readonly [device: string, hour: number, pm10: number])[]): Readings => {
  const devices = [...new Set(rows.map(([device]) => device))]
  return {
    devices,
    device: Uint32Array.from(rows, ([device]) => devices.indexOf(device)),
    minute: Int32Array.from(rows, ([, hour]) => FROM + hour * 60),
    series: { pm10: { values: Float32Array.from(rows, ([, , value]) => value), flags: new Uint8Array(rows.length) } },
  }
}

it('distinguishes an hour that arrived without a mean from one that did not arrive', () => {
  const grid = hourGrid(
    [
      part([
        ['B', 0, 10],
        ['B', 2, Number.NaN],
      ]),
      part([['A', 1, 20]]),
    ],
    FROM,
    FROM + 180,
    ['pm10'],
  )
  expect(grid.devices).toEqual(['A', 'B'])
  expect([...grid.came]).toEqual([0, 1, 0, 1, 0, 1])
  expect([...grid.values.pm10!]).toEqual([Number.NaN, 20, Number.NaN, 10, Number.NaN, Number.NaN])
})

it('leaves out hours outside its period, and uses the later of two parts', () => {
  const grid = hourGrid(
    [
      part([
        ['A', -1, 1],
        ['A', 0, 2],
        ['A', 1, 3],
      ]),
      part([['A', 0, 4]]),
    ],
    FROM,
    FROM + 60,
    ['pm10'],
  )
  expect([...grid.values.pm10!]).toEqual([4])
})

it('keeps a mean where the first or last hour of a later file has none, but not where a flag says why', () => {
  const whole = part([0, 1, 2, 3].map((hour) => ['A', hour, 10 + hour] as const))
  const later = part([
    ['A', 0, Number.NaN],
    ['A', 1, Number.NaN],
    ['A', 2, 92],
    ['A', 3, Number.NaN],
  ])
  const edges = new Map([['A', { first: FROM, last: FROM + 180 }]])
  const merged = (of: Readings) => [...hourGrid([whole, { ...of, edges }], FROM, FROM + 240, ['pm10']).values.pm10!]
  expect(merged(later)).toEqual([10, Number.NaN, 92, 13])
  const { values } = later.series.pm10!
  expect(merged({ ...later, series: { pm10: { values, flags: Uint8Array.of(0, 0, 0, 1) } } })[3]).toBeNaN()
  expect(merged(part([['A', 0, 90]]))[0]).toBe(90)
})

it('does not lose dust values to a later part that has only noise for the device', () => {
  const later: Readings = {
    ...{ devices: ['A', 'B'], device: Uint32Array.of(0, 1), minute: Int32Array.of(FROM, FROM) },
    series: {
      pm10: { values: Float32Array.of(Number.NaN, 7), flags: new Uint8Array(2) },
      noise: { values: Float32Array.of(60, 61), flags: new Uint8Array(2) },
    },
  }
  const earlier = part([
    ['A', 0, 100],
    ['B', 0, 5],
  ])
  const { values } = hourGrid([earlier, later], FROM, FROM + 60, ['pm10', 'noise'])
  expect([[...values.pm10!], [...values.noise!]]).toEqual([
    [100, 7],
    [60, 61],
  ])
})

it('returns its hours by device and time', () => {
  const grid = hourGrid(
    [
      part([
        ['B', 1, 10],
        ['A', 2, 20],
        ['B', 0, 30],
      ]),
    ],
    FROM,
    FROM + 180,
    ['pm10'],
  )
  const { device, minute, series } = readingsOfGrid(grid)
  expect([...device]).toEqual([0, 1, 1])
  expect([...minute]).toEqual([FROM + 120, FROM, FROM + 60])
  expect([...series.pm10!.values]).toEqual([20, 30, 10])
  expect([...readingsOfGrid(grid, 'A').series.pm10!.values]).toEqual([20])
  expect(readingsOfGrid(grid, 'C').minute).toHaveLength(0)
})

it('returns for a device only parameters with a value, a minute or a flag', () => {
  const series = (values: readonly number[], minutes: readonly number[], flags: readonly number[]) => ({
    ...{ values: Float32Array.from(values), minutes: Uint8Array.from(minutes), flags: Uint8Array.from(flags) },
  })
  const none = Number.NaN
  const hours: Readings = {
    ...{ devices: ['A', 'B'], device: Uint32Array.of(0, 1), minute: Int32Array.of(FROM, FROM) },
    series: {
      tsp: series([none, 9], [0, 60], [4, 0]),
      pm10: series([none, 9], [15, 60], [0, 0]),
      noise: series([50, 60], [60, 60], [0, 0]),
      'wind-speed': series([none, 3], [0, 60], [0, 0]),
    },
  }
  const grid = hourGrid([hours], FROM, FROM + 60, ['tsp', 'pm10', 'noise', 'wind-speed'])
  expect(Object.keys(readingsOfGrid(grid, 'A').series)).toEqual(['tsp', 'pm10', 'noise'])
  expect(Object.keys(readingsOfGrid(grid, 'B').series)).toHaveLength(4)
  expect(Object.keys(readingsOfGrid(grid).series)).toHaveLength(4)
})

it('has the known minutes of an hour without a mean, and assumes 60 for a mean without minutes', () => {
  const pm10 = { values: Float32Array.of(Number.NaN), flags: new Uint8Array(1), minutes: Uint8Array.of(1) }
  const few: Readings = { devices: ['A'], device: Uint32Array.of(0), minute: Int32Array.of(FROM), series: { pm10 } }
  expect([...hourGrid([few], FROM, FROM + 60, ['pm10']).minutes.pm10!]).toEqual([1])
  expect([...hourGrid([part([['A', 0, 9]])], FROM, FROM + 120, ['pm10']).minutes.pm10!]).toEqual([60, 0])
})

it('cuts from consecutive grids the same as a single grid of that period', () => {
  const hour = fc.integer({ min: -5, max: 30 })
  const rows = fc.uniqueArray(fc.tuple(fc.constantFrom('A', 'B', 'C'), hour, fc.integer({ min: 1, max: 99 })), {
    selector: ([device, at]) => `${device} ${at}`,
  })
  fc.assert(
    fc.property(rows, hour, hour, fc.integer({ min: 1, max: 20 }), (of, from, until, length) => {
      const all = part(of)
      const [begin, end] = [FROM + from * 60, FROM + Math.max(from, until) * 60]
      const pieces = [-20, 0, 1, 2, 3].map((nth) => {
        const at = FROM + nth * length * 60
        return hourGrid([all], at, at + length * 60, ['pm10'])
      })
      const inPieces = (minute: number) =>
        pieces.some((each) => minute >= each.from && minute < each.from + each.hours * 60)
      const whole = hourGrid([part(of.filter(([, at]) => inPieces(FROM + at * 60)))], begin, end, ['pm10'])
      const cut = cutGrid(pieces, ['C', 'A', 'X'], begin, end, ['pm10'])
      expect(cut.hours).toBe(whole.hours)
      for (const [at, device] of cut.devices.entries()) {
        const place = whole.devices.indexOf(device)
        const course = <T extends Uint8Array | Float32Array>(own: T, row: number) => [
          ...own.subarray(row * whole.hours, (row + 1) * whole.hours),
        ]
        const nothing = (value: number) => Array(whole.hours).fill(value)
        expect(course(cut.came, at)).toEqual(place < 0 ? nothing(0) : course(whole.came, place))
        expect(course(cut.values.pm10!, at)).toEqual(
          place < 0 ? nothing(Number.NaN) : course(whole.values.pm10!, place),
        )
      }
    }),
  )
})
