import { expect, it } from 'vitest'
import { draftKeyOf, sourceOfDraft } from '@/features/field/record/check-target'

it('finds the source of a draft by the name that the draft is kept under', () => {
  const one = { kind: 'stockpile', code: 'A/7', sameCode: null }
  expect(sourceOfDraft(draftKeyOf(one))).toEqual({ kind: 'stockpile', code: 'A/7' })
  const second = { ...one, sameCode: { nth: 2, of: 3 } }
  expect(sourceOfDraft(draftKeyOf(second))).toEqual({ kind: 'stockpile', code: 'A/7', nth: 2 })
  // Of several with one code the first has a draft of its own too.
  expect(sourceOfDraft(draftKeyOf({ ...one, sameCode: { nth: 1, of: 3 } }))).toMatchObject({ nth: 1 })
})

it('takes the draft of a found source for no check', () => {
  expect(sourceOfDraft('found')).toBeNull()
})
