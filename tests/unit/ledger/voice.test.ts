import 'fake-indexeddb/auto'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { voicesBefore } from '@/features/field/check/write-check'
import { readCheckDraft } from '@/features/field/record/drafts'
import { writeBundle } from '@/ledger/bundle'
import { checkHistories } from '@/ledger/check-history'
import { acceptReceipt, pinDesk, readPin } from '@/ledger/confirmation'
import { deskCode } from '@/ledger/desk-key'
import { type EventBody, eventsById, type LedgerEvent } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { Ledger } from '@/ledger/ledger'
import { voicesOf } from '@/ledger/originals'
import { NO_HELD_RECORDS, readBundle } from '@/ledger/read-bundle'
import { receiveBundle } from '@/ledger/reception'
import { publicKey } from '@/ledger/signature'
import { soundType, type VoiceRef } from '@/ledger/voice'
import { dropPieces, keepChunk, leftRecordings } from '@/ledger/voice-chunks'
import { releasableCount, releaseCount } from './originals'
import { inspection, target } from './records'

const AT = '2022-10-31T19:00:00Z'
const LATER = '2022-10-31T19:02:00Z'
let desk: Ledger
let tablet: Ledger

beforeEach(() => {
  desk = new Ledger(`desk-${Math.random()}`)
  tablet = new Ledger(`tablet-${Math.random()}`)
})
afterEach(() => Promise.all([desk.database.delete(), tablet.database.delete()]))

/** A spoken note with some bytes. */
function noteOf(seed: number, change: Partial<VoiceRef> = {}) {
  const bytes = Uint8Array.from({ length: 900 }, (_, i) => (i * seed) % 251)
  const type = 'audio/webm;codecs=opus'
  const hash = bytesToHex(sha256(bytes))
  const ref: VoiceRef = { hash, bytes: bytes.length, at: AT, seconds: 3.2, type, ...change }
  return { ref, bytes, sound: new Blob([bytes], { type }) }
}
const one = noteOf(3, { item: 'covered' })
const two = noteOf(5)

const keysOf = async ({ id, keys }: Awaited<ReturnType<Ledger['device']>>) => new Map([[id, await publicKey(keys!)]])

/** Everything on the tablet as a bundle; `sound` returns the sound of a note. */
async function bundle(sound = async (hash: string) => (await tablet.voice(hash))?.sound ?? null): Promise<Blob> {
  const device = await tablet.device()
  const events = await tablet.own(device.id, 0)
  return writeBundle({ device: device.id, events, keys: await keysOf(device), made: AT, voice: sound })
}

async function said(...notes: readonly ReturnType<typeof noteOf>[]): Promise<LedgerEvent> {
  const voices = notes.map(({ ref }) => ref)
  const stored = notes.map(({ ref, sound }) => ({ hash: ref.hash, sound }))
  return tablet.append(inspection({ voices }), [], null, AT, stored)
}

