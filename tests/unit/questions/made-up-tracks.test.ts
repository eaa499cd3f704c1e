import { describe, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { STATUS } from '@/domain/rules/status'
import { rowsByCounty } from '@/domain/rules/tracked'
import type { HaulMonth } from '@/domain/trucks/hauls'
import { evaluateRules } from '@/questions/evaluated-package'
import { sharesByMadeUp } from '@/questions/trucks/made-up-tracks'
import { openFromDisk } from '../package-from-disk'

const opened = (await openFromDisk('')).value!
const DAY = '2022-10-31'
const MONTH = '2022-10'

/** The status of each county that the share by day is required of. */
function statuses({ findings, tables }: ReturnType<typeof evaluateRules>) {
  const { first, status, covers } = findings.find(({ rule }) => opened.pack.rules[rule]!.id === '16-day')!
  const kind = tables.find((each) => each.first === first && each.table.length === status.length)!
  return new Map(
    [...rowsByCounty(kind)].filter(([, row]) => covers(row)).map(([county, row]) => [county, status[row]!]),
  )
}
const imported = (counties: HaulMonth['counties']): HaulMonth => ({ month: MONTH, counties, dataClass: 'real' })

describe('an import of real tracks', () => {
  const before = evaluateRules(opened, DAY)
  const told = sharesByMadeUp(before, [], [MONTH])

  it('is preceded by the number of counties judged by made-up tracks, and what happens to these without', () => {
    const [now, then] = [statuses(before), statuses(evaluateRules(opened, DAY, [], [imported(new Map())]))]
    const changed = [...now].filter(([county, status]) => then.get(county) !== status)
    expect(told).toEqual({
      asOf: DAY,
      sources: now.size,
      otherwise: changed.length,
      unknown: changed.filter(([county]) => then.get(county) === STATUS.unknown).length,
      others: 0,
    })
    expect(told.otherwise).toBeGreaterThan(0)
  })

  it('tells of figures that it can replace where none are made up', () => {
    const hauls = [{ day: parseDay('2022-10-12'), trips: 10, byDay: 9 }]
    const after = evaluateRules(opened, DAY, [], [imported(new Map([['610402', hauls]]))])
    expect(sharesByMadeUp(after, [], [MONTH])).toEqual({
      ...{ asOf: DAY, sources: 0, otherwise: 0, unknown: 0 },
      others: told.sources,
    })
  })

  it('changes nothing in other months, nor where the package has real figures without their trips', () => {
    const nothing = { asOf: DAY, sources: 0, otherwise: 0, unknown: 0, others: 0 }
    expect(sharesByMadeUp(before, [], ['2022-09'])).toEqual(nothing)
    const provenance = opened.pack.provenance.filter(({ role }) => role !== 'truck-trips')
    const alone = { ...opened, pack: { ...opened.pack, provenance, hauls: [imported(new Map())] } }
    expect(sharesByMadeUp(evaluateRules(alone, DAY), [], [MONTH])).toEqual(nothing)
  })
})
