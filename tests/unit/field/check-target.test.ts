import { expect, it } from 'vitest'
import { draftKeyOf, sourceOfDraft } from '@/features/field/record/check-target'

it('finds the source of a draft by the draft’s key', () => {
  const one = { kind: 'stockpile', code: 'A/7', sameCode: null }
  expect(sourceOfDraft(draftKeyOf(one))).toEqual({ kind: 'stockpile', code: 'A/7' })
  const second = { ...one, sameCode: { nth: 2, of: 3 } }
  expect(sourceOfDraft(draftKeyOf(second))).toEqual({ kind: 'stockpile', code: 'A/7', nth: 2 })
  // The first of several sources with one code has its own draft too.
  expect(sourceOfDraft(draftKeyOf({ ...one, sameCode: { nth: 1, of: 3 } }))).toMatchObject({ nth: 1 })
})

it('does not take the draft of a found source for a check', () => {
  expect(sourceOfDraft('found')).toBeNull()
})

it('the key of a draft stays as earlier versions wrote it, so that a begun check is found again', () => {
  const one = { kind: 'stockpile', code: 'A/7', sameCode: null }
  const keys = [null, { nth: 1, of: 2 }, { nth: 2, of: 2 }].map((sameCode) => draftKeyOf({ ...one, sameCode }))
  expect(keys).toEqual(['stockpile/A/7', 'stockpile/A/7\t1', 'stockpile/A/7\t2'])
})