describe('a spoken note', () => {
  it('reaches the desk unchanged, is confirmed, and only then released', async () => {
    await said(one, two)
    const came = await receiveBundle(desk, await bundle(), AT)
    expect(came).toMatchObject({ fresh: 1, photos: 0, voices: 2, lacking: [] })
    const kept = await desk.voice(one.ref.hash)
    expect(kept!.sound!.type).toBe(one.ref.type)
    expect(new Uint8Array(await kept!.sound!.arrayBuffer())).toEqual(one.bytes)
    if (!('receipt' in came)) throw new Error('no receipt')
    expect(JSON.parse(came.receipt!).voices.sort()).toEqual([one.ref.hash, two.ref.hash].sort())
    expect([await releasableCount(tablet), await releaseCount(tablet, AT)]).toEqual([0, 0])
    const pin = readPin(deskCode(await publicKey((await desk.deskKeys())!)))!
    await pinDesk(tablet, pin, { replaced: null, reason: '', at: AT })
    expect(await acceptReceipt(tablet, came.receipt!)).toMatchObject({ state: 'confirmed', events: 1, voices: 2 })
    expect([await releasableCount(tablet), await releaseCount(tablet, AT), await releasableCount(tablet)]).toEqual([
      2, 2, 0,
    ])
    // The note is remembered.
    expect(await tablet.voice(one.ref.hash)).toEqual({ hash: one.ref.hash, sound: null, releasedAt: AT })
    // Another desk gets the reference, and is told what is missing.
    const other = new Ledger(`other-${Math.random()}`)
    expect(await receiveBundle(other, await bundle(), AT)).toMatchObject({
      fresh: 1,
      voices: 0,
      lacking: [{ name: target.name, copies: 0, missing: 0, voices: 2 }],
    })
    await other.database.delete()
  })

  it('is not in the receipt of a desk that has only a part of it', async () => {
    await said(one)
    await receiveBundle(desk, await bundle(async () => null), AT)
    await desk.database.voices.put({ hash: one.ref.hash, sound: one.sound.slice(0, 100) })
    const came = await receiveBundle(desk, await bundle(async () => null), AT)
    expect('receipt' in came && JSON.parse(came.receipt!)).not.toHaveProperty('voices')
  })

  it('makes the bundle be refused if its bytes differ, and nothing is imported', async () => {
    await said(one)
    const other = await bundle(async () => two.sound)
    expect(await readBundle(other, NO_HELD_RECORDS)).toMatchObject({
      faults: [{ fault: 'voice-altered', voice: one.ref.hash }],
    })
    const came = await receiveBundle(desk, other, AT)
    expect(came).toMatchObject({ faults: [{ fault: 'voice-altered' }] })
    expect(await desk.database.voices.count()).toBe(0)
  })

  it('is not in the manifest if there is none, so that such a bundle is as in earlier versions', async () => {
    await said()
    const files = unzipSync(new Uint8Array(await (await bundle()).arrayBuffer()))
    expect(JSON.parse(new TextDecoder().decode(files['manifest.json']!))).not.toHaveProperty('voices')
  })

  it('stays with the visit when its record is corrected, and is counted once', async () => {
    const first = await said(one)
    const next = await tablet.append(inspection({ voices: [two.ref], corrects: first.id }), [], null, AT)
    const state = foldLedger(await tablet.all()).get('stockpile/DC-1')!
    expect(state.visits.map(({ voices }) => voices.map(({ hash }) => hash).sort())).toEqual([
      [one.ref.hash, two.ref.hash].sort(),
    ])
    const kept = checkHistories(state).find(({ event }) => event.id === next.id)!
    expect(kept.voices.map(({ hash }) => hash)).toEqual([one.ref.hash, two.ref.hash])
    expect(voicesBefore(first.id, eventsById(await tablet.all()))).toEqual([one.ref])
  })

  it('in a record type of a newer version is passed on with it', () => {
    const event = { body: { type: 'meeting', voices: [one.ref, { hash: 'none' }] } } as unknown as LedgerEvent
    expect(voicesOf([event])).toEqual([one.ref])
  })

  it('is only played as a sound', () => {
    expect(['audio/mp4', 'audio/webm;codecs=opus', 'audio/ogg; codecs="opus"'].map(soundType)).toEqual([
      'audio/mp4',
      'audio/webm;codecs=opus',
      'audio/ogg; codecs="opus"',
    ])
    for (const type of ['text/html', 'audio/', 'audio/webm<script>', 'video/webm', ''])
      expect(soundType(type)).toBe('application/octet-stream')
  })
})

describe('a spoken note of a found source', () => {
  const found = (...notes: readonly ReturnType<typeof noteOf>[]): EventBody => ({
    ...{ type: 'discovery', target: { ...target, code: 'XC1' }, position: [108.7, 34.3], accuracyMetres: 5 },
    ...{ outline: [], note: '', photos: [], voices: notes.map(({ ref }) => ref) },
  })
  const store = (...notes: readonly ReturnType<typeof noteOf>[]) =>
    notes.map(({ ref, sound }) => ({ hash: ref.hash, sound }))

  it('is listed separately from the notes of checks that older desks verify, and reaches the desk', async () => {
    await said(one)
    await tablet.append(found(one, two), [], null, LATER, store(one, two))
    const file = await bundle()
    const files = unzipSync(new Uint8Array(await file.arrayBuffer()))
    const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json']!))
    // An older desk refuses a bundle with a note in this list that no check names.
    expect(manifest.voices).toEqual([{ hash: one.ref.hash, bytes: 900 }])
    expect(manifest.foundVoices).toEqual([{ hash: two.ref.hash, bytes: 900 }])
    expect(await receiveBundle(desk, file, AT)).toMatchObject({ fresh: 2, voices: 2, lacking: [] })
    expect(new Uint8Array(await (await desk.voice(two.ref.hash))!.sound!.arrayBuffer())).toEqual(two.bytes)
  })

  it('makes the bundle be refused if its bytes differ', async () => {
    await tablet.append(found(one), [], null, AT, store(one))
    const other = await bundle(async () => two.sound)
    expect(await readBundle(other, NO_HELD_RECORDS)).toMatchObject({
      faults: [{ fault: 'voice-altered', voice: one.ref.hash }],
    })
  })

  const piece = (at: string) => ({ draft: 'found', recording: at, at, seconds: 1, type: 'audio/webm' })
  it('deletes its pieces with its record, and keeps pieces that are not in the record', async () => {
    for (const at of [AT, LATER]) await keepChunk(tablet, { ...piece(at), sound: new Blob(['x']) })
    const revision = await tablet.keepDraft('found', {}, null)
    await tablet.append(found(one), [], { key: 'found', revision }, AT, store(one))
    expect((await leftRecordings(tablet, 'found')).map(({ at }) => at)).toEqual([LATER])
  })

  it('deletes its pieces when the source is withdrawn with an open correction, unless another window changed the draft', async () => {
    const body = { type: 'withdrawal', event: 'x-1', reason: '' } as const
    await keepChunk(tablet, { ...piece(AT), sound: new Blob(['x']) })
    const revision = await tablet.keepDraft('found', {}, null)
    await tablet.append(body, [], { key: 'found', revision: 'earlier' }, AT)
    expect(await leftRecordings(tablet, 'found')).toHaveLength(1)
    await tablet.append(body, [], { key: 'found', revision }, AT)
    expect(await leftRecordings(tablet, 'found')).toEqual([])
  })
})

