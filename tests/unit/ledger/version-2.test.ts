import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCheckDraft } from '@/features/field/record/drafts'
import { closedDevices } from '@/ledger/acts'
import { acceptReceipt, lastConfirmedNumber, trustedDesk } from '@/ledger/confirmation'
import { deliveryCounts, recordsWithDelivery } from '@/ledger/delivery'
import { isSigned } from '@/ledger/device'
import { foldLedger } from '@/ledger/fold'
import { Ledger } from '@/ledger/ledger'
import { receiveBundle } from '@/ledger/reception'
import { publicKey } from '@/ledger/signature'
import { keepChunk, leftRecordings } from '@/ledger/voice-chunks'
import { createEarlierDatabase } from './earlier-database'
import { releasableCount, releaseCount } from './originals'
import { bundleOf, inspection } from './records'

const FOLDER = 'tests/fixtures/ledger-2/'
const AT = '2022-11-03T08:00:00Z'
const bundle = new Blob([readFileSync(`${FOLDER}bundle.zip`)])

let tablet: Ledger
let desk: Ledger
beforeEach(async () => {
  await createEarlierDatabase(`${FOLDER}tablet.json`)
  await createEarlierDatabase(`${FOLDER}desk.json`, 'chentu-ledger-desk')
  tablet = new Ledger()
  desk = new Ledger('chentu-ledger-desk')
})
afterEach(() => {
  tablet.close()
  desk.close()
})

describe('the data of the second version', () => {
  it('opens on the tablet: records, draft, author, and its key continues to sign the same chain', async () => {
    const device = await tablet.device()
    expect(device.author).toBe('张三')
    const state = foldLedger(await tablet.all()).get('construction-site/GD-0001')!
    expect(state.visits.map(({ day, photos }) => [day, photos.length])).toEqual([
      ['2022-10-31', 1],
      ['2022-11-01', 1],
    ])
    expect(state.withdrawn.map(({ by }) => by.body.reason)).toEqual(['误填'])
    const draft = (await tablet.draft('construction-site/GD-0002'))!
    expect(readCheckDraft(draft.draft)).toMatchObject({ note: '正在写', photos: [{}], voices: [] })
    const next = await tablet.append(inspection(), [], null, AT)
    expect(next.sequence).toBe(5)
    expect(await isSigned(next, await publicKey(device.keys!))).toBe(true)
  })

  it('keeps its pinned desk: what that received is known, and only its photos can be released', async () => {
    const { id } = await tablet.device()
    expect(await trustedDesk(tablet)).toMatchObject({ how: 'qr', at: '2022-10-30T08:00:00Z' })
    const [all, receipts, pins, sent] = await Promise.all([
      tablet.all(),
      tablet.database.receipts.toArray(),
      tablet.database.pins.toArray(),
      tablet.database.sent.toArray(),
    ])
    const records = recordsWithDelivery(all, id, foldLedger(all), { receipts, pins, sent })
    // That version did not record what it sent.
    expect(deliveryCounts(records, 1)).toEqual({ draft: 1, unsent: 1, sent: 0, received: 3, returned: 0 })
    expect([await lastConfirmedNumber(tablet), await releasableCount(tablet), await releaseCount(tablet, AT)]).toEqual([
      3, 1, 1,
    ])
    const kept = await tablet.database.photos.toArray()
    expect(kept.map(({ original }) => original !== null).sort()).toEqual([false, true])
  })

  it('accepts additions of later versions: pieces of a recording', async () => {
    const chunk = { draft: 'construction-site/GD-0002', recording: 'r', at: AT, seconds: 1, type: 'audio/webm' }
    await keepChunk(tablet, { ...chunk, sound: new Blob(['one']) })
    expect(await leftRecordings(tablet, chunk.draft)).toHaveLength(1)
  })

  it('opens at the desk: the tablet stays lost, and the desk’s key signs receipts for accepted records', async () => {
    const { id } = await tablet.device()
    expect((await desk.all()).map(({ sequence }) => sequence).sort()).toEqual([1, 2, 3])
    expect(closedDevices(await desk.acts()).get(id)).toEqual({ upTo: 3, by: null })
    expect(await receiveBundle(desk, bundle, AT)).toMatchObject({ faults: [{ fault: 'closed' }] })
    const other = new Ledger(`desk-${Math.random()}`)
    expect(await receiveBundle(other, bundle, AT)).toMatchObject({ fresh: 4, photos: 2, unsigned: [] })
    await other.database.delete()
    const held = await receiveBundle(
      desk,
      await bundleOf(await tablet.device(), await tablet.own(id, 0).then((all) => all.slice(0, 3))),
      AT,
    )
    expect('receipt' in held && (await acceptReceipt(tablet, held.receipt!))).toMatchObject({
      state: 'confirmed',
      events: 3,
    })
  })
})
