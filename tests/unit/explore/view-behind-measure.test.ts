import { describe, expect, it } from 'vitest'
import type { Kind } from '@/domain/sources/kinds/kind'
import { viewBehindMeasure } from '@/features/explore/plan/view-behind-measure'

const FIELD = { title: { zh: '', en: '' }, headings: [], type: 'text' } as const

/** A kind that the ring refers to, with a ladder whose best grade is `best`. */
function ringed(id: string, grades: readonly string[], best: string, last = 'before') {
  const fields = [
    { ...FIELD, name: 'grade', means: 'grade', values: grades },
    { ...FIELD, name: last, means: 'lastGrade', values: grades },
  ]
  return { id, ring: {}, ladder: { advanced: [best], orders: [], steps: [] }, fields } as unknown as Kind
}
const value = { value: 3, known: 3, of: 3 }
const filtersOf = (of: 'in-ring' | 'newly-advanced' | 'industries', kinds: readonly Kind[]) =>
  viewBehindMeasure({ of }, value, kinds)?.filters

describe('the rows behind a value', () => {
  const behind = (of: 'count' | 'proportion') =>
    viewBehindMeasure(
      {
        of,
        kind: 'plant',
        where: [{ field: 'closed', is: true }],
        among: [{ field: 'trade', oneOf: ['铸造'] }, { field: 'clause', equals: 8 }, { counties: ['610402'] }],
      },
      value,
      [],
    )?.filters

  it('are the counted ones for a count, and all of the denominator for a share', () => {
    const among = [
      { column: 'trade', oneOf: ['铸造'] },
      { column: 'clause', from: 8, to: 8 },
    ]
    expect(behind('proportion')).toMatchObject({ kinds: ['plant'], counties: ['610402'], columns: among })
    expect(behind('count')?.columns).toEqual([...among, { column: 'closed', oneOf: ['是'] }])
  })
})

describe('the sources behind a value of the ring', () => {
  const [plants, yards] = [ringed('plant', ['A', 'B'], 'A'), ringed('yard', ['一', '二'], '一')]

  it('are those of all kinds that it counts', () => {
    expect(filtersOf('in-ring', [plants, yards])).toMatchObject({ kinds: ['plant', 'yard'], ring: ['inside'] })
    expect(filtersOf('newly-advanced', [plants, yards])).toMatchObject({
      kinds: ['plant', 'yard'],
      grades: ['A', '一'],
      columns: [{ column: 'before', oneOf: ['B', '二'] }],
    })
    const { ladder: _, ...plain } = yards
    expect(filtersOf('in-ring', [plants, plain])).toMatchObject({ kinds: ['plant', 'yard'] })
    expect(filtersOf('industries', [plants, plain])).toMatchObject({ kinds: ['plant'] })
  })

  it('are none if no filter means the same for all kinds', () => {
    expect(filtersOf('newly-advanced', [plants, ringed('yard', ['A', 'B'], 'B')])).toBeUndefined()
    expect(filtersOf('newly-advanced', [plants, ringed('yard', ['一', '二'], '一', 'other')])).toBeUndefined()
  })
})
