import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay } from '@/domain/calendar'
import { clockFault } from '@/domain/field/clock'
import { clockAgainst } from '@/features/diagnosis/checks/clock'

describe('a clock', () => {
  it('is wrong if it is before an event that must have happened, compared with the latest such event', () => {
    const known = { data: '2022-10-31', app: '2026-11-01', record: '2025-01-01' }
    expect(clockFault('2019-01-01', known)).toEqual({ today: '2019-01-01', by: 'app', day: '2026-11-01' })
    expect(clockFault('2024-01-01', { data: '2022-10-31', record: '2025-01-01' })?.by).toBe('record')
  })

  it('may be before an as-of date at the end of this month, or a day before in another time zone', () => {
    expect(clockFault('2022-10-01', { data: '2022-10-31' })).toBeNull()
    expect(clockFault('2022-09-29', { data: '2022-10-31' })?.by).toBe('data')
    expect(clockFault('2026-10-31', { app: '2026-11-01', record: '2026-11-01' })).toBeNull()
  })

  it('is never called wrong because of past dates, nor without any information', () => {
    fc.assert(
      fc.property(fc.nat(30_000), fc.nat(30_000), (today, ago) => {
        const [now, day] = [formatDay(today + ago), formatDay(today)]
        expect(clockFault(now, { data: day, app: day, record: day })).toBeNull()
      }),
    )
    expect(clockFault('1970-01-01', {})).toBeNull()
  })

  it('is also reported as wrong by the diagnosis if no server can be reached', () => {
    const fault = clockFault('2019-01-01', { data: '2022-10-31' })
    expect(clockAgainst(null, new Date('2019-01-01T00:00:00Z'), fault).standing).toBe('wrong')
  })
})
