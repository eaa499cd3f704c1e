import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay } from '@/domain/calendar'
import { clockFault } from '@/domain/field/clock'
import { compareClock } from '@/features/diagnosis/checks/clock'

describe('a clock', () => {
  it('is wrong where it is before what must have been, by the latest of what tells it', () => {
    const known = { data: '2022-10-31', app: '2026-11-01', record: '2025-01-01' }
    expect(clockFault('2019-01-01', known)).toEqual({ today: '2019-01-01', by: 'app', day: '2026-11-01' })
    expect(clockFault('2024-01-01', { data: '2022-10-31', record: '2025-01-01' })?.by).toBe('record')
  })

  it('may be before an as-of date that is the end of this month, or a day before in another zone', () => {
    expect(clockFault('2022-10-01', { data: '2022-10-31' })).toBeNull()
    expect(clockFault('2022-09-29', { data: '2022-10-31' })?.by).toBe('data')
    expect(clockFault('2026-10-31', { app: '2026-11-01', record: '2026-11-01' })).toBeNull()
  })

  it('is never called wrong by what is over, nor where nothing is known', () => {
    fc.assert(
      fc.property(fc.nat(30_000), fc.nat(30_000), (today, ago) => {
        const [now, day] = [formatDay(today + ago), formatDay(today)]
        expect(clockFault(now, { data: day, app: day, record: day })).toBeNull()
      }),
    )
    expect(clockFault('1970-01-01', {})).toBeNull()
  })

  it('is wrong in the diagnosis too where no server can be asked', () => {
    const fault = clockFault('2019-01-01', { data: '2022-10-31' })
    expect(compareClock(null, new Date('2019-01-01T00:00:00Z'), fault).standing).toBe('wrong')
  })
})
