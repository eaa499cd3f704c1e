import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeBeside, changeOf, effectOf } from '@/domain/cases/effect'
import { monitorOfKey, runOpeningKey, sourceOpening } from '@/domain/cases/opening-key'
import { OPEN, SOUND, WRONG } from '@/domain/monitoring/doubts/verdict'
import type { HourGrid } from '@/domain/monitoring/hour-grid'

const HOUR = 60
const RULE = { hours: 4, leastHours: 3 }
/** Hourly means of several devices from minute 0, one row per device; null if an hour has no mean. */
function gridOf(...rows: readonly (readonly (number | null)[])[]): HourGrid {
  const hours = rows[0]!.length
  return {
    devices: rows.map((_, at) => `D${at}`),
    ...{ from: 0, hours, came: new Uint8Array(rows.length * hours).fill(1), minutes: {}, flags: {} },
    values: { tsp: Float32Array.from(rows.flat(), (value) => value ?? Number.NaN) },
  }
}
/** Noticed at 4:30, settled at 6:15: the hours before are 0 to 3, those after 7 to 10. */
const TIMES = { noticed: 4 * HOUR + 30, settled: 6 * HOUR + 15 }

describe('the effect of a case on the measured values', () => {
  it('compares the mean of the full hours before the value was noticed with that after it was settled, leaving out the hours between', () => {
    const { own } = effectOf(gridOf([10, 20, 30, 40, 900, 900, 900, 5, 5, 10, 20, 700]), 'tsp', TIMES, RULE)
    expect(own).toEqual({
      before: { mean: 25, known: 4, hours: 4, wrong: 0, open: 0 },
      after: { mean: 10, known: 4, hours: 4, wrong: 0, open: 0 },
    })
    expect(changeOf(own)).toBeCloseTo(-0.6)
  })

  it('is unknown if too few hours have a value, even if they are still to come', () => {
    const few = effectOf(gridOf([10, null, null, 40, 9, 9, 9, 5, 5]), 'tsp', TIMES, RULE)
    expect(few.own.before).toEqual({ mean: null, known: 2, hours: 4, wrong: 0, open: 0 })
    expect(few.own.after).toEqual({ mean: null, known: 2, hours: 4, wrong: 0, open: 0 })
    expect([changeOf(few.own), changeBeside(few)]).toEqual([null, null])
  })

  it('leaves out hours that a person marked as wrong, and counts undecided ones', () => {
    const grid = gridOf([10, 900, 30, 20, 9, 9, 9, 5, 5, 800, 5])
    // Wrong: the second, tenth and eleventh hour. Undecided: the fourth.
    const standing = Uint8Array.of(SOUND, WRONG, SOUND, OPEN, SOUND, WRONG, SOUND, SOUND, SOUND, WRONG, WRONG)
    const { own } = effectOf(grid, 'tsp', TIMES, RULE, standing)
    expect(own).toEqual({
      before: { mean: 20, known: 3, hours: 4, wrong: 1, open: 1 },
      after: { mean: null, known: 2, hours: 4, wrong: 2, open: 0 },
    })
  })

  it('is compared with the neighbours that have enough hours both before and after', () => {
    const effect = effectOf(
      gridOf(
        [100, 100, 100, 100, 0, 0, 0, 50, 50, 50, 50],
        [40, 40, 40, 40, 0, 0, 0, 20, 20, 20, null],
        [80, 80, 80, 80, 0, 0, 0, 80, null, null, 80],
        [60, 60, 60, 60, 0, 0, 0, 60, 60, 60, 60],
      ),
      'tsp',
      TIMES,
      RULE,
    )
    expect(effect.neighbours).toBe(2)
    expect(effect.near).toEqual({
      before: { mean: 50, known: 4, hours: 4, wrong: 0, open: 0 },
      after: { mean: 40, known: 3, hours: 4, wrong: 0, open: 0 },
    })
    // The own value halved, while the neighbours fell by a fifth.
    expect(changeBeside(effect)).toBeCloseTo(0.5 / 0.8 - 1)
  })

  it('averages noise by its energy, of the device and of its neighbours', () => {
    const { values, ...grid } = gridOf(
      [60, 80, 60, 60, 0, 0, 0, 60, 60, 60, 60],
      [60, 60, 60, 60, 0, 0, 0, 60, 60, 60, 60],
      [80, 80, 80, 80, 0, 0, 0, 60, 60, 60, 60],
    )
    const { own, near } = effectOf({ ...grid, values: { noise: values.tsp! } }, 'noise', TIMES, RULE)
    expect(own.before.mean).toBeCloseTo(10 * Math.log10((3e6 + 1e8) / 4), 5)
    expect(own.after.mean).toBeCloseTo(60, 5)
    expect(near.before.mean).toBeCloseTo(10 * Math.log10((1e6 + 1e8) / 2), 5)
  })

  it('is unknown if either mean is, and relative to neighbours also if one of the divisors is 0', () => {
    const mean = (value: number | null) => ({ mean: value, known: 4, hours: 4, wrong: 0, open: 0 })
    const both = (before: number | null, after: number | null) => ({ before: mean(before), after: mean(after) })
    expect([both(null, 5), both(5, null), both(0, 5)].map(changeOf)).toEqual([null, null, null])
    const beside = (own: ReturnType<typeof both>, near: ReturnType<typeof both>) =>
      changeBeside({ own, near, neighbours: 1 })
    expect(beside(both(10, 5), both(null, 5))).toBeNull()
    expect(beside(both(null, 5), both(10, 5))).toBeNull()
    expect(beside(both(10, 5), both(10, 0))).toBeNull()
    expect(beside(both(10, 5), both(10, 10))).toBeCloseTo(-0.5)
  })

  it('has no mean of neighbours if there are none, and is unknown for a parameter that nobody measured', () => {
    const alone = effectOf(gridOf([10, 20, 30, 40, 9, 9, 9, 5, 5, 5, 5]), 'tsp', TIMES, RULE)
    expect(alone.near).toEqual({
      before: { mean: null, known: 0, hours: 4, wrong: 0, open: 0 },
      after: { mean: null, known: 0, hours: 4, wrong: 0, open: 0 },
    })
    const other = effectOf(gridOf([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]), 'pm10', TIMES, RULE)
    expect(other.own.before).toEqual({ mean: null, known: 0, hours: 4, wrong: 0, open: 0 })
  })

  it('counts hours from the start of the grid', () => {
    const grid = { ...gridOf([10, 20, 30, 40, 9, 9, 9, 5, 5, 5, 5]), from: 100 * HOUR }
    const later = { noticed: TIMES.noticed + 100 * HOUR, settled: TIMES.settled + 100 * HOUR }
    expect(effectOf(grid, 'tsp', later, RULE).own.before.mean).toBe(25)
  })

  it('is zero if the air changed by the same factor everywhere', () => {
    const level = fc.integer({ min: 1, max: 500 })
    fc.assert(
      fc.property(level, level, fc.integer({ min: 2, max: 9 }), (before, after, times) => {
        const row = [before, before, before, before, 1, 1, 1, after, after, after, after]
        const effect = effectOf(
          gridOf(
            row,
            row.map((value) => value * times),
          ),
          'tsp',
          TIMES,
          RULE,
        )
        expect(changeBeside(effect)).toBeCloseTo(0, 5)
      }),
    )
  })
})

it('a key returns its monitor and parameter for any code, and null for other keys', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.integer({ min: 0, max: 30_000_000 }),
      (code, from) => {
        expect(monitorOfKey(runOpeningKey(code, 'pm10', from))).toEqual({ code, parameter: 'pm10' })
      },
    ),
  )
  for (const other of [
    '',
    'hours-of/%E0%A4%A/tsp/2022-10-31T08',
    'hours-of/a/ozone/2022-10-31T08',
    `${sourceOpening({ kind: 'complaint', code: 'a' })}/2022-10-30`,
  ])
    expect(monitorOfKey(other)).toBeNull()
})
