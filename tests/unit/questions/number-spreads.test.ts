import { describe, expect, it } from 'vitest'
import type { ColumnTest } from '@/domain/sources/view/column-test'
import { type Filters, NO_FILTERS } from '@/domain/sources/view/filters'
import type { NumberColumn } from '@/domain/table/column'
import { brushScale, handlesOf, rangeOf } from '@/features/explore/filters/brush-scale'
import { evaluateRules } from '@/questions/evaluated-package'
import { filterSources } from '@/questions/filtered-sources'
import { sourcesInRing } from '@/questions/map/sources-in-ring'
import { numberSpreads } from '@/questions/shown/number-spreads'
import { openFromDisk } from '../package-from-disk'

describe('the distribution of a column’s numbers', async () => {
  const { value } = await openFromDisk('')
  const opened = value!
  const members = sourcesInRing(opened, { basis: 'outline', radiusMetres: 25_000 })
  const evaluated = evaluateRules(opened, '2022-10-31')
  const left = (filters: Partial<Filters>) => filterSources(evaluated, members, { ...NO_FILTERS, ...filters })
  const spreadOf = (column: string, filters: Partial<Filters>) =>
    numberSpreads(left(filters)).find((each) => each.column === column)
  const sum = (bars: readonly number[]) => bars.reduce((total, count) => total + count, 0)
  const area = (from: number | null, to: number | null): ColumnTest => ({ column: 'areaSquareMetres', from, to })

  it('counts each remaining source once in its bar, and counts those without a value', () => {
    const { least, most, width, bars, absent, kinds } = spreadOf('areaSquareMetres', { kinds: ['stockpile'] })!
    const { table, first } = evaluated.tables.find(({ kind }) => kind === 'stockpile')!
    const { values } = table.columns.areaSquareMetres as NumberColumn
    const known = [...values].filter((each) => !Number.isNaN(each))
    expect(kinds).toEqual(['stockpile'])
    expect([least, most]).toEqual([Math.min(...known), Math.max(...known)])
    expect(sum(bars) + absent).toBe(values.length)
    expect(bars[0]).toBe(known.filter((each) => each < least + width).length)
    expect(first).toBeGreaterThan(0)
  })

  it('applies all filters except that on the column itself', () => {
    const whole = spreadOf('areaSquareMetres', { kinds: ['stockpile'] })!
    expect(spreadOf('areaSquareMetres', { kinds: ['stockpile'], columns: [area(500, 900)] })).toEqual(whole)
    const inOne = { kinds: ['stockpile'], counties: ['610402'] }
    const narrowed = spreadOf('areaSquareMetres', inOne)!
    expect(sum(narrowed.bars) + narrowed.absent).toBe(left(inOne).total)
    // A filter on another column applies, as for the sources.
    const days: ColumnTest = { column: 'overdueDays', from: 100, to: null }
    const both = spreadOf('areaSquareMetres', { kinds: ['stockpile'], columns: [days, area(null, 900)] })!
    expect(sum(both.bars) + both.absent).toBe(left({ kinds: ['stockpile'], columns: [days] }).total)
    expect(sum(both.bars)).toBeLessThan(sum(whole.bars))
  })

  it('has days overdue for the filtered requirements, for all kinds, and leaves out positions and clauses', () => {
    const all = numberSpreads(left({}))
    expect(all[0]).toMatchObject({ column: 'overdueDays', kinds: [], whole: true })
    expect(sum(all[0]!.bars)).toBe([...evaluated.overdueDays].filter((days) => days > 0).length)
    expect(all.map(({ column }) => column)).not.toEqual(expect.arrayContaining(['lon']))
    expect(all.map(({ column }) => column)).not.toEqual(expect.arrayContaining(['clause']))
    const asked = left({ requirements: ['23-six'] })
    const spread = spreadOf('overdueDays', { requirements: ['23-six'] })!
    expect(sum(spread.bars)).toBe([...asked.order].filter((source) => asked.overdueDays[source]! > 0).length)
    // With a filter on a column, kinds without that column are excluded.
    const silty = numberSpreads(left({ columns: [{ column: 'siltLoad', from: 0, to: null }] }))
    expect(silty.map(({ column }) => column)).not.toEqual(expect.arrayContaining(['areaSquareMetres']))
  })
})

describe('the scale of a range slider', () => {
  it('has steps of one for whole numbers, otherwise of a round part of the range', () => {
    expect(brushScale({ least: 3, most: 154, whole: true })).toMatchObject({ least: 3, most: 154, step: 1 })
    expect(brushScale({ least: 0.123, most: 7.456, whole: false })).toMatchObject({
      least: 0.12,
      most: 7.46,
      step: 0.01,
    })
    expect(brushScale({ least: 0.1, most: 0.3, whole: false }).round(0.1 + 0.2)).toBe(0.3)
    expect(brushScale({ least: 2, most: 2, whole: true })).toMatchObject({ least: 2, most: 2 })
  })

  it('has an open end if the handle is at the end, and no filter if both are', () => {
    const scale = brushScale({ least: 10, most: 90, whole: true })
    expect(rangeOf(scale, [10, 90])).toBeNull()
    expect(rangeOf(scale, [10, 50])).toEqual({ from: null, to: 50 })
    expect(rangeOf(scale, [20, 90])).toEqual({ from: 20, to: null })
    expect(handlesOf(scale, { from: null, to: 50 })).toEqual([10, 50])
    expect(handlesOf(scale, { from: -5, to: 1000 })).toEqual([10, 90])
  })
})
