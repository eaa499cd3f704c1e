import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeFaultOf } from '@/io/versions/write-fault'
import { closedDevices } from '@/ledger/acts'
import { writeBundle } from '@/ledger/bundle'
import { type Device, newDevice, shortDevice } from '@/ledger/device'
import type { LedgerEvent } from '@/ledger/event'
import { bundleName, safeName } from '@/ledger/file-name'
import { foldLedger } from '@/ledger/fold'
import { Ledger } from '@/ledger/ledger'
import { type ReceptionResult, receiveBundle } from '@/ledger/reception'
import type { Settlement } from '@/ledger/settling'
import { publicKey } from '@/ledger/signature'
import { forwardableEvents, isDoubtful, settleTablet, tabletsOf } from '@/ledger/tablets'
import { tallyOf } from '@/ledger/tally'
import { bundleOf, chainOf, inspection, photoOf, target, write } from './records'

const AT = '2022-10-31T19:00:00Z'
const NOTE = { reason: '交接时核对过', author: '王内勤', at: AT }
let desk: Ledger
let tablet: Device
let events: LedgerEvent[]

beforeEach(async () => {
  desk = new Ledger(`desk-${Math.random()}`)
  tablet = await newDevice()
  events = await chainOf(tablet, [inspection({ note: '一' }), inspection({ note: '二' }), inspection({ note: '三' })])
})
afterEach(() => desk.database.delete())

const faults = (came: ReceptionResult) => ('faults' in came ? came.faults.map(({ fault }) => fault) : [])
const notes = async () => (await desk.all()).map(({ body }) => ('note' in body ? body.note : '')).sort()

describe('the imported photos of a file', () => {
  it('are counted as on the tablet: without drawings on a photo and lines of signatures', async () => {
    const [photo, drawn, line] = [photoOf(2), photoOf(3), photoOf(5)]
    const copy = { ...drawn.ref, markOf: photo.ref.hash }
    const [record] = await chainOf(tablet, [inspection({ photos: [photo.ref, copy] })])
    const { id, hash } = record!
    const signature = {
      type: 'signature',
      target,
      event: id,
      eventHash: hash,
      name: '李工',
      photos: [line.ref],
    } as const
    const all = [record!, ...(await chainOf(tablet, [signature], record))]
    const came = await receiveBundle(desk, await bundleOf(tablet, all, { photos: [photo, drawn, line] }), AT)
    expect(came).toMatchObject({ fresh: 2, photos: tallyOf(all).photos })
    expect(tallyOf(all).photos).toBe(1)
    const corrected = await chainOf(tablet, [inspection({ photos: [photo.ref], corrects: id })], all.at(-1))
    const again = await bundleOf(tablet, [...all, ...corrected], { photos: [photo, drawn, line] })
    // What was here before is not counted as new, nor a correction as another check.
    expect(await receiveBundle(desk, again, AT)).toMatchObject({
      ...{ fresh: 1, photos: 0 },
      tally: { sorts: { inspection: 0, correction: 1 } },
    })
    expect(await receiveBundle(desk, again, AT)).toMatchObject({ fresh: 0, photos: 0 })
  })
})

describe('a lost tablet', () => {
  it('hands over nothing new until the loss is revoked; both acts are kept with reason and author', async () => {
    await receiveBundle(desk, await bundleOf(tablet, events.slice(0, 2)), AT)
    await settleTablet(desk, { type: 'lost', device: tablet.id }, NOTE)
    expect(faults(await receiveBundle(desk, await bundleOf(tablet, events), AT))).toEqual(['closed'])
    // What is held already may come again.
    expect(await receiveBundle(desk, await bundleOf(tablet, events.slice(0, 2)), AT)).toMatchObject({ fresh: 0 })
    await settleTablet(desk, { type: 'reopened', device: tablet.id }, { ...NOTE, reason: '找回来了' })
    expect(await receiveBundle(desk, await bundleOf(tablet, events), AT)).toMatchObject({ fresh: 1 })
    expect((await desk.acts()).map(({ act, reason, author }) => [act.type, reason, author])).toEqual([
      ['lost', '交接时核对过', '王内勤'],
      ['reopened', '找回来了', '王内勤'],
    ])
  })

  it('is closed once, however often the button is pressed, and a new one can continue as the same team', async () => {
    await receiveBundle(desk, await bundleOf(tablet, events), AT)
    const anew = await newDevice()
    for (let i = 0; i < 2; i++)
      await settleTablet(desk, { type: 'succeeded', device: tablet.id, by: anew.id }, { ...NOTE, reason: '重装' })
    expect((await desk.acts()).length).toBe(1)
    await receiveBundle(desk, await bundleOf(anew, await chainOf(anew, [inspection({ note: '新机' })])), AT)
    const keyed = new Set((await desk.keys()).keys())
    const listed = tabletsOf(await desk.all(), keyed, closedDevices(await desk.acts()))
    expect(listed.find(({ device }) => device === tablet.id)?.closed).toEqual({ upTo: 3, by: anew.id })
    expect(listed.find(({ device }) => device === anew.id)).toMatchObject({ closed: null, events: 1, signs: true })
  })
})

