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

describe('linked dates', () => {
  it('judge sources on the last day of a month of dustfall, in February too', () => {
    expect(changed({ month: '2022-02' })).toEqual({ month: '2022-02', asOf: '2022-02-28' })
    expect(changed({ month: '2022-04' })).toEqual({ month: '2022-04', asOf: '2022-04-30' })
  })

  it('judge them on the package’s own day where that is in the month', () => {
    expect(changed({ month: null }, { linkedDates: true, asOf: '2022-04-30' })).toEqual({ month: null, asOf: null })
  })

  it('show the dustfall of the month that a day is in, or of the last before it', () => {
    expect(changed({ asOf: '2022-04-03' })).toEqual({ month: '2022-04', asOf: '2022-04-03' })
    expect(changed({ asOf: '2022-07-03' })).toEqual({ month: '2022-04', asOf: '2022-07-03' })
    expect(changed({ asOf: '2022-12-31' })).toEqual({ month: null, asOf: '2022-12-31' })
    expect(changed({ asOf: '2021-01-01' })).toEqual({ month: null, asOf: '2021-01-01' })
  })

  it('go together from the moment that they are linked', () => {
    expect(changed({ linkedDates: true }, { month: '2022-04' })).toEqual({ month: '2022-04', asOf: '2022-04-30' })
  })

  it('stand as a link has them, which says both', () => {
    const said = { month: '2022-04', asOf: '2022-10-31', linkedDates: true }
    expect(changed(said, {})).toEqual({ month: '2022-04', asOf: '2022-10-31' })
  })

  it('stand apart where nobody links them', () => {
    expect(changed({ month: '2022-02' }, {})).toEqual({ month: '2022-02', asOf: null })
  })
})
