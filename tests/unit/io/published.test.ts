import { describe, expect, it } from 'vitest'
import type { Problem } from '@/domain/problem'
import { textColumn } from '@/domain/table/build-column'
import { keptPointsText } from '@/io/package/kept-points'
import { readPublished } from '@/io/package/regional-tables'
import { earlierOf } from '../../fixtures/earlier'

const KEPT = keptPointsText([{ point: 'p', month: '2022-10', counted: false, cause: 'missing', reason: '' }])

describe('published figures of a package', () => {
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

  it('without a value are none, but where the points of that day say why', () => {
    expect(read(Number.NaN, '')[0]).toEqual([])
    // A month of before limits were kept: the months before say that it was published so.
    expect(read(Number.NaN, '', '[6.4]')[0]).toMatchObject([{ value: null, points: undefined }])
    expect(read(Number.NaN, KEPT)[0]).toMatchObject([{ value: null, points: [{ cause: 'missing' }] }])
  })

  it('stand without their points where those can’t be read, and it is said', () => {
    const [figures, codes] = read(6.5, '东区 6.5')
    expect(figures).toMatchObject([{ value: 6.5, points: undefined }])
    expect(codes).toEqual(['kept-points-unreadable'])
  })

  it('keep the months before that were published with them; where those can’t be read the figure stands, and it is said', () => {
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
