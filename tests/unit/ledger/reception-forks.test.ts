import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closedDevices } from '@/ledger/acts'
import { writeBundle } from '@/ledger/bundle'
import { type Device, newDevice } from '@/ledger/device'
import type { LedgerEvent } from '@/ledger/event'
import { Ledger } from '@/ledger/ledger'
import { type ReceptionResult, receiveBundle } from '@/ledger/reception'
import type { Settlement } from '@/ledger/settling'
import { publicKey } from '@/ledger/signature'
import { settleTablet } from '@/ledger/tablets'
import { bundleOf, chainOf, inspection, photoOf } from './records'

const AT = '2022-10-31T19:00:00Z'
const NOTE = { reason: '交接时核对过', author: '王内勤', at: AT }
let desk: Ledger
/** Two tablets that write, and a third that passes on their records. */
let a: Device
let b: Device
let third: Device

beforeEach(async () => {
  desk = new Ledger(`desk-${Math.random()}`)
  ;[a, b, third] = await Promise.all([newDevice(), newDevice(), newDevice()])
})
afterEach(() => desk.database.delete())

const saying = (...notes: string[]) => notes.map((note) => inspection({ note }))
/** The bundle in which the third tablet passes on records of the others. */
async function passedOn(...events: readonly LedgerEvent[]): Promise<Blob> {
  const keys = await Promise.all([a, b, third].map(async ({ id, keys }) => [id, await publicKey(keys!)] as const))
  return writeBundle({ device: third.id, events, keys: new Map(keys), made: AT })
}
const settle = (file: Blob, device: Device, stands: Settlement['stands']) =>
  receiveBundle(desk, file, AT, [{ ...NOTE, device: device.id, stands }])
const faults = (came: ReceptionResult) => ('faults' in came ? came.faults.map(({ fault }) => fault) : [])
const forks = (came: ReceptionResult) => ('faults' in came ? came.forks : [])
const numbers = (events: readonly LedgerEvent[]) => events.map(({ sequence }) => sequence)
const hashes = (events: readonly LedgerEvent[]) => events.map(({ hash }) => hash)
const standing = async (device: Device) => hashes(await desk.own(device.id, 0))
const asideOf = async () => (await desk.database.aside.toArray()).map(({ hash }) => hash).sort()

/** A file that counts how often it is hashed completely. */
class Counted extends Blob {
  sums = 0
  override slice(from?: number, to?: number, type?: string): Blob {
    if (from === 0 && (to ?? 0) > this.size / 2) this.sums++
    return super.slice(from, to, type)
  }
}

