import { describe, expect, it } from 'vitest'
import type { Problem } from '@/domain/problem'
import { textColumn } from '@/domain/table/build-column'
import { keptPointsText } from '@/io/package/kept-points'
import { readPublished } from '@/io/package/regional-tables'

const KEPT = keptPointsText([{ point: 'p', month: '2022-10', counted: false, cause: 'missing', reason: '' }])

describe('published figures of a package', () => {
  const read = (value: number, points: string) => {
    const problems: Problem[] = []
    const columns = {
      county: textColumn(['a']),
      month: textColumn(['2022-10']),
      value: { type: 'number' as const, values: Float64Array.of(value) },
      publication: textColumn(['2022-11-08公布']),
      points: textColumn([points]),
    }
    const figures = readPublished({ length: 1, columns }, 'f.csv', (text) => text, problems)
    return [figures, problems.map(({ code }) => code)] as const
  }

  it('without a value are none, but where the points of that day say why', () => {
    expect(read(Number.NaN, '')[0]).toEqual([])
    expect(read(Number.NaN, KEPT)[0]).toMatchObject([{ value: null, points: [{ cause: 'missing' }] }])
  })

  it('stand without their points where those can’t be read, and it is said', () => {
    const [figures, codes] = read(6.5, '东区 6.5')
    expect(figures).toMatchObject([{ value: 6.5, points: undefined }])
    expect(codes).toEqual(['kept-points-unreadable'])
  })
})
