import { expect, it } from 'vitest'
import { CALLED_NOW, isEarlyCall, readCallTime } from '@/features/explore/warnings/call-time'
import { minuteOn } from '../../fixtures/readings'

it('a call is early if its stated time is before the warning began', () => {
  const from = minuteOn('2022-10-29', 12 * 60)
  const called = (day: string, time: string) =>
    isEarlyCall(readCallTime({ day, time }, new Date('2022-11-30T00:00:00Z')), from)
  expect([called('2022-10-28', '12:50'), called('2022-10-29', '11:59')]).toEqual([true, true])
  expect([called('2022-10-29', '12:00'), called('2022-10-30', '08:00')]).toEqual([false, false])
  // A call made now is not early, nor one with an invalid time.
  expect([isEarlyCall(readCallTime(CALLED_NOW, new Date()), from), called('2022-10-28', '25:00')]).toEqual([
    false,
    false,
  ])
})