describe('later records of a closed tablet, passed on by another', () => {
  let other: Device
  /** The records of both tablets, as the other one hands them over. */
  let passed: Blob
  const photo = photoOf(7)
  beforeEach(async () => {
    other = await newDevice()
    await receiveBundle(desk, await bundleOf(tablet, events.slice(0, 2)), AT)
    await settleTablet(desk, { type: 'lost', device: tablet.id }, NOTE)
    const late = await chainOf(tablet, [inspection({ note: '四', photos: [photo.ref] })], events[2]!)
    const own = await chainOf(other, [inspection({ note: '甲' }), inspection({ note: '乙' })])
    events = [...events, ...late]
    const keys = new Map(
      await Promise.all([tablet, other].map(async (each) => [each.id, await publicKey(each.keys!)] as const)),
    )
    passed = await writeBundle({
      device: other.id,
      events: [...events, ...own],
      keys,
      photo: async () => photo.blob,
      made: AT,
    })
  })

  it('are set aside, readable with their photos and named; everything else is imported and confirmed', async () => {
    const came = await receiveBundle(desk, passed, AT)
    expect(came).toMatchObject({ device: other.id, fresh: 2, late: [{ device: tablet.id, count: 2 }] })
    expect('receipt' in came && Object.keys(JSON.parse(came.receipt!).events)).toHaveLength(2)
    expect(await notes()).toEqual(['一', '乙', '二', '甲'].sort())
    expect((await desk.database.aside.toArray()).map(({ event }) => event.sequence).sort()).toEqual([3, 4])
    expect(await desk.photo(photo.ref.hash)).not.toBeNull()
    // The same again changes nothing, and is named again.
    expect(await receiveBundle(desk, passed, AT)).toMatchObject({ fresh: 0, late: [{ device: tablet.id, count: 2 }] })
    expect(await desk.database.aside.count()).toBe(2)
    // The closed tablet itself is refused.
    expect(new Set(faults(await receiveBundle(desk, await bundleOf(tablet, events, { photos: [photo] }), AT)))).toEqual(
      new Set(['closed']),
    )
  })

  it('are imported once the tablet is reopened', async () => {
    await receiveBundle(desk, passed, AT)
    await settleTablet(desk, { type: 'reopened', device: tablet.id }, NOTE)
    expect(await receiveBundle(desk, passed, AT)).toMatchObject({ fresh: 2, late: [] })
    expect([await desk.database.aside.count(), (await desk.all()).length]).toEqual([0, 6])
  })

  it('are verified like others', async () => {
    const forged = events.map((event) => (event.sequence === 4 ? { ...event, author: '别人' } : event))
    const keys = new Map([[tablet.id, await publicKey(tablet.keys!)]])
    const file = await writeBundle({ device: other.id, events: forged, keys, photo: async () => photo.blob, made: AT })
    expect(faults(await receiveBundle(desk, file, AT))).toContain('altered')
    expect([(await desk.all()).length, await desk.database.aside.count()]).toEqual([2, 0])
  })

  it('are not imported after a choice against them', async () => {
    // Both acts apply: the chain forks after the first record, and the held version was chosen.
    const branch = await chainOf(tablet, [inspection({ note: '另二' }), inspection({ note: '另三' })], events[0]!)
    const keys = new Map([[tablet.id, await publicKey(tablet.keys!)]])
    const file = await writeBundle({ device: other.id, events: [events[0]!, ...branch], keys, made: AT })
    await receiveBundle(desk, file, AT, [{ ...NOTE, device: tablet.id, stands: 'held' }])
    await settleTablet(desk, { type: 'reopened', device: tablet.id }, NOTE)
    expect(await receiveBundle(desk, file, AT)).toMatchObject({ fresh: 0, late: [] })
    expect(await notes()).toEqual(['一', '二'].sort())
  })
})