describe('the versions of a chain', () => {
  it('are read from a file that is hashed once, whatever is decided', async () => {
    const held = await chainOf(a, saying('一', '二'))
    const brought = await chainOf(a, saying('另一'))
    await receiveBundle(desk, await bundleOf(a, held), AT)
    const file = new Counted([await bundleOf(a, brought)])
    expect(forks(await receiveBundle(desk, file, AT))).toHaveLength(1)
    expect(file.sums).toBe(1)
    expect(await settle(file, a, 'brought')).toMatchObject({ fresh: 1 })
    expect(file.sums).toBe(2)
  })

  it('are shown in the order of writing, also beyond the ninth record and in any order in the file', async () => {
    const held = await chainOf(a, saying(...'一二三四五六七八九十甲乙'))
    const brought = await chainOf(a, saying(...'另外的说法有十条以上甲乙'), held[0])
    await receiveBundle(desk, await bundleOf(a, held), AT)
    const [fork] = forks(await receiveBundle(desk, await bundleOf(a, [held[0]!, ...brought].reverse()), AT))
    expect(numbers(fork!.held.events)).toEqual(numbers(held.slice(1)))
    expect(numbers(fork!.brought.events)).toEqual(numbers(brought))
  })

  it('contain only records of their own tablet', async () => {
    const [heldA, heldB] = [await chainOf(a, saying('一', '二')), await chainOf(b, saying('甲', '乙'))]
    const [newA, newB] = [await chainOf(a, saying('另二'), heldA[0]), await chainOf(b, saying('另甲'))]
    await receiveBundle(desk, await passedOn(...heldA, ...heldB), AT)
    const found = forks(await receiveBundle(desk, await passedOn(heldA[0]!, ...newA, ...newB), AT))
    expect(found.map(({ device, from }) => [device, from]).sort()).toEqual(
      [
        [a.id, 2],
        [b.id, 1],
      ].sort(),
    )
    const ofB = found.find(({ device }) => device === b.id)!
    expect([hashes(ofB.held.events), hashes(ofB.brought.events)]).toEqual([hashes(heldB), hashes(newB)])
    // Settling one leaves the other open; nothing is imported in the meantime.
    const file = await passedOn(heldA[0]!, ...newA, ...newB)
    const left = await settle(file, b, 'brought')
    expect(forks(left).map(({ device }) => device)).toEqual([a.id])
    expect([await standing(b), await desk.acts()]).toEqual([hashes(heldB), []])
    // Both choices together are written at once, each with its reason.
    const both = [
      { ...NOTE, device: b.id, stands: 'brought' },
      { ...NOTE, reason: '从备份恢复', device: a.id, stands: 'held' },
    ] as const
    expect(await receiveBundle(desk, file, AT, both)).toMatchObject({ fresh: 1 })
    expect([await standing(a), await standing(b)]).toEqual([hashes(heldA), hashes(newB)])
    expect(await asideOf()).toEqual([...hashes(newA), ...hashes(heldB)].sort())
    const acts = await desk.acts()
    expect(new Map(acts.map(({ act, reason }) => [act.device, [act.type, reason]]))).toEqual(
      new Map([
        [a.id, ['fork', '从备份恢复']],
        [b.id, ['fork', NOTE.reason]],
      ]),
    )
    // The same file again raises no further question.
    expect(await receiveBundle(desk, file, AT)).toMatchObject({ fresh: 0 })
  })

  it('are signed only if each of their records is', async () => {
    const held = await chainOf(a, saying('一', '二', '三'))
    await desk.database.events.bulkPut(held.map((event, i) => (i === 2 ? { ...event, signature: '' } : event)))
    const brought = await chainOf(a, saying('另二'), held[0])
    const [fork] = forks(await receiveBundle(desk, await bundleOf(a, [held[0]!, ...brought]), AT))
    expect([fork!.held.signed, fork!.brought.signed]).toEqual([false, true])
  })
})

