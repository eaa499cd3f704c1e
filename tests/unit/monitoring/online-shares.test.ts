import { expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import type { DeviceDays } from '@/domain/monitoring/online-days'
import { onlineShares } from '@/domain/monitoring/online-shares'
import type { DataClass } from '@/domain/sources/kinds/data-class'

/** A device with these valid hours on the days from one on. */
const device = (from: string, hours: readonly number[], dataClass: DataClass = 'real'): DeviceDays => ({
  days: Int32Array.from(hours, (_, at) => parseDay(from) + at),
  hours: Uint8Array.from(hours),
  classes: hours.map(() => dataClass),
  calibrated: [],
})
const RULE = { most: 12, leastShare: 0.9 }
const groupOf = (code: string) => code[0]!
const UNTIL = parseDay('2022-11-02')

it('adds up the valid hours of a county’s devices by month, up to a day', () => {
  const online = new Map([
    ['a1', device('2022-10-30', [24, 12, 24, 24, 0])],
    ['a2', device('2022-11-01', [6, 6])],
    ['b1', device('2022-10-31', [24])],
  ])
  const { months, groups, all, dataClass } = onlineShares(online, groupOf, UNTIL, RULE)
  expect([months, dataClass]).toEqual([['2022-11', '2022-10'], 'real'])
  // The day after the last one does not count.
  expect(groups.get('a')!.get('2022-11')).toEqual({ devices: 2, days: 4, hours: 60, of: 96, low: 1 })
  expect(groups.get('a')!.get('2022-10')).toEqual({ devices: 1, days: 2, hours: 36, of: 48, low: 1 })
  expect(groups.get('b')).toEqual(new Map([['2022-10', { devices: 1, days: 1, hours: 24, of: 24, low: 0 }]]))
  expect(all.get('2022-10')).toEqual({ devices: 2, days: 3, hours: 60, of: 72, low: 1 })
})

it('has the last months only, and no group without any of them', () => {
  const online = new Map([
    ['a1', device('2022-10-31', [24, 24])],
    ['b1', device('2022-09-01', [24])],
  ])
  const { months, groups, all } = onlineShares(online, groupOf, UNTIL, { ...RULE, most: 1 })
  expect([months, [...groups.keys()], [...all.keys()]]).toEqual([['2022-11'], ['a'], ['2022-11']])
})

it('is as real as the days of the months that it has', () => {
  const online = new Map([
    ['a1', device('2022-09-01', [24], 'derived')],
    ['b1', device('2022-11-01', [24])],
  ])
  const classOf = (most: number) => onlineShares(online, groupOf, UNTIL, { ...RULE, most }).dataClass
  expect([classOf(1), classOf(2)]).toEqual(['real', 'derived'])
})

it('takes made-up days only if there are no others', () => {
  const made = device('2022-11-01', [6], 'illustrative')
  const both = onlineShares(
    new Map([
      ['a1', made],
      ['b1', device('2022-11-01', [24])],
    ]),
    groupOf,
    UNTIL,
    RULE,
  )
  expect([[...both.groups.keys()], both.dataClass]).toEqual([['b'], 'real'])
  const alone = onlineShares(new Map([['a1', made]]), groupOf, UNTIL, RULE)
  expect([[...alone.groups.keys()], alone.dataClass]).toEqual([['a'], 'illustrative'])
  expect(onlineShares(new Map(), groupOf, UNTIL, RULE).months).toEqual([])
})
