import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { alreadyOpened, type OpenedOn } from '@/domain/cases/opened-on'
import { openingKey, runOpeningKey, sourceOpening } from '@/domain/cases/opening-key'
import { dayBegin } from '@/domain/monitoring/local-time'

const BEGIN = dayBegin(parseDay('2022-10-30'))
const HOURS = 40

/** The runs of the hours that are above the limit, as openings. */
function runsOf(hours: ReadonlySet<number>, code = 'SB-1'): readonly OpenedOn[] {
  const firsts = [...hours].filter((hour) => !hours.has(hour - 1)).sort((a, b) => a - b)
  return firsts.map((from) => {
    let until = from + 1
    while (hours.has(until)) until++
    return { key: runOpeningKey(code, 'tsp', BEGIN + from * 60), until: BEGIN + until * 60 }
  })
}
const hours = fc.uniqueArray(fc.integer({ min: 0, max: HOURS })).map((all) => new Set(all))

describe('a case on hours above a limit', () => {
  it('holds for its run whatever data are added: earlier hours, later ones, or those between two runs', () => {
    fc.assert(
      fc.property(hours, hours, fc.nat(), (first, more, pick) => {
        const runs = runsOf(first)
        if (runs.length === 0) return
        const opened = runs[pick % runs.length]!
        const isHeld = alreadyOpened([opened])
        const later = runsOf(new Set([...first, ...more]))
        // The hours that were known are in one run still, and that run is not proposed.
        const own = later.find(({ until }) => until! >= opened.until!)!
        expect(isHeld(own)).toBe(true)
        // No other run is held by it: there is an hour between them that is not above the limit.
        for (const other of later) if (other !== own) expect(isHeld(other)).toBe(false)
      }),
    )
  })

  it('holds for each part of its run if hours within it turn out not to be above the limit', () => {
    fc.assert(
      fc.property(hours, (gone) => {
        const [opened] = runsOf(new Set(Array.from({ length: HOURS }, (_, hour) => hour)))
        const left = new Set(Array.from({ length: HOURS }, (_, hour) => hour).filter((hour) => !gone.has(hour)))
        for (const part of runsOf(left)) expect(alreadyOpened([opened!])(part)).toBe(true)
      }),
    )
  })

  it('holds for hours that adjoin it, and for no hours of another monitor or parameter', () => {
    const [opened] = runsOf(new Set([4, 5]))
    const isHeld = alreadyOpened([opened!])
    expect(runsOf(new Set([6, 7])).map(isHeld)).toEqual([true])
    expect(runsOf(new Set([7, 8])).map(isHeld)).toEqual([false])
    expect(runsOf(new Set([4, 5]), 'SB-2').map(isHeld)).toEqual([false])
    expect(isHeld({ key: runOpeningKey('SB-1', 'pm10', BEGIN + 240), until: BEGIN + 360 })).toBe(false)
  })

  it('of an earlier version, which kept only the first hour, holds where that hour is', () => {
    const [{ key }] = runsOf(new Set([4, 5])) as [OpenedOn]
    const isHeld = alreadyOpened([{ key }])
    expect(runsOf(new Set([2, 3, 4, 5, 6])).map(isHeld)).toEqual([true])
    expect(runsOf(new Set([6, 7])).map(isHeld)).toEqual([false])
  })
})

it('a case on anything else holds for the same key only', () => {
  const of = (day: string) => ({ key: openingKey(sourceOpening({ kind: 'complaint', code: 'A' }), day) })
  const isHeld = alreadyOpened([of('2022-10-30')])
  expect(isHeld(of('2022-10-30'))).toBe(true)
  expect(isHeld(of('2022-10-31'))).toBe(false)
})
