import { describe, expect, it } from 'vitest'
import { type CountyMonth, countyMonth } from '@/domain/dustfall/county-month'
import { publishedEarlierFigures } from '@/domain/dustfall/earlier'
import { earlierOf } from '../../../fixtures/earlier'

const figure = (county: string, month: string, earlier?: CountyMonth['earlier']): CountyMonth => ({
  ...countyMonth(county, month, []),
  earlier,
})
const today = () => 99

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
      (county, month) => (county === 'c' && month === '2022-01' ? 5 : null),
    )
    expect(['2022-01', '2021-12', '2021-11', '2021-10'].map((month) => figureOf('a', month))).toEqual([
      6.1,
      6.2,
      6.3,
      null,
    ])
    expect(['2022-02', '2022-01', '2021-12'].map((month) => figureOf('b', month))).toEqual([null, 7.1, null])
    expect(figureOf('c', '2022-01')).toBe(5)
  })

  it('are null if the publication stored that there was none, even if there is one today', () => {
    const figureOf = publishedEarlierFigures([figure('a', '2022-02', earlierOf(null, 6))], today)
    expect([figureOf('a', '2022-01'), figureOf('a', '2021-12'), figureOf('a', '2021-11')]).toEqual([null, 6, 99])
  })
})
