import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { destination } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { upwind } from '@/domain/geodesy/upwind'
import { readWindRose } from '@/domain/geodesy/wind-rose'
import { gradeMove, gradeOverview } from '@/domain/sources/grades'
import { compileTest } from '@/domain/sources/view/column-test'
import { textColumn } from '@/domain/table/build-column'
import { ABSENT_DAY, ABSENT_FLAG } from '@/domain/table/column'
import { kindOf } from '../../fixtures/kinds'

describe('the grade ladder', () => {
  it.each([
    ['C', 'B-', '升级'],
    ['B', 'A', '升级'],
    ['B', 'C', '降级'],
    ['C', 'C', '未变'],
    ['未评级', 'D', '新评'],
    ['A', '未评级', '降级'],
    ['非引领性', '引领性', '升级'],
    ['C', '引领性', '换类'],
    ['', 'A', ''],
    ['A', '', ''],
  ])('%s → %s is %s', (before, now, move) => {
    expect(gradeMove(kindOf('enterprise').ladder!, before, now)).toBe(move)
  })

  it('counts as newly advanced only sources that were not advanced last year, and none whose earlier grade is unknown', () => {
    const table = {
      length: 5,
      columns: {
        industry: textColumn(['水泥', '水泥', '铸造', '铸造', '']),
        grade: textColumn(['A', 'B', '引领性', 'B', 'A']),
        lastYearGrade: textColumn(['C', 'A', '非引领性', '', 'C']),
      },
    }
    const found = gradeOverview({ schema: kindOf('enterprise'), table }, [0, 1, 2, 3, 4])
    expect(found.newlyAdvanced).toBe(3)
    expect(found.moves.get('')).toBe(1)
    expect(found.industries.reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b, 0), 0)).toBe(5)
  })
})

describe('sources upwind', () => {
  const receptor: Position = [108.7, 34.3]
  const west = [{ fromDegrees: 270, metresPerSecond: 2, share: 1 }]

  it('are those in the direction of the wind, weighted more on its axis and nearby', () => {
    const at = (azimuth: number, metres: number) => upwind(receptor, destination(receptor, azimuth, metres), west, 5000)
    expect(at(90, 1000)).toBeNull()
    expect(at(270, 6000)).toBeNull()
    expect(at(270, 1000)!.weight).toBeCloseTo(0.5, 6)
    expect(at(280, 1000)!.weight).toBeLessThan(at(270, 1000)!.weight)
    expect(at(270, 2000)!.weight).toBeLessThan(at(270, 1000)!.weight)
    expect(at(270 + 23, 1000)).toBeNull()
  })

  it('are none in calm air, and work for directions on both sides of north', () => {
    const still = [{ fromDegrees: 270, metresPerSecond: 0, share: 1 }]
    expect(upwind(receptor, destination(receptor, 270, 500), still, 5000)).toBeNull()
    const north = [{ fromDegrees: 0, metresPerSecond: 1, share: 1 }]
    const weight = (azimuth: number) => upwind(receptor, destination(receptor, azimuth, 500), north, 5000)!.weight
    expect(weight(350)).toBeCloseTo(weight(10), 3)
  })

  it('can be found with a wind rose in degrees, letters or Chinese with any sum of frequencies; unreadable lines are reported', () => {
    const { winds, faults } = readWindRose('风向,风速,频率\n西北 2.5 30\nNNW，3，20\n270° 1.5 50%\n哪里 1 1')
    expect(winds.map(({ fromDegrees }) => fromDegrees)).toEqual([315, 337.5, 270])
    expect(winds.map(({ share }) => share)).toEqual([0.3, 0.2, 0.5])
    expect(faults).toEqual([{ line: 5, seen: '哪里 1 1' }])
    fc.assert(fc.property(fc.string(), (text) => void readWindRose(text)))
  })
})

describe('a condition on a column', () => {
  it('matches texts, flags and ranges, and missing values only if requested', () => {
    const text = compileTest({ column: 'a', contains: 'GD' }, textColumn(['gd-1', 'x', '']))
    expect([0, 1, 2].map(text)).toEqual([true, false, false])
    const flags = { type: 'flag' as const, values: Uint8Array.of(1, 0, ABSENT_FLAG) }
    expect([0, 1, 2].map(compileTest({ column: 'a', oneOf: ['否', ''] }, flags))).toEqual([false, true, true])
    const days = { type: 'day' as const, values: Int32Array.of(ABSENT_DAY, 10, 20) }
    expect([0, 1, 2].map(compileTest({ column: 'a', from: null, to: 15 }, days))).toEqual([false, true, false])
    const numbers = { type: 'number' as const, values: Float64Array.of(Number.NaN, 1, 2) }
    expect([0, 1, 2].map(compileTest({ column: 'a', from: 1, to: 2 }, numbers))).toEqual([false, true, true])
    expect(compileTest({ column: 'a', contains: '' }, undefined)(0)).toBe(false)
  })
})
