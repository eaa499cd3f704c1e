import { describe, expect, it } from 'vitest'
import type { Problem } from '@/domain/problem'
import { textColumn } from '@/domain/table/build-column'
import { keptPointsText } from '@/io/package/kept-points'
import { readPublished } from '@/io/package/regional-tables'
import { earlierOf } from '../../fixtures/earlier'

const KEPT = keptPointsText([{ point: 'p', month: '2022-10', counted: false, cause: 'missing', reason: '' }])

describe('published figures in a package', () => {
  const read = (value: number, points: string, earlier = '', limits = '') => {
    const problems: Problem[] = []
    const columns = {
      county: textColumn(['a']),
      month: textColumn(['2022-10']),
      value: { type: 'number' as const, values: Float64Array.of(value) },
      publication: textColumn(['2022-11-08公布']),
      points: textColumn([points]),
      earlier: textColumn([earlier]),
      earlierLimits: textColumn([limits]),
    }
    const figures = readPublished({ length: 1, columns }, 'f.csv', (text) => text, problems)
    return [figures, problems.map(({ code }) => code)] as const
  }

  it('without a value are left out, unless points or earlier months were stored with them', () => {
    expect(read(Number.NaN, '')[0]).toEqual([])
    // Published before limits were stored: the earlier months show that it was published without a figure.
    expect(read(Number.NaN, '', '[6.4]')[0]).toMatchObject([{ value: null, points: undefined }])
    expect(read(Number.NaN, KEPT)[0]).toMatchObject([{ value: null, points: [{ cause: 'missing' }] }])
  })

  it('are kept without unreadable points, which are reported', () => {
    const [figures, codes] = read(6.5, '东区 6.5')
    expect(figures).toMatchObject([{ value: 6.5, points: undefined }])
    expect(codes).toEqual(['kept-points-unreadable'])
  })

  it('keep the earlier months stored with them; unreadable ones are reported and left out', () => {
    expect(read(6.5, '', '[6.4,null,7]')[0]).toMatchObject([{ earlier: earlierOf(6.4, null, 7) }])
    expect(read(6.5, '', '[6.4,null,7]', '[9,null,7]')).toMatchObject([
      [{ earlier: [{ value: 6.4, dustfallLimit: 9 }, { value: null }, { value: 7, dustfallLimit: 7 }] }],
      [],
    ])
    expect(read(6.5, '', '[6.4]', '9')).toMatchObject([[{ earlier: earlierOf(6.4) }], ['kept-limits-unreadable']])
    for (const broken of ['6.4', '[6.4', '["6.4"]', '[-1]', '{}'])
      expect(read(6.5, '', broken)).toMatchObject([[{ value: 6.5, earlier: undefined }], ['kept-earlier-unreadable']])
  })
})