describe('the version that a person accepts', () => {
  let held: LedgerEvent[]
  let brought: LedgerEvent[]
  beforeEach(async () => {
    held = await chainOf(a, saying('一', '二', '三'))
    brought = await chainOf(a, saying('另二', '另三'), held[0])
    await receiveBundle(desk, await bundleOf(a, held), AT)
  })

  it('is recorded with its first number, and with what was set aside', async () => {
    await settle(await bundleOf(a, [held[0]!, ...brought]), a, 'held')
    await settle(await bundleOf(a, [held[0]!, ...brought]), a, 'brought')
    expect((await desk.acts()).map(({ act }) => act)).toEqual([
      { type: 'fork', device: a.id, from: 2, stands: held[1]!.hash, aside: hashes(brought) },
      { type: 'fork', device: a.id, from: 2, stands: brought[0]!.hash, aside: hashes(held.slice(1)) },
    ])
  })

  it('may be brought without the records before it', async () => {
    expect(await settle(await bundleOf(a, brought), a, 'brought')).toMatchObject({ fresh: 2 })
    expect(await standing(a)).toEqual(hashes([held[0]!, ...brought]))
  })

  it('does not prevent the import of other tablets’ records', async () => {
    const others = await chainOf(b, saying('甲', '乙'))
    expect(await settle(await passedOn(held[0]!, ...brought, ...others), a, 'held')).toMatchObject({ fresh: 2 })
    expect(await standing(b)).toEqual(hashes(others))
    expect(await standing(a)).toEqual(hashes(held))
  })

  it('leaves records of another tablet that were set aside before where they are', async () => {
    const own = await chainOf(b, saying('甲', '乙'))
    const other = await chainOf(b, saying('另乙'), own[0])
    await receiveBundle(desk, await bundleOf(b, own), AT)
    await settle(await bundleOf(b, [own[0]!, ...other]), b, 'held')
    const came = await settle(await passedOn(held[0]!, ...brought, own[0]!, ...other), a, 'brought')
    expect(faults(came)).toEqual([])
    expect([await standing(a), await standing(b)]).toEqual([hashes([held[0]!, ...brought]), hashes(own)])
    expect(await asideOf()).toEqual([...hashes(held.slice(1)), ...hashes(other)].sort())
  })

  it('is settled only once if another window was faster', async () => {
    const file = await bundleOf(a, [held[0]!, ...brought])
    const other = new Ledger(desk.database.name)
    const read = desk.held.bind(desk)
    let reads = 0
    desk.held = async () => {
      const all = await read()
      if (reads++ === 0) await receiveBundle(other, file, AT, [{ ...NOTE, device: a.id, stands: 'brought' }])
      return all
    }
    expect(await settle(file, a, 'brought')).toMatchObject({ fresh: 0 })
    expect([reads, await standing(a)]).toEqual([2, hashes([held[0]!, ...brought])])
    expect(await desk.acts()).toHaveLength(1)
    other.close()
  })
})

describe('records that a lost tablet brings later', () => {
  let early: LedgerEvent[]
  let later: LedgerEvent[]
  const lost = { type: 'lost', since: '2022-10-30' } as const
  const decide = async (stands: Settlement['stands']) => settle(await bundleOf(a, [...early, ...later]), a, stands)
  beforeEach(async () => {
    early = await chainOf(a, saying('一', '二'))
    later = await chainOf(a, saying('三', '四'), early[1])
    await receiveBundle(desk, await bundleOf(a, early), AT)
    await settleTablet(desk, { ...lost, device: a.id }, NOTE)
  })

  it('wait for a decision of the user, who can read them and sees since when the tablet was lost', async () => {
    const came = await receiveBundle(desk, await bundleOf(a, [...early, ...later]), AT)
    expect(faults(came)).toEqual(['closed', 'closed'])
    expect(forks(came)).toMatchObject([
      { device: a.id, from: 3, held: { events: [] }, closed: { upTo: 2, by: null, since: '2022-10-30' } },
    ])
    expect(hashes(forks(came)[0]!.brought.events)).toEqual(hashes(later))
    expect([await standing(a), await asideOf()]).toEqual([hashes(early), []])
  })

  it('can be set aside by that person, still readable; the receipt names the others, and the tablet stays closed', async () => {
    const came = await decide('held')
    expect(came).toMatchObject({ fresh: 0, late: [{ device: a.id, count: 2 }] })
    expect('receipt' in came && Object.keys(JSON.parse(came.receipt!).events)).toEqual(early.map(({ id }) => id))
    expect([await standing(a), await asideOf()]).toEqual([hashes(early), hashes(later).sort()])
    expect((await desk.acts()).at(-1)).toMatchObject({
      act: { type: 'late', device: a.id, from: 3, upTo: 4, stands: 'aside' },
      ...NOTE,
    })
    // A later decision can differ; what was set aside is then only in the ledger.
    expect(await decide('brought')).toMatchObject({ fresh: 2 })
    expect([await standing(a), await asideOf()]).toEqual([hashes([...early, ...later]), []])
  })

  it('can be imported by that person, and later records wait again', async () => {
    expect(await decide('brought')).toMatchObject({ fresh: 2, late: [] })
    expect(closedDevices(await desk.acts()).get(a.id)).toEqual({ upTo: 4, by: null, since: '2022-10-30' })
    expect(await receiveBundle(desk, await bundleOf(a, [...early, ...later]), AT)).toMatchObject({ fresh: 0 })
    const more = await chainOf(a, saying('五'), later[1])
    expect(forks(await receiveBundle(desk, await bundleOf(a, more), AT))).toMatchObject([{ from: 5 }])
  })

  it('are not offered if anything else is wrong with them', async () => {
    const altered = later.map((event) => ({ ...event, signature: '' }))
    const came = await receiveBundle(desk, await bundleOf(a, [...early, ...altered]), AT)
    expect([faults(came).includes('altered'), forks(came)]).toEqual([true, []])
    expect(faults(await settle(await bundleOf(a, [...early, ...altered]), a, 'brought'))).toContain('altered')
    expect(await standing(a)).toEqual(hashes(early))
  })

  it('in another version than the held one are one choice: the chosen version is imported as a whole', async () => {
    const other = await chainOf(a, saying('另二', '另三'), early[0])
    const file = await bundleOf(a, [early[0]!, ...other])
    expect(forks(await receiveBundle(desk, file, AT))).toMatchObject([{ from: 2, closed: { upTo: 2 } }])
    expect(await settle(file, a, 'brought')).toMatchObject({ fresh: 2 })
    expect([await standing(a), await asideOf()]).toEqual([hashes([early[0]!, ...other]), hashes(early.slice(1))])
    expect((await desk.acts()).map(({ act }) => act.type)).toEqual(['lost', 'fork', 'late'])
  })

  it('wait again if another window reopened the tablet or declared it lost in the meantime', async () => {
    const read = desk.held.bind(desk)
    desk.held = async () => {
      const all = await read()
      desk.held = read
      await settleTablet(desk, { type: 'reopened', device: a.id }, NOTE)
      return all
    }
    expect(await decide('held')).toMatchObject({ fresh: 2, late: [] })
    expect((await desk.acts()).map(({ act }) => act.type)).toEqual(['lost', 'reopened'])
  })
})

