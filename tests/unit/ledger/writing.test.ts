import 'fake-indexeddb/auto'
import { bytesToHex } from '@noble/hashes/utils.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkChain } from '@/ledger/check-chain'
import { deviceIdOf, isSigned, newDevice } from '@/ledger/device'
import { type DraftEvent, DraftWriter } from '@/ledger/draft-writer'
import { DraftChanged, Ledger } from '@/ledger/ledger'
import { publicKey } from '@/ledger/signature'
import { settleTablet } from '@/ledger/tablets'
import { inspection, photoOf, write } from './records'

const AT = '2022-10-31T08:00:00Z'
const NOTE = { reason: '', author: '', at: AT }
let ledger: Ledger
/** Another window on the same database. */
let other: Ledger

beforeEach(() => {
  const name = `ledger-${Math.random()}`
  ledger = new Ledger(name)
  other = new Ledger(name)
})
afterEach(async () => {
  other.close()
  await ledger.database.delete()
})

const withoutKeys = async (work: () => Promise<void>) => {
  const subtle = globalThis.crypto.subtle
  Object.defineProperty(globalThis.crypto, 'subtle', { value: undefined, configurable: true })
  try {
    await work()
  } finally {
    Object.defineProperty(globalThis.crypto, 'subtle', { value: subtle, configurable: true })
  }
}

describe('the device', () => {
  it('is created once, even by two windows at the same time, and its public key is stored', async () => {
    const [mine, theirs] = await Promise.all([ledger.device(), other.device()])
    expect(mine.id).toBe(theirs.id)
    expect((await ledger.device()).id).toBe(mine.id)
    expect(mine).toMatchObject({ name: 'this', author: '' })
    const key = await publicKey(mine.keys!)
    expect(deviceIdOf(key)).toBe(mine.id)
    expect(bytesToHex((await ledger.keys()).get(mine.id)!)).toBe(bytesToHex(key))
  })

  it('is that of the other window if that was faster', async () => {
    let theirs = ''
    vi.spyOn(ledger.database.device, 'get').mockImplementationOnce((async () => {
      theirs = (await other.device()).id
      return undefined
    }) as never)
    expect((await ledger.device()).id).toBe(theirs)
    expect((await other.device()).id).toBe(theirs)
  })

  it('has no key over plain HTTP, and none is stored', async () => {
    await withoutKeys(async () => {
      expect((await ledger.device()).keys).toBeNull()
      expect((await ledger.keys()).size).toBe(0)
      expect(await ledger.deskKeys()).toBeNull()
      expect((await ledger.append(inspection(), [], null, AT)).signature).toBe('')
    })
    expect(await ledger.deskKeys()).not.toBeNull()
  })

  it('writes with the author who was set last', async () => {
    const before = await ledger.device()
    await ledger.setAuthor('李四')
    expect(await ledger.device()).toMatchObject({ id: before.id, author: '李四' })
    expect((await ledger.append(inspection(), [], null, AT)).author).toBe('李四')
  })
})

describe('the desk’s key', () => {
  it('is created once, even by two windows at the same time', async () => {
    const keys = await Promise.all([ledger.deskKeys(), other.deskKeys()])
    const codes = await Promise.all(
      [...keys, await ledger.deskKeys()].map(async (each) => bytesToHex(await publicKey(each!))),
    )
    expect(new Set(codes).size).toBe(1)
  })

  it('is that of the other window if that was faster', async () => {
    const codeOf = async (keys: CryptoKeyPair | null) => bytesToHex(await publicKey(keys!))
    let theirs = ''
    vi.spyOn(ledger.database.desk, 'get').mockImplementationOnce((async () => {
      theirs = await codeOf(await other.deskKeys())
      return undefined
    }) as never)
    expect(await codeOf(await ledger.deskKeys())).toBe(theirs)
    expect(await codeOf(await other.deskKeys())).toBe(theirs)
  })
})

