import { describe, expect, it } from 'vitest'
import { type CountyMonth, countyMonth } from '@/domain/dustfall/county-month'
import { publishedEarlierFigures } from '@/domain/dustfall/earlier'
import { earlierOf } from '../../../fixtures/earlier'

const figure = (county: string, month: string, earlier?: CountyMonth['earlier']): CountyMonth => ({
  ...countyMonth(county, month, []),
  earlier,
})
const then = (value: number | null) => ({ value, isUnmeasured: false })
const today = () => then(99)

describe('the figures of earlier months', () => {
  it('are today’s if the publication stored none', () => {
    expect(publishedEarlierFigures([figure('a', '2022-10'), figure('b', '2022-10', [])], today)).toBe(today)
    expect(publishedEarlierFigures([], today)).toBe(today)
  })

  it('are those that the publication stored, latest first, across the turn of the year; otherwise today’s', () => {
    const figureOf = publishedEarlierFigures(
      [
        figure('a', '2022-02', earlierOf(6.1, 6.2, 6.3)),
        figure('b', '2022-02', earlierOf(7.1)),
        figure('c', '2022-02'),
      ],
      (county, month) => then(county === 'c' && month === '2022-01' ? 5 : null),
    )
    expect(['2022-01', '2021-12', '2021-11', '2021-10'].map((month) => figureOf('a', month).value)).toEqual([
      6.1,
      6.2,
      6.3,
      null,
    ])
    expect(['2022-02', '2022-01', '2021-12'].map((month) => figureOf('b', month).value)).toEqual([null, 7.1, null])
    expect(figureOf('c', '2022-01').value).toBe(5)
  })

  it('are null if the publication stored that there was none, even if there is one today', () => {
    const figureOf = publishedEarlierFigures([figure('a', '2022-02', earlierOf(null, 6))], today)
    expect(['2022-01', '2021-12', '2021-11'].map((month) => figureOf('a', month).value)).toEqual([null, 6, 99])
  })

  it('are below the detection limit as today’s data says; by their number if today’s data has another', () => {
    const isUnmeasured = (kept: number, now: number) =>
      publishedEarlierFigures([figure('a', '2022-02', earlierOf(kept))], () => ({ value: now, isUnmeasured: true }))(
        'a',
        '2022-01',
      ).isUnmeasured
    expect([isUnmeasured(0.15, 0.15), isUnmeasured(0.15, 3.1), isUnmeasured(3.1, 0.15)]).toEqual([true, true, false])
  })
})
