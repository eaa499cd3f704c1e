import { describe, expect, it } from 'vitest'
import { type FoundDraft, NOTHING_FOUND } from '@/features/field/record/drafts'
import { discoveryOf, evidenceOfFound, type FoundContext } from '@/features/field/record/write-found'
import { eventSchema } from '@/ledger/bundle-schema'
import { newDevice } from '@/ledger/device'
import type { FoundEvent } from '@/ledger/discovery'
import { eventsById } from '@/ledger/event'
import { chainOf, inspection, photoOf, write } from '../ledger/records'

const NOW = Date.parse('2022-10-31T09:00:00Z')
const at = [108.7, 34.3] as const
const fix = { position: at, accuracyMetres: 5, at: NOW, headingDegrees: null } as never
const place = { position: at, accuracyMetres: 5, placed: 'stood' } as const
const context: FoundContext = {
  target: { kind: 'stockpile', code: 'XC1', name: '土堆' },
  ...{ place, wrong: null, farMetres: 200, fix, toldAt: NOW, device: 'this', events: new Map() },
  ...{ companions: ['王五'], pinCleared: '' },
}
const { ref, blob } = photoOf(5)
const photo = { ref: { ...ref, at: '2022-10-31T08:59:00Z' }, original: blob, shown: blob }
const draft: FoundDraft = { ...NOTHING_FOUND, photos: [photo] }
const flags = (change: Partial<FoundContext> = {}, of = draft) =>
  evidenceOfFound(of, { ...context, ...change }, NOW).flags

describe('the flags of a found source', () => {
  it('are empty if the author stands at it and took a photo', () => {
    expect(flags()).toEqual([])
  })

  it('report a missing photo, a place marked far away, and a missing or old position', () => {
    expect(flags({}, NOTHING_FOUND)).toEqual(['no-photo'])
    const marked = { ...place, position: [108.71, 34.3] as const, accuracyMetres: null, placed: 'marked' as const }
    expect(flags({ place: marked })).toEqual(['far'])
    expect(evidenceOfFound(draft, { ...context, place: marked }, NOW).distanceMetres).toBeCloseTo(920, -1)
    expect(flags({ fix: null })).toEqual(['no-position'])
    expect(flags({ toldAt: NOW - 3 * 60_000 })).toContain('old-position')
  })

  it('report a photo of another source, but not one kept from the corrected record', () => {
    const other = write('this', null, inspection({ photos: [photo.ref] }), '2022-10-31T01:00:00Z')
    expect(flags({ events: eventsById([other]) })).toEqual(['reused-photo'])
    const own = write('this', null, discoveryOf(draft, context, evidenceOfFound(draft, context, NOW))) as FoundEvent
    // The kind was wrong, so that its key is another one.
    const target = { ...context.target, kind: 'yard' }
    const kept = { ...NOTHING_FOUND, corrects: own.id, kept: own.body.photos }
    expect(flags({ events: eventsById([own]), wrong: own, target }, kept)).toEqual([])
  })

  it('are in a correction those of the corrected record for its position, and calculated again if it moved', () => {
    const said = {
      measuredAt: '2022-10-30T01:00:00Z',
      distanceMetres: 300,
      flags: ['far', 'no-photo'],
      reason: '在场外核查',
    }
    const wrong = write('this', null, { ...discoveryOf(draft, context, said), evidence: said }) as FoundEvent
    const events = eventsById([wrong])
    const afar = { position: [108.9, 34.3], accuracyMetres: 5, at: NOW, headingDegrees: null } as never
    const correcting = { ...draft, corrects: wrong.id }
    expect(evidenceOfFound(correcting, { ...context, events, wrong, fix: afar }, NOW)).toMatchObject({
      ...{ measuredAt: said.measuredAt, distanceMetres: 300, flags: ['far'] },
    })
    const moved = { ...place, position: [108.8999, 34.3] as const }
    expect(flags({ events, wrong, fix: afar, place: moved }, correcting)).toEqual([])
  })
})

describe('the record of a found source', () => {
  it('has who went along, and spoken notes if there are any', async () => {
    const voice = { hash: ref.hash, bytes: 1, at: '2022-10-31T03:00:00Z', seconds: 4, type: 'audio/webm' }
    const spoken = { ...draft, voices: [{ ref: voice, sound: blob }] }
    const body = discoveryOf(spoken, context, evidenceOfFound(spoken, context, NOW, '没有信号'))
    expect(body).toMatchObject({ companions: ['王五'], voices: [voice], evidence: { reason: '没有信号', flags: [] } })
    expect(discoveryOf(draft, context, evidenceOfFound(draft, context, NOW))).not.toHaveProperty('voices')
    const [event] = await chainOf(await newDevice(), [body])
    expect(eventSchema.safeParse(event).success).toBe(true)
    const wrong = event as FoundEvent
    const corrected = discoveryOf(
      { ...draft, corrects: wrong.id },
      { ...context, wrong, companions: [] },
      body.evidence!,
    )
    expect(corrected).toMatchObject({
      ...{ corrects: wrong.id, foundAt: wrong.at, companions: ['王五'], voices: [voice] },
    })
  })
})
