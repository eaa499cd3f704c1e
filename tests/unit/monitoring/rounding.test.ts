import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayMeans } from '@/domain/monitoring/days'
import { hourly } from '@/domain/monitoring/hours'
import { isAbove, roundHalfUp, settledHalf } from '@/domain/monitoring/rounding'
import { windOf } from '@/questions/monitors/exceedances-within'
import { valueText } from '@/store/words/monitor-figures'
import { minuteOn } from '../../fixtures/readings'

const MIDNIGHT = minuteOn('2022-10-31')

/** The daily mean of readings in `1 / unit` µg/m³, as it comes from a file in mg/m³ and through its hours. */
function dayMean(counts: readonly number[], unit: number, perHour: number): number {
  const minute = Int32Array.from(counts, (_, nth) => MIDNIGHT + (nth * 60) / perHour)
  const written = Float32Array.from(counts, (count) => count / (1000 * unit))
  const values = written.map((value) => value * 1000)
  const readings = { devices: ['a'], device: new Uint32Array(counts.length), minute, series: { tsp: { values, flags: new Uint8Array(counts.length) } } } // biome-ignore format: readings
  const hours = hourly(readings, { stamp: 'begin', leastMinutes: 45 })
  const [day] = dayMeans('tsp', MIDNIGHT, hours.series.tsp!.values)
  return day!.mean
}

/** Readings of a day: the steps in a µg/m³, how many an hour, and the readings in these steps. */
const day = fc
  .constantFrom([10, 1], [10, 4], [1, 12], [1, 60])
  .chain(([unit, perHour]) =>
    fc.tuple(
      fc.constant(unit!),
      fc.constant(perHour!),
      fc.array(fc.integer({ min: 1, max: 999 * unit! }), { minLength: 24 * perHour!, maxLength: 24 * perHour! }),
    ),
  )

describe('the mean of a day', () => {
  it('is rounded as its exact fraction is, a half up', () => {
    fc.assert(
      fc.property(day, fc.boolean(), ([unit, perHour, counts], isHalf) => {
        const parts = BigInt(unit * counts.length)
        let sum = counts.reduce((all, count) => all + BigInt(count), 0n)
        if (isHalf) {
          // Brings the mean to the next half, by readings that stay below the highest.
          let lacking = Number((parts * (2n * (sum / parts) + 1n)) / 2n - sum)
          counts = counts.map((count) => {
            const more = Math.max(-count + 1, Math.min(lacking, 999 * unit - count))
            lacking -= more
            sum += BigInt(more)
            return count + more
          })
        }
        const mean = dayMean(counts, unit, perHour)
        expect(valueText(mean, 'tsp')).toBe(String((2n * sum + parts) / (2n * parts)))
      }),
    )
  })

  it('is above a limit if its exact fraction is', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -1, max: 1 }), ([unit, perHour, counts], by) => {
        const limit = Math.round(counts.reduce((all, count) => all + count, 0) / (unit * counts.length))
        // The readings are the limit on average, and one may be a step off.
        const off = counts.map(
          (_, nth) => limit * unit + (nth % 2 === 0 ? 1 : -1) * ((nth >> 1) % 7) + (nth === 0 ? by : 0),
        )
        expect(isAbove(dayMean(off, unit, perHour), limit)).toBe(by > 0)
      }),
    )
  })
})

it('rounds a half as decimals say it, and no other value otherwise than before', () => {
  expect([117.49999237060547, 117.5, 116.5, 0.5].map((each) => valueText(each, 'tsp'))).toEqual([
    '118',
    '118',
    '117',
    '1',
  ])
  expect([117.4999, 117.4, 117.6].map((each) => valueText(each, 'tsp'))).toEqual(['117', '117', '118'])
  expect([1.05, 2.25, -0.25, -3.349999, -0.04].map((each) => valueText(each, 'temperature'))).toEqual([
    ...['1.1', '2.3', '-0.3', '-3.3', '0.0'],
  ])
  expect(valueText(Number.NaN, 'tsp')).toBe('NaN')
  fc.assert(
    fc.property(fc.double({ min: -60, max: 2000, noNaN: true }), fc.constantFrom(0, 1), (mean, places) => {
      fc.pre(settledHalf(mean, places) === mean && Math.abs(mean) * 10 ** places >= 0.5)
      expect(roundHalfUp(mean, places).toFixed(places)).toBe(mean.toFixed(places))
    }),
  )
})

it('the wind beside an exceedance is rounded as it is shown elsewhere: a half in 32 bits is a half', () => {
  const values = { 'wind-direction': Float32Array.of(359.5), 'wind-speed': Float32Array.of(0.35) }
  const wind = windOf({ devices: ['a'], from: 0, hours: 1, values }, 'a', 0)
  expect(wind).toEqual({ fromDegrees: 0, metresPerSecond: 0.4, hour: 0 })
})