describe('a desk that can’t write any more', () => {
  it('imports nothing if its key can’t be written', async () => {
    desk.deskKeys = async () => {
      throw new DOMException('', 'QuotaExceededError')
    }
    await expect(receiveBundle(desk, await bundleOf(tablet, events), AT)).rejects.toThrow(DOMException)
    expect(await desk.all()).toEqual([])
  })

  it('reports that everything was imported if only the receipt fails, and gives it for the same file again', async () => {
    const photo = photoOf(7)
    const seen = await chainOf(tablet, [inspection({ photos: [photo.ref] })])
    const file = await bundleOf(tablet, seen, { photos: [photo] })
    const read = desk.photo.bind(desk)
    desk.photo = async (hash) => {
      if ((await desk.database.events.count()) > 0) throw new Error('gone')
      return read(hash)
    }
    expect(await receiveBundle(desk, file, AT)).toEqual({ unanswered: 'gone' })
    expect(await desk.all()).toEqual(seen)
    desk.photo = read
    const again = await receiveBundle(desk, file, AT)
    expect(again).toMatchObject({ fresh: 0 })
    expect('receipt' in again && JSON.parse(again.receipt!).photos).toEqual([photo.ref.hash])
  })
})

describe('a chain that arrived in two versions', () => {
  let other: LedgerEvent[]
  beforeEach(async () => {
    // The tablet was restored from a backup made after its first record.
    other = await chainOf(tablet, [inspection({ note: '另二' }), inspection({ note: '另三' })], events[0])
    await receiveBundle(desk, await bundleOf(tablet, events), AT)
  })
  const settle = async (stands: Settlement['stands'], file: Blob) =>
    receiveBundle(desk, file, AT, [{ ...NOTE, device: tablet.id, stands }])

  it('is refused with both versions from the fork on, and nothing is imported', async () => {
    const came = await receiveBundle(desk, await bundleOf(tablet, [events[0]!, ...other]), AT)
    expect(faults(came)).toContain('fork')
    expect('forks' in came && came.forks).toEqual([
      {
        closed: null,
        device: tablet.id,
        from: 2,
        held: { events: events.slice(1), signed: true },
        brought: { events: other, signed: true },
      },
    ])
    expect(await desk.all()).toHaveLength(3)
  })

  it('can use the brought version: the other is set aside, readable, and does not count', async () => {
    const file = await bundleOf(tablet, [events[0]!, ...other])
    const came = await settle('brought', file)
    expect(came).toMatchObject({ fresh: 2 })
    expect('receipt' in came && Object.values(JSON.parse(came.receipt!).events)).toHaveLength(3)
    expect(await notes()).toEqual(['一', '另三', '另二'].sort())
    expect((await desk.database.aside.toArray()).map(({ event }) => event.sequence).sort()).toEqual([2, 3])
    expect((await desk.acts())[0]).toMatchObject({ act: { type: 'fork', from: 2, stands: other[0]!.hash }, ...NOTE })
    // From now on the tablet hands over as before, and the old file changes nothing.
    const more = await chainOf(tablet, [inspection({ note: '四' })], other[1])
    expect(await receiveBundle(desk, await bundleOf(tablet, [events[0]!, ...other, ...more]), AT)).toMatchObject({
      fresh: 1,
    })
    expect(await receiveBundle(desk, await bundleOf(tablet, events), AT)).toMatchObject({ fresh: 0 })
    expect(await desk.database.aside.count()).toBe(2)
  })

  it('can keep the held version: the brought one is set aside without a receipt, and can be imported later', async () => {
    const file = await bundleOf(tablet, [events[0]!, ...other])
    const came = await settle('held', file)
    expect('receipt' in came && Object.keys(JSON.parse(came.receipt!).events)).toEqual([events[0]!.id])
    expect(await notes()).toEqual(['一', '三', '二'].sort())
    // Records that continue the branch that was set aside are reported.
    const more = await chainOf(tablet, [inspection({ note: '四' })], other[1])
    const next = await bundleOf(tablet, [events[0]!, ...other, ...more])
    expect(faults(await receiveBundle(desk, next, AT))).toContain('fork')
    expect(await settle('brought', next)).toMatchObject({ fresh: 3 })
    expect(await notes()).toEqual(['一', '另二', '另三', '四'].sort())
    expect((await desk.database.aside.toArray()).map(({ hash }) => hash).sort()).toEqual(
      events
        .slice(1)
        .map(({ hash }) => hash)
        .sort(),
    )
  })

  it('can only be settled with a bundle that is otherwise valid', async () => {
    const stripped = other.map((event) => ({ ...event, signature: '' }))
    const file = await bundleOf(tablet, [events[0]!, ...stripped])
    for (const stands of ['held', 'brought'] as const) expect(faults(await settle(stands, file))).toContain('altered')
    expect([await desk.all(), await desk.acts(), await desk.database.aside.count()]).toEqual([events, [], 0])
  })
})

