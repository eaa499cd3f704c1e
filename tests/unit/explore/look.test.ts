import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeLook, NO_CLASS } from '@/domain/sources/view/look'
import { textColumn } from '@/domain/table/build-column'
import { CLASS_METHODS, classAt, classBreaks } from '@/domain/table/classify'

const CHOICE = { method: 'natural', classes: 3, breaks: [], fixedBreak: null } as const

describe('classes of a column', () => {
  it('use gaps in the values, or equal numbers of them', () => {
    const values = Float64Array.from([1, 1, 2, 2, 10, 11, 12, 50, 51])
    expect(classBreaks(values, CHOICE)).toEqual([2, 12])
    expect(classBreaks(values, { ...CHOICE, method: 'equal', classes: 2 })).toEqual([26])
    const thirds = classBreaks(values, { ...CHOICE, method: 'quantile' })
    const counts = [0, 0, 0]
    for (const value of values) counts[classAt(value, thirds)]!++
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2)
  })

  it('never put both sides of a limit into one class, by any method', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { maxLength: 200 }),
        fc.constantFrom(...CLASS_METHODS),
        fc.integer({ min: 2, max: 7 }),
        fc.double({ min: -1000, max: 1000, noNaN: true }),
        (list, method, classes, limit) => {
          const values = Float64Array.from(list).sort()
          const breaks = classBreaks(values, { method, classes, breaks: [0], fixedBreak: limit })
          expect(breaks).toContain(limit)
          expect([...breaks].sort((a, b) => a - b)).toEqual(breaks)
          const over = values.filter((value) => value > limit).map((value) => classAt(value, breaks))
          const within = values.filter((value) => value <= limit).map((value) => classAt(value, breaks))
          for (const each of over) expect(within.includes(each)).toBe(false)
        },
      ),
    )
  })

  it('count each row once, colour the frequent categories, and leave out rows without a value', () => {
    const grades = [...'AABBBC', '', ...'DEFGHIJ']
    const area = grades.map((_, i) => (i === 3 ? Number.NaN : i))
    const table = {
      length: grades.length,
      columns: { grade: textColumn(grades), area: { type: 'number' as const, values: Float64Array.from(area) } },
    }
    const look = { ...CHOICE, kind: 'enterprise', colour: 'grade', size: 'area' } as const
    const { legend, classes, sizes } = computeLook(table, look)
    expect(legend.categories!.slice(0, 2)).toEqual(['B', 'A'])
    expect(legend.counts.reduce((sum, each) => sum + each, 0) + legend.rest).toBe(grades.length)
    expect(classes[6]).toBe(NO_CLASS)
    expect(sizes[3]).toBe(1)
    expect(sizes[grades.length - 1]).toBe(255)
  })
})
