import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uncovered } from '@/domain/monitoring/uncovered'

/** Values of an hour: when each begins, for how long it stands, and whether it has data. */
type Value = readonly [begin: number, minutes: number, hasData?: boolean]

/** Which of these values count for the mean of minutes 0 to 60. */
function counted(values: readonly Value[]): Value[] {
  const periods = {
    intervals: Uint8Array.from(values, ([, minutes]) => minutes),
    beginOf: (row: number) => values[row]![0],
  }
  const counts = uncovered({ start: 0, end: values.length }, periods, [0, 60], (row) => values[row]![2] ?? true)
  return values.filter((_, row) => counts(row))
}

describe('of readings of several intervals in an hour', () => {
  it('a longer one counts if shorter ones end where it begins, or begin where it ends', () => {
    const values: Value[] = [...[0, 5, 10].map((at): Value => [at, 5]), [15, 15], [30, 15], [45, 5], [50, 5], [55, 5]]
    expect(counted(values)).toEqual(values)
  })

  it('a longer one does not count if a shorter one tells a minute of it', () => {
    expect(
      counted([
        [0, 15],
        [14, 1],
        [15, 15],
      ]),
    ).toEqual([
      [14, 1],
      [15, 15],
    ])
    expect(
      counted([
        [0, 15],
        [15, 1],
        [15, 15],
      ]),
    ).toEqual([
      [0, 15],
      [15, 1],
    ])
  })

  it('one without data covers nothing', () => {
    expect(
      counted([
        [0, 60],
        [0, 5, false],
      ]),
    ).toEqual([[0, 60]])
  })

  it('a longer one that begins before the hour or ends after it does not count, the shortest do', () => {
    expect(
      counted([
        [-5, 10],
        [10, 10],
        [20, 30],
      ]),
    ).toEqual([
      [-5, 10],
      [10, 10],
      [20, 30],
    ])
    expect(
      counted([
        [-10, 30],
        [50, 10],
      ]),
    ).toEqual([[50, 10]])
    expect(
      counted([
        [0, 10],
        [50, 30],
      ]),
    ).toEqual([[0, 10]])
    expect(
      counted([
        [0, 30],
        [30, 10],
        [40, 20],
      ]),
    ).toEqual([
      [0, 30],
      [30, 10],
      [40, 20],
    ])
  })

  it('no minute is counted twice, unless two of one interval tell it', () => {
    const value = fc.tuple(fc.nat(59), fc.constantFrom(1, 5, 15, 60), fc.boolean())
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), (values) => {
        const told = values.filter(([, , hasData]) => hasData)
        const counting = counted(values).filter(([, , hasData]) => hasData)
        for (let minute = 0; minute < 60; minute++) {
          const tells = ([begin, minutes]: Value) => begin <= minute && minute < begin + minutes
          const intervals = new Set(counting.filter(tells).map(([, minutes]) => minutes))
          expect(intervals.size).toBeLessThanOrEqual(1)
          const shortest = Math.min(...told.filter(tells).map(([, minutes]) => minutes))
          for (const counts of intervals) expect(counts).toBe(shortest)
        }
      }),
    )
  })
})
