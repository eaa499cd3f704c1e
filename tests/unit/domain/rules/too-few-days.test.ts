import { expect, it } from 'vitest'
import type { DeviceDays } from '@/domain/monitoring/online-days'
import { tooFewDays } from '@/domain/rules/measured'
import type { DataClass } from '@/domain/sources/kinds/data-class'

const RULE = { days: 3, leastShare: 0.75 }
const monitor = (classes: readonly DataClass[], calibrated: DeviceDays['calibrated'] = []) => ({
  days: {
    ...{ days: Int32Array.from(classes, (_, at) => 10 + at), hours: Uint8Array.from(classes, () => 24) },
    ...{ classes, calibrated },
  } as unknown as DeviceDays,
})

it('too few days of a monitor have the class of those up to the day, or of all that is known if none is', () => {
  const mixed = monitor(['real', 'illustrative'])
  expect(tooFewDays([mixed], 10, RULE)).toEqual({ days: 1, last: 10, dataClass: 'real' })
  expect(tooFewDays([mixed], 11, RULE)).toEqual({ days: 2, last: 11, dataClass: 'illustrative' })
  expect(tooFewDays([mixed], 9, RULE)).toEqual({ days: 0, last: null, dataClass: 'illustrative' })
  expect(tooFewDays([monitor(['real'])], 9, RULE)).toMatchObject({ days: 0, dataClass: 'real' })
  const calibrated = [{ day: 9, dataClass: 'illustrative' as const }]
  expect(tooFewDays([monitor([], calibrated)], 9, RULE)).toMatchObject({ days: 0, dataClass: 'illustrative' })
})
