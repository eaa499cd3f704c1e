import { expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import {
  dayOf,
  isClockTime,
  isInForceOn,
  ruleAt,
  secondOfDay,
  secondsAt,
  withinHours,
} from '@/domain/trucks/clock-hours'

it('a time of day has two digits each, up to 24:00', () => {
  expect(['00:00', '09:30', '19:59', '23:59', '24:00'].every(isClockTime)).toBe(true)
  expect(['24:01', '9:30', '25:00', '12:60', '12:0', '112:00', '12:000', ''].some(isClockTime)).toBe(false)
})

it('seconds and days are those in Shanghai', () => {
  const noon = Date.UTC(2022, 9, 18, 4) / 1000
  expect(secondOfDay(noon)).toBe(12 * 3600)
  expect(dayOf(noon)).toBe(parseDay('2022-10-18'))
  const midnight = Date.UTC(2022, 9, 17, 16) / 1000
  expect([secondOfDay(midnight), dayOf(midnight), dayOf(midnight - 1)]).toEqual([
    0,
    parseDay('2022-10-18'),
    parseDay('2022-10-17'),
  ])
  expect(secondsAt(parseDay('2022-10-18')!)).toBe(midnight)
})

it('hours begin with their first second and end before their last, also across midnight', () => {
  const at = (hour: number, minute = 0) => (hour * 60 + minute) * 60
  const day = withinHours(['06:30', '22:00'])
  expect([at(6, 30) - 1, at(6, 30), at(22) - 1, at(22)].map(day)).toEqual([false, true, true, false])
  const night = withinHours(['22:00', '06:30'])
  expect([at(6, 30) - 1, at(6, 30), at(22) - 1, at(22)].map(night)).toEqual([true, false, false, true])
  const whole = withinHours(['08:00', '08:00'])
  expect([0, at(8), at(23)].every(whole)).toBe(true)
})

it('the rule in force is the latest to begin, on its first and last day too', () => {
  const rules = [
    { from: '2022-01-01', until: '2022-12-31', name: 'year' },
    { from: '2022-10-01', until: '2022-10-07', name: 'holiday' },
  ] as const
  const find = ruleAt(rules)
  const on = (day: string) => find(secondsAt(parseDay(day)!) + 3600)?.name ?? null
  expect(
    ['2021-12-31', '2022-01-01', '2022-09-30', '2022-10-01', '2022-10-07', '2022-10-08', '2023-01-01'].map(on),
  ).toEqual([null, 'year', 'year', 'holiday', 'holiday', 'year', null])
  expect(ruleAt([...rules].reverse())(secondsAt(parseDay('2022-10-03')!))?.name).toBe('holiday')
  expect(isInForceOn({ from: '2022-01-01' }, '2030-01-01')).toBe(true)
})