describe('a draft', () => {
  it('from before spoken notes opens without any, and a broken one does not affect the others', () => {
    expect(readCheckDraft({ note: '裸土', answers: { covered: 'no' } })).toMatchObject({ note: '裸土', voices: [] })
    const voices = [{ ref: one.ref, sound: one.sound }, { ref: { hash: 'x' }, sound: one.sound }, { ref: two.ref }]
    expect(readCheckDraft({ voices }).voices.map(({ ref }) => ref.hash)).toEqual([one.ref.hash])
  })
})

describe('a recording in progress', () => {
  const chunk = (recording: string, at: number, change = {}) => ({
    ...{ draft: 'stockpile/DC-1', recording, at: AT, seconds: at, type: one.ref.type },
    ...{ sound: one.sound.slice((at - 1) * 300, at * 300), ...change },
  })

  it('is kept up to its last second, separately from other recordings, and only for its own draft', async () => {
    for (const at of [1, 2, 3]) await keepChunk(tablet, chunk('a', at, { item: 'covered' }))
    await keepChunk(tablet, chunk('b', 1, { at: LATER }))
    await keepChunk(tablet, chunk('c', 1, { draft: 'stockpile/DC-2' }))
    const left = await leftRecordings(tablet, 'stockpile/DC-1')
    expect(left.map(({ at, item, seconds }) => [at, item, seconds])).toEqual([
      [AT, 'covered', 3],
      [LATER, undefined, 1],
    ])
    expect(left[0]!.sound.type).toBe(one.ref.type)
    expect(new Uint8Array(await left[0]!.sound.arrayBuffer())).toEqual(one.bytes)
    await dropPieces(tablet, 'stockpile/DC-1', [AT])
    expect((await leftRecordings(tablet, 'stockpile/DC-1')).map(({ at }) => at)).toEqual([LATER])
    expect(await leftRecordings(tablet, 'stockpile/DC-2')).toHaveLength(1)
  })
  it('is deleted once a record is written with it, and only if the record contains it', async () => {
    const [ref, other] = [one.ref, { ...two.ref, at: LATER }]
    for (const at of [1, 2]) await keepChunk(tablet, chunk('a', at))
    await keepChunk(tablet, chunk('b', 1, { at: other.at }))
    await keepChunk(tablet, chunk('c', 1, { draft: 'stockpile/DC-2' }))
    const left = async () => {
      const all = [await leftRecordings(tablet, 'stockpile/DC-1'), await leftRecordings(tablet, 'stockpile/DC-2')]
      return all.map((of) => of.map(({ at }) => at))
    }
    const stored = [{ hash: ref.hash, sound: one.sound }]
    // The draft of another window stays, with its own recordings.
    const draft = { key: 'stockpile/DC-1', revision: null }
    await tablet.keepDraft(draft.key, { note: '' }, null)
    const refused = vi.spyOn(tablet.database.events, 'add').mockRejectedValueOnce(new Error('no room'))
    await expect(tablet.append(inspection({ voices: [ref] }), [], draft, AT, stored)).rejects.toThrow('no room')
    refused.mockRestore()
    await tablet.append(inspection(), [], draft, AT)
    expect(await left()).toEqual([[AT, LATER], [AT]])
    await tablet.append(inspection({ voices: [ref] }), [], draft, AT, stored)
    expect(await left()).toEqual([[LATER], [AT]])
    expect(await tablet.draft(draft.key)).not.toBeNull()
  })
})
