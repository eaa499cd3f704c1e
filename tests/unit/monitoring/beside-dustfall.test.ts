import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type BothOf, besideDustfall } from '@/domain/monitoring/beside-dustfall'
import { agreement, besideHeadings, besideTable } from '@/features/monitoring/beside/beside-table'

const tenths = fc.option(fc.integer({ min: 0, max: 40 }).map((each) => each / 10))
const place = fc.record({ dustfall: tenths, monitors: tenths })
const t = ((key: string) => key) as never

it('ranks only places with both values, ties sharing a rank, and returns the difference of the ranks', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 15 }), fc.constantFrom(0, 0.25, 1), (places, apartShare) => {
      const { rows, count } = besideDustfall(places, { apartShare })
      const both = places.filter(({ dustfall, monitors }) => dustfall !== null && monitors !== null)
      expect(count).toBe(both.length)
      for (const [at, row] of rows.entries()) {
        const { dustfall, monitors } = places[at]!
        expect([row.dustfall, row.monitors]).toEqual([dustfall, monitors])
        const below = (which: keyof BothOf) => both.filter((each) => each[which]! < places[at]![which]!).length + 1
        const isBoth = dustfall !== null && monitors !== null
        expect(row.dustfallRank).toBe(isBoth ? below('dustfall') : null)
        expect(row.monitorsRank).toBe(isBoth ? below('monitors') : null)
        expect(row.apart).toBe(isBoth ? below('monitors') - below('dustfall') : null)
        expect(row.agrees).toBe(isBoth ? Math.abs(row.apart!) <= apartShare * count : null)
      }
    }),
  )
})

it('has without ties the rank correlation by the differences of ranks', () => {
  const distinct = (length: number) =>
    fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: length, maxLength: length })
  const pairs = fc.integer({ min: 5, max: 12 }).chain((length) => fc.tuple(distinct(length), distinct(length)))
  fc.assert(
    fc.property(pairs, ([dustfall, monitors]) => {
      const n = dustfall.length
      const places = dustfall.map((each, at) => ({ dustfall: each, monitors: monitors[at]! }))
      const { rows, spearman } = besideDustfall(places, { apartShare: 0 })
      const squares = rows.reduce((sum, { apart }) => sum + apart! ** 2, 0)
      expect(spearman).toBeCloseTo(1 - (6 * squares) / (n * (n * n - 1)), 9)
    }),
  )
})

it('gives ties their mean rank', () => {
  // As by scipy.stats.spearmanr and by hand: ranks 1 2.5 2.5 4 5 and 2 1 3 4.5 4.5, each with a sum of squares of 9.5
  // about the mean, and a sum of products of 7.5.
  const places = [1, 2, 2, 4, 5].map((dustfall, at) => ({ dustfall, monitors: [2, 1, 3, 4, 4][at]! }))
  expect(besideDustfall(places, { apartShare: 0 }).spearman).toBeCloseTo(7.5 / 9.5, 9)
})

it('has no rank correlation for fewer than five places, or if all values are equal', () => {
  const four = [1, 2, 3, 4].map((each) => ({ dustfall: each, monitors: each }))
  expect(besideDustfall([...four, { dustfall: 9, monitors: null }], { apartShare: 0 }).spearman).toBeNull()
  const equal = [1, 2, 3, 4, 5].map((each) => ({ dustfall: each, monitors: 7 }))
  expect(besideDustfall(equal, { apartShare: 0 }).spearman).toBeNull()
})

it('ranks by values with one decimal, ties rounded to even, as for dustfall', () => {
  const { rows } = besideDustfall(
    [
      { dustfall: 7.25, monitors: 100.04 },
      { dustfall: 7.2, monitors: 100 },
    ],
    { apartShare: 0 },
  )
  expect(rows.map(({ dustfall, dustfallRank, monitorsRank }) => [dustfall, dustfallRank, monitorsRank])).toEqual([
    [7.2, 1, 1],
    [7.2, 1, 1],
  ])
})

it('states which of the two is worse at each place, and puts ranked places first in a file', () => {
  const all = besideDustfall(
    [
      { dustfall: null, monitors: 5 },
      { dustfall: 8, monitors: 10 },
      { dustfall: 4, monitors: 90 },
      { dustfall: 9, monitors: null },
      { dustfall: 6, monitors: 20 },
    ],
    { apartShare: 0.25 },
  )
  const codes = ['a', 'b', 'c', 'd', 'e']
  const rows = all.rows.map((row, at) => ({ ...row, code: codes[at]!, county: '', counted: 1, devices: 2 }))
  expect(rows.map((row) => agreement(t, row).split('.').at(-1))).toEqual([
    'noDustfall',
    'dustfallWorse',
    'monitorsWorse',
    'noMonitors',
    'agrees',
  ])
  const table = besideTable(t, { ...all, rows, doubted: { wrong: 0, open: 0 } }, ({ code }) => code, 'TSP', 'a', [])
  expect(table.rows.map(([code]) => code)).toEqual(['c', 'e', 'b', 'd', 'a'])
  expect(table.rows.every((row) => row.length === besideHeadings(t, 'TSP').length)).toBe(true)
})