describe('records of closed tablets passed on by another', () => {
  it('are counted per tablet', async () => {
    for (const { id } of [a, b]) await settleTablet(desk, { type: 'lost', device: id }, NOTE)
    const late = [...(await chainOf(a, saying('一'))), ...(await chainOf(b, saying('甲', '乙')))]
    const came = await receiveBundle(desk, await passedOn(...late, ...(await chainOf(third, saying('丙')))), AT)
    expect(came).toMatchObject({
      fresh: 1,
      late: [
        { device: a.id, count: 1 },
        { device: b.id, count: 2 },
      ],
    })
  })
})

describe('photos that are imported again', () => {
  const photo = photoOf(7)

  it('restore their originals if these were released, and leave the small copies unchanged', async () => {
    const shown = new Blob(['small'])
    await desk.database.photos.put({ hash: photo.ref.hash, original: null, shown })
    const said = await chainOf(a, [inspection({ photos: [photo.ref] })])
    await receiveBundle(desk, await bundleOf(a, said, { photos: [photo] }), AT)
    const kept = (await desk.photo(photo.ref.hash))!
    expect([kept.original?.size, kept.shown.size]).toEqual([photo.bytes.length, shown.size])
  })

  it('stay if a write fails and another window imported a record with them in the meantime', async () => {
    const said = await chainOf(a, [inspection({ photos: [photo.ref] })])
    const read = desk.held.bind(desk)
    desk.held = async () => {
      const all = await read()
      await desk.database.events.bulkPut(said)
      return all
    }
    const keys = desk.database.keys.get
    desk.database.keys.get = () => Promise.reject(new Error('gone')) as never
    await expect(receiveBundle(desk, await bundleOf(a, said, { photos: [photo] }), AT)).rejects.toThrow('gone')
    desk.database.keys.get = keys
    expect(await desk.database.photos.toCollection().primaryKeys()).toEqual([photo.ref.hash])
  })
})
