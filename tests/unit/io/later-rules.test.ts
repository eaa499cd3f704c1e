import { expect, it } from 'vitest'
import { withoutLaterMeasures, withoutUnreadEnded } from '@/io/package/later-rules'

it('leaves out a measure or recurrence of a newer version, and keeps the clause', () => {
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

it('leaves out unreadable ended requirements, and reports which', () => {
  const ended = { id: '25-a', clause: 25, kind: 'a', title: { zh: '甲', en: 'A' }, ended: { by: 'x', why: 'y', at: 1 } }
  const [half, word] = [{ ...ended, id: '25-b', title: { zh: '乙' } }, 'x']
  expect(withoutUnreadEnded([ended, half, word])).toEqual({ kept: [ended], left: ['25-b', ''] })
  expect(withoutUnreadEnded('none')).toEqual({ kept: 'none', left: [] })
})
