import { expect, it } from 'vitest'
import { withoutLaterMeasures } from '@/io/package/later-rules'

it('leaves out one measure or recurrence of a later version, and keeps the clause', () => {
  const measure = (scope: object) => ({ of: 'count', kind: 'a', where: [], among: [scope] })
  const known = { field: 'a', is: true }
  const clause = {
    number: 3,
    targets: [
      { value: 1, measure: measure({ field: 'a', above: 3 }) },
      { value: 2, measure: measure(known) },
    ],
    figures: [{ unit: 'x', measure: { of: 'count', kind: 'a', where: [{ field: 'a', above: 3 }] } }],
    recurring: [{ every: 'fortnight' }, { every: 'month' }],
  }
  expect(withoutLaterMeasures([clause, { number: 4, recurring: [{ every: 'hour' }] }])).toEqual({
    kept: [
      {
        number: 3,
        targets: [{ value: 1 }, { value: 2, measure: measure(known) }],
        figures: [],
        recurring: [{ every: 'month' }],
      },
      { number: 4, recurring: [] },
    ],
    left: ['3', '3', '3', '4'],
  })
})
