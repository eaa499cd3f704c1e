import { expect, it } from 'vitest'
import { summaryOf } from '@/features/field/check/write-check'
import { NOTHING_CHECKED } from '@/features/field/record/drafts'

const checklist = { version: '1', items: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id })) }
const short = (rectifyBy: string) => ({ found: ['x'], rectifyBy, told: '' })

it('summarises a check by the items of its list, and by the deadlines of failing ones', () => {
  const draft = {
    ...NOTHING_CHECKED,
    // An answer to an item that is no longer on the list is not counted.
    answers: { a: 'yes', b: 'no', c: 'no', d: 'not-seen', gone: 'no' } as const,
    shortcomings: { a: short('2026-01-01'), b: short('2026-01-09'), c: short('2026-01-05') },
  }
  expect(summaryOf(draft, { checklist, events: new Map() })).toEqual({
    counts: { yes: 1, no: 2, 'not-applicable': 0, 'not-seen': 1, unanswered: 1 },
    photos: [],
    voices: 0,
    deadlines: ['2026-01-05', '2026-01-09'],
  })
  expect(summaryOf(NOTHING_CHECKED, { checklist, events: new Map() }).counts.unanswered).toBe(5)
})
