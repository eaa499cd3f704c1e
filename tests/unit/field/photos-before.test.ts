import { expect, it } from 'vitest'
import { evidenceOfDraft, photosBefore, photosUsed } from '@/features/field/check/write-check'
import { NOTHING_CHECKED } from '@/features/field/record/drafts'
import { eventsById, type LedgerEvent } from '@/ledger/event'
import { inspection, photoOf, target, write } from '../ledger/records'

const [own, before] = [photoOf(3).ref, { ...photoOf(5).ref, item: 'covered' }]
const first = write('a1', null, inspection({ photos: [before] }))
const second = write('a1', first, inspection({ photos: [own], corrects: first.id }))
const other = write('a1', second, { type: 'decision', target, item: 'covered', answer: 'no', supersedes: [] })
const events: ReadonlyMap<string, LedgerEvent> = eventsById([first, second, other])

it('finds the photos of a corrected record and of those that it corrects itself, oldest first', () => {
  expect(photosBefore('', events)).toEqual([])
  expect(photosBefore(first.id, events)).toEqual([before])
  expect(photosBefore(second.id, events)).toEqual([before, own])
  expect(photosBefore(other.id, events)).toEqual([])
  expect(photosBefore('gone', events)).toEqual([])
})

it('ends if records claim to correct each other', () => {
  const round = write('a1', null, inspection({ photos: [own], corrects: 'a1-1' }))
  expect(photosBefore(round.id, eventsById([round]))).toEqual([own])
})

it('does not require another photo of an item that an earlier record of the visit has', () => {
  const context = {
    target: { ...target, sameCode: null, position: null, summary: null },
    checklist: { version: '1', items: [] },
    ground: null,
    farMetres: 200,
    fix: null,
    toldAt: 0,
    device: 'a1',
    events,
    author: '',
    companions: [],
    pinCleared: '',
  }
  const flags = (corrects: string) =>
    evidenceOfDraft({ ...NOTHING_CHECKED, answers: { covered: 'no' }, corrects }, context, Date.now()).flags
  expect(flags('')).toContain('no-photo')
  expect(flags(first.id)).not.toContain('no-photo')
  expect(flags(second.id)).not.toContain('no-photo')
})

/** The photos that earlier visits have, when a record of `a1` that corrects this one is written on 31 October. */
const usedBefore = (corrects: string, ...all: readonly LedgerEvent[]) =>
  photosUsed(corrects, target, { device: 'a1', events: eventsById(all) }, '2022-10-31').usedBefore

it('counts a photo of today’s correction as one of the earlier visit that it corrects', () => {
  const then = write('a1', null, inspection({ photos: [before] }), '2022-10-30T08:00:00Z')
  const now = write('a1', then, inspection({ photos: [before, own], corrects: then.id }), '2022-10-31T01:00:00Z')
  expect(usedBefore('', then, now)).toEqual(new Set([before.hash, own.hash]))
})

it('does not count photos of the corrected visit as those of an earlier one, whenever its records were corrected', () => {
  const one = write('a1', null, inspection(), '2022-10-30T08:00:00Z')
  const two = write('a1', one, inspection({ photos: [own] }), '2022-10-30T08:10:00Z')
  const later = write('a1', two, inspection({ photos: [own], corrects: two.id }), '2022-10-31T08:00:00Z')
  expect(usedBefore(one.id, one, two, later)).toEqual(new Set())
  // A record of another tablet is another visit.
  expect(usedBefore(one.id, one, write('a2', null, inspection({ photos: [own] }), one.at))).toEqual(new Set([own.hash]))
})
