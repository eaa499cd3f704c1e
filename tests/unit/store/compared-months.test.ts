import { describe, expect, it } from 'vitest'
import { keepCompared, stepMonth } from '@/store/view/compared-months'
import { FIRST_VIEW, type View } from '@/store/view/view'

const MONTHS = ['2022-08', '2022-09', '2022-10'].map((month) => ({ month }))
const change = (before: Partial<View>, by: Partial<View>) => {
  const view = { ...FIRST_VIEW, ...before }
  const { month, other } = keepCompared(view, { ...view, ...by }, by, MONTHS)
  return [month, other]
}

describe('the month compared with the chosen one', () => {
  it('is swapped with it when it is chosen itself, even if the newest month is implied', () => {
    expect(change({ month: '2022-08', other: '2022-09' }, { month: '2022-09' })).toEqual(['2022-09', '2022-08'])
    expect(change({ month: null, other: '2022-09' }, { month: '2022-09' })).toEqual(['2022-09', '2022-10'])
    expect(change({ month: '2022-08', other: '2022-10' }, { month: null })).toEqual([null, '2022-08'])
  })

  it('stays when another month is chosen, if there is none, and if both are set at once', () => {
    expect(change({ month: '2022-08', other: '2022-09' }, { month: '2022-10' })).toEqual(['2022-10', '2022-09'])
    expect(change({ month: '2022-08' }, { month: '2022-09' })).toEqual(['2022-09', null])
    expect(change({ month: '2022-08', other: '2022-09' }, { month: '2022-09', other: '2022-09' })).toEqual([
      '2022-09',
      '2022-09',
    ])
  })

  it('is skipped when stepping through months', () => {
    expect(stepMonth(MONTHS, '2022-08', 1, '2022-09')).toBe('2022-10')
    expect(stepMonth(MONTHS, null, -1, '2022-09')).toBe('2022-08')
    expect(stepMonth(MONTHS, '2022-09', 1, '2022-10')).toBeUndefined()
    expect(stepMonth(MONTHS, '2022-08', 1, null)).toBe('2022-09')
  })
})