describe('a record', () => {
  it('is signed, numbered, and part of one chain, whichever windows write at the same time', async () => {
    const windows = [ledger, other, ledger, other, ledger, other]
    await Promise.all(windows.map((window, i) => window.append(inspection({ note: String(i) }), [], null, AT)))
    const { id, keys } = await ledger.device()
    const events = await ledger.own(id, 0)
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6])
    expect(checkChain(events, new Map())).toEqual([])
    const key = await publicKey(keys!)
    for (const event of events) expect(await isSigned(event, key)).toBe(true)
    expect((await ledger.own(id, 5)).map(({ sequence }) => sequence)).toEqual([5, 6])
    expect(events.map(({ body }) => ('note' in body ? body.note : '')).sort()).toEqual(['0', '1', '2', '3', '4', '5'])
  })

  it('follows the last one of its own device, whatever others have written', async () => {
    await ledger.database.events.bulkPut([write('a', null, inspection()), write('z', null, inspection())])
    expect((await ledger.append(inspection(), [], null, AT)).sequence).toBe(1)
    expect((await ledger.append(inspection(), [], null, AT)).sequence).toBe(2)
    const { id } = await ledger.device()
    expect(await ledger.own(id, 0)).toHaveLength(2)
    expect(await ledger.all()).toHaveLength(4)
  })

  it('is stored with its photos and without its draft, or not at all', async () => {
    const photo = photoOf(3)
    const stored = { hash: photo.ref.hash, original: photo.blob, shown: photo.blob }
    const revision = await ledger.keepDraft('k', { note: '写' }, null)
    const add = ledger.database.events.add
    ledger.database.events.add = () => Promise.reject(new DOMException('', 'QuotaExceededError')) as never
    await expect(ledger.append(inspection(), [stored], { key: 'k', revision }, AT)).rejects.toThrow()
    expect([await ledger.photo(photo.ref.hash), (await ledger.draft('k'))?.draft]).toEqual([null, { note: '写' }])
    ledger.database.events.add = add
    await ledger.append(inspection(), [stored], { key: 'k', revision }, AT)
    expect((await ledger.photo(photo.ref.hash))?.original?.size).toBe(500)
    expect(await ledger.draft('k')).toBeNull()
  })

  it('is given up if another window is faster each time', async () => {
    const { id } = await ledger.device()
    let [last, tries] = [write(id, null, inspection()), 0]
    const transaction = ledger.database.transaction.bind(ledger.database)
    ledger.database.transaction = (async (...args: Parameters<typeof transaction>) => {
      tries++
      await other.database.events.put(last)
      last = write(id, last, inspection())
      return transaction(...args)
    }) as never
    await expect(ledger.append(inspection(), [], null, AT)).rejects.toThrow('the ledger is being written elsewhere')
    expect(tries).toBe(20)
  })
})

describe('the held data', () => {
  it('is all records, keys, closed devices, and what was set aside permanently', async () => {
    const [one, two] = [write('a', null, inspection()), write('b', null, inspection())]
    await ledger.append(inspection(), [], null, AT)
    await ledger.database.aside.bulkPut([
      { hash: one.hash, event: one },
      { hash: two.hash, event: two, closed: true },
    ])
    const { id } = await ledger.device()
    await settleTablet(ledger, { type: 'lost', device: id }, NOTE)
    const held = await ledger.held()
    expect([...held.events.keys()]).toEqual([`${id}-1`])
    expect([...held.keys.keys()]).toEqual([id])
    expect([...held.closed]).toEqual([[id, { upTo: 1, by: null }]])
    expect([...held.aside]).toEqual([one.hash])
  })
})

describe('an act about a tablet', () => {
  it('applies to what is held at that moment, and is not recorded if it changes nothing', async () => {
    const { id } = await newDevice()
    const [one, another] = [write(id, null, inspection()), write(`${id}x`, null, inspection())]
    await ledger.database.events.bulkPut([one, write(id, one, inspection()), another])
    await settleTablet(ledger, { type: 'reopened', device: id }, NOTE)
    expect(await ledger.acts()).toEqual([])
    await settleTablet(ledger, { type: 'lost', device: id }, { reason: '丢失', author: '王', at: AT })
    await settleTablet(ledger, { type: 'succeeded', device: id, by: 'x' }, NOTE)
    await settleTablet(ledger, { type: 'lost', device: 'unknown' }, NOTE)
    await settleTablet(ledger, { type: 'reopened', device: id }, NOTE)
    expect((await ledger.acts()).map(({ number: _, ...act }) => act)).toEqual([
      { act: { type: 'lost', device: id, upTo: 2 }, reason: '丢失', author: '王', at: AT },
      { act: { type: 'lost', device: 'unknown', upTo: 0 }, ...NOTE },
      { act: { type: 'reopened', device: id }, ...NOTE },
    ])
  })
})

