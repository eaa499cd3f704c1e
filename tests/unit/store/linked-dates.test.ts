import { describe, expect, it } from 'vitest'
import { linkDates } from '@/store/view/linked-dates'
import { FIRST_VIEW, type View } from '@/store/view/view'

const DATES = {
  settings: { asOf: '2022-10-20' },
  reports: [{ month: '2022-02' }, { month: '2022-04' }, { month: '2022-10' }],
}
const changed = (change: Partial<View>, before: Partial<View> = { linkedDates: true }) => {
  const { month, asOf } = linkDates({ ...FIRST_VIEW, ...before, ...change }, change, DATES)
  return { month, asOf }
}

describe('a linked month and as-of day', () => {
  it('set the day to the last of the dustfall month, also in February', () => {
    expect(changed({ month: '2022-02' })).toEqual({ month: '2022-02', asOf: '2022-02-28' })
    expect(changed({ month: '2022-04' })).toEqual({ month: '2022-04', asOf: '2022-04-30' })
  })

  it('set the day to the package’s own if that is in the month', () => {
    expect(changed({ month: null }, { linkedDates: true, asOf: '2022-04-30' })).toEqual({ month: null, asOf: null })
  })

  it('set the month to that of the day, or to the last one before it', () => {
    expect(changed({ asOf: '2022-04-03' })).toEqual({ month: '2022-04', asOf: '2022-04-03' })
    expect(changed({ asOf: '2022-07-03' })).toEqual({ month: '2022-04', asOf: '2022-07-03' })
    expect(changed({ asOf: '2022-12-31' })).toEqual({ month: null, asOf: '2022-12-31' })
    expect(changed({ asOf: '2021-01-01' })).toEqual({ month: null, asOf: '2021-01-01' })
  })

  it('are adjusted as soon as they are linked', () => {
    expect(changed({ linkedDates: true }, { month: '2022-04' })).toEqual({ month: '2022-04', asOf: '2022-04-30' })
  })

  it('are used as a link has them if it states both', () => {
    const said = { month: '2022-04', asOf: '2022-10-31', linkedDates: true }
    expect(changed(said, {})).toEqual({ month: '2022-04', asOf: '2022-10-31' })
  })

  it('are independent if not linked', () => {
    expect(changed({ month: '2022-02' }, {})).toEqual({ month: '2022-02', asOf: null })
  })
})