describe('an unsigned record accepted by the first version', () => {
  it('does not count once the key is known, and the genuine tablet can hand over again after an act', async () => {
    const forged = write(tablet.id, events[1]!, { type: 'withdrawal', event: events[0]!.id, reason: '' })
    await desk.database.events.bulkPut([...events.slice(0, 2), forged])
    await desk.database.keys.put({ device: tablet.id, key: await publicKey(tablet.keys!) })
    const keyed = new Set((await desk.keys()).keys())
    const counting = (all: readonly LedgerEvent[]) => foldLedger(all.filter((event) => !isDoubtful(event, keyed)))
    expect(
      counting(await desk.all())
        .get('stockpile/DC-1')!
        .visits.flatMap(({ records }) => records),
    ).toHaveLength(2)
    expect(forwardableEvents(await desk.all(), keyed)).toEqual(events.slice(0, 2))
    const file = await bundleOf(tablet, events)
    const came = await receiveBundle(desk, file, AT)
    expect('forks' in came && came.forks[0]).toMatchObject({
      from: 3,
      held: { signed: false },
      brought: { signed: true },
    })
    await receiveBundle(desk, file, AT, [{ ...NOTE, device: tablet.id, stands: 'brought' }])
    expect(await desk.all()).toEqual(events)
    expect((await desk.database.aside.toArray())[0]!.event).toEqual(forged)
  })

  it('gets its signature from the tablet if it is the same record', async () => {
    await desk.database.events.bulkPut(events.map((event) => ({ ...event, signature: '' })))
    await receiveBundle(desk, await bundleOf(tablet, events), AT)
    expect(await desk.all()).toEqual(events)
  })
})

describe('a failed write', () => {
  it('leaves nothing behind: no events, no photos and no receipt', async () => {
    const photo = photoOf(9)
    const own = await chainOf(tablet, [inspection({ photos: [photo.ref] })])
    const file = await bundleOf(tablet, own, { photos: [photo] })
    const full = Object.assign(new Error('no room'), { name: 'QuotaExceededError' })
    const put = desk.database.events.put
    desk.database.events.put = () => Promise.reject(full) as never
    await expect(receiveBundle(desk, file, AT)).rejects.toThrow()
    desk.database.events.put = put
    expect([await desk.all(), await desk.database.photos.count()]).toEqual([[], 0])
    expect(await receiveBundle(desk, file, AT)).toMatchObject({ fresh: 1, photos: 1 })
  })

  it('has its reason: no space, a private window, or storage that is denied or closed', () => {
    const named = (name: string, message = '') => Object.assign(new Error(message), { name })
    expect(writeFaultOf(named('QuotaExceededError'))).toBe('full')
    expect(writeFaultOf(Object.assign(named('AbortError'), { inner: named('QuotaExceededError') }))).toBe('full')
    expect(writeFaultOf(named('UnknownError', 'Error preparing Blob/File data to be stored in object store'))).toBe(
      'private',
    )
    expect(writeFaultOf(named('DataCloneError', 'BlobURLs are not yet supported'))).toBe('private')
    expect(writeFaultOf(named('DatabaseClosedError'))).toBe('shut')
    expect(writeFaultOf(named('InvalidStateError'))).toBe('shut')
    const wrapped = Object.assign(named('OpenFailedError'), {
      inner: named('SecurityError', 'The operation is insecure.'),
    })
    expect(writeFaultOf(wrapped)).toBe('denied')
    const context = 'access to the Indexed Database API is denied in this context.'
    expect(writeFaultOf(named('UnknownError', context))).toBe('denied')
    expect(writeFaultOf('?')).toBe('other')
  })
})

const WORDS = { what: '巡查包', nobody: '平板' }

describe('the file name of a bundle', () => {
  it('is safe in every folder, whatever the author’s name, and never repeated', () => {
    expect(safeName('../张 三/\\?*')).toBe('张_三')
    expect(safeName('a\u202etxt.exe\u0000')).toBe('a_txt.exe')
    expect(safeName('...')).toBe('')
    expect([...safeName('张'.repeat(300))]).toHaveLength(24)
    const whose = { device: tablet.id, author: '张/三', team: '' }
    const name = () => bundleName(whose, events, '2022-10-31T08:15:42.000Z', WORDS)
    const form = `^巡查包-2022-10-31-161542-张_三-${shortDevice(tablet.id)}-1-3-[0-9a-f]{6}\\.zip$`
    expect(name()).toMatch(new RegExp(form))
    expect(new Set(Array.from({ length: 20 }, name)).size).toBe(20)
    expect(bundleName({ ...whose, author: '' }, [], '2022-10-31T08:15:42.000Z', WORDS)).toContain('-平板-')
    expect(bundleName({ ...whose, team: '渭城/一队' }, [], '2022-10-31T08:15:42.000Z', WORDS)).toContain(
      '-渭城_一队-张_三-',
    )
  })
})