describe('a draft', () => {
  it('is found by its key', async () => {
    for (const key of ['road/1', 'pile/2']) await ledger.keepDraft(key, 1, null)
    expect(await ledger.draftKeys()).toEqual(['pile/2', 'road/1'])
  })

  it('has another revision after each write, and the error of a refused write has the stored draft', async () => {
    const first = await ledger.keepDraft('k', 1, null)
    const second = await ledger.keepDraft('k', 2, first)
    expect(second).not.toBe(first)
    expect(await ledger.draft('k')).toEqual({ draft: 2, revision: second })
    await expect(ledger.keepDraft('k', 3, null)).rejects.toMatchObject({ name: 'DraftChanged', now: { draft: 2 } })
    await expect(ledger.keepDraft('new', 3, first)).rejects.toMatchObject({ now: null })
    expect(new DraftChanged(null).message).toBe('the draft was changed in another window')
  })
})

describe('a closed ledger', () => {
  it('writes nothing more', async () => {
    await other.append(inspection(), [], null, AT)
    other.close()
    await expect(other.append(inspection(), [], null, AT)).rejects.toMatchObject({ name: 'DatabaseClosedError' })
    expect(await ledger.all()).toHaveLength(1)
  })
})

describe('the writer of a draft', () => {
  const writerOf = (revision: string | null = null) => {
    const said: DraftEvent[] = []
    return { said, writer: new DraftWriter(ledger, 'k', revision, (event) => said.push(event)) }
  }

  it('writes only the latest text, one write after the other', async () => {
    const { said, writer } = writerOf()
    const keep = vi.spyOn(ledger, 'keepDraft')
    for (const wish of ['a', 'b', 'c']) writer.keep(wish)
    await writer.settled()
    expect(keep.mock.calls.map(([, draft]) => draft)).toEqual(['a', 'c'])
    expect(writer.revision).toBe((await ledger.draft('k'))!.revision)
    writer.keep('d')
    await writer.settled()
    expect([(await ledger.draft('k'))!.draft, said]).toEqual(['d', []])
  })

  it('reports a refused write, and continues with the next text', async () => {
    const { said, writer } = writerOf()
    const full = new DOMException('', 'QuotaExceededError')
    vi.spyOn(ledger, 'keepDraft').mockRejectedValueOnce(full)
    writer.keep('a')
    await writer.settled()
    expect(said).toEqual([{ type: 'refused', error: full }])
    writer.keep('b')
    await writer.settled()
    expect((await ledger.draft('k'))!.draft).toBe('b')
  })

  it('starts again after its draft has become a record', async () => {
    const { said, writer } = writerOf()
    writer.keep('a')
    await writer.settled()
    await ledger.append(inspection(), [], { key: 'k', revision: writer.revision }, AT)
    writer.forgotten()
    expect(writer.revision).toBeNull()
    writer.keep('b')
    await writer.settled()
    expect([(await ledger.draft('k'))!.draft, said]).toEqual(['b', []])
  })

  it('drops unwritten text when its draft becomes a record', async () => {
    const { writer } = writerOf()
    writer.keep('a')
    writer.keep('b')
    writer.forgotten()
    await writer.settled()
    expect((await ledger.draft('k'))?.draft).toBe('a')
  })

  it('stops if another window has changed the draft or made a record of it, until the user chooses', async () => {
    const { said, writer } = writerOf('gone')
    writer.keep('a')
    await writer.settled()
    expect(said).toEqual([{ type: 'changed', theirs: null }])
    writer.keep('b')
    await writer.settled()
    expect([await ledger.draft('k'), said.length]).toEqual([null, 1])
    writer.resume('c')
    await writer.settled()
    expect((await ledger.draft('k'))!.draft).toBe('c')
    // Of the first version, without a revision.
    await ledger.database.drafts.put({ key: 'k', draft: 'old' })
    writer.keep('d')
    await writer.settled()
    expect(said[1]).toEqual({ type: 'changed', theirs: 'old' })
    writer.resume('e')
    await writer.settled()
    expect((await ledger.draft('k'))!.draft).toBe('e')
  })
})
