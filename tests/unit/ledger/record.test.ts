import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Act, closedDevices } from '@/ledger/acts'
import { checkChain } from '@/ledger/check-chain'
import { deviceForm, deviceIdOf, isDeviceIdOf, isSigned, newDevice, shortDevice, signEvent } from '@/ledger/device'
import type { FoundEvent } from '@/ledger/discovery'
import type { LedgerEvent } from '@/ledger/event'
import { canonical, hashOf, NO_HASH, nextEvent } from '@/ledger/event-chain'
import { bundleName, safeName } from '@/ledger/file-name'
import { foldLedger, standingEvents } from '@/ledger/fold'
import { foundFile } from '@/ledger/found-file'
import { targetKey } from '@/ledger/shared-code'
import { isSignedBy, newKeys, publicKey, signBytes } from '@/ledger/signature'
import { forwardableEvents, isDoubtful, tabletsOf } from '@/ledger/tablets'
import { observationsOf } from '@/ledger/team-observations'
import { kindOf } from '../../fixtures/kinds'
import { inspection, target, write } from './records'

const AT = '2022-10-31T08:00:00Z'
const KEYED = `k${'1'.repeat(32)}`
const OLD = 'a1b2c3d4e5f60718'

describe('canonical JSON', () => {
  it('has sorted keys at every depth, and leaves out undefined values', () => {
    expect(canonical({ b: 1, a: { d: [1, { z: null, y: 'x' }], c: true }, e: undefined })).toBe(
      '{"a":{"c":true,"d":[1,{"y":"x","z":null}]},"b":1}',
    )
    expect(canonical([])).toBe('[]')
    expect(canonical({})).toBe('{}')
    expect(canonical(null)).toBe('null')
    expect(canonical('咸"阳')).toBe('"咸\\"阳"')
  })
})

describe('an event', () => {
  it('follows the last event of its device by number and hash', () => {
    const first = write(KEYED, null, inspection())
    expect(first).toMatchObject({ id: `${KEYED}-1`, sequence: 1, before: NO_HASH, signature: '' })
    const second = write(KEYED, first, inspection())
    expect(second).toMatchObject({ id: `${KEYED}-2`, sequence: 2, before: first.hash })
    expect(NO_HASH).toMatch(/^0{64}$/)
  })

  it('has the SHA-256 of everything but hash and signature', () => {
    const event = nextEvent(null, {
      device: 'a',
      at: AT,
      author: '张三',
      body: { type: 'withdrawal', event: 'a-1', reason: '' },
    })
    const said = `{"at":"${AT}","author":"张三","before":"${NO_HASH}","body":{"event":"a-1","reason":"","type":"withdrawal"},"device":"a","id":"a-1","sequence":1}`
    expect(canonical({ ...event, hash: undefined, signature: undefined })).toBe(said)
    expect(hashOf({ ...event, signature: 'x', hash: 'y' })).toBe(event.hash)
    expect(event.hash).toBe(createHash('sha256').update(said).digest('hex'))
    expect(hashOf({ ...event, author: '李四' })).not.toBe(event.hash)
  })
})

describe('a chain of events', () => {
  const one = write('a', null, inspection())
  const two = write('a', one, inspection({ note: '二' }))
  const known = (...events: LedgerEvent[]) => new Map(events.map((event) => [event.id, event]))
  /** Recalculates the hash of a changed event, as a forger would. */
  const rehashed = (event: LedgerEvent) => ({ ...event, hash: hashOf(event) })

  it('begins without a predecessor, and continues what is known', () => {
    expect(checkChain([one], known())).toEqual([])
    expect(checkChain([two], known(one))).toEqual([])
    expect(checkChain([one, two], known(one, two))).toEqual([])
    expect(checkChain([rehashed({ ...one, before: two.hash })], known())).toEqual([{ event: 'a-1', fault: 'altered' }])
  })

  it('is forked if an event follows another than its predecessor, brought or known', () => {
    const other = write('a', null, inspection({ note: '另' }))
    expect(checkChain([other, two], known())).toEqual([{ event: 'a-2', fault: 'fork' }])
    expect(checkChain([two], known(other))).toEqual([{ event: 'a-2', fault: 'fork' }])
    expect(checkChain([other], known(one))).toEqual([{ event: 'a-1', fault: 'fork' }])
  })

  it('is altered if an id differs from device and number', () => {
    expect(checkChain([rehashed({ ...one, id: 'b-1' })], known())).toEqual([{ event: 'b-1', fault: 'altered' }])
    expect(checkChain([rehashed({ ...one, sequence: 2 })], known())).toEqual([{ event: 'a-1', fault: 'altered' }])
  })
})

describe('the id of a device', () => {
  it('has one of the known forms, or is invalid', () => {
    expect(deviceForm(KEYED)).toBe('keyed')
    expect(deviceForm(`u${'1'.repeat(32)}`)).toBe('keyless')
    expect(deviceForm(OLD)).toBe('old')
    for (const id of [
      '',
      'a',
      `x${KEYED}`,
      `${KEYED}0`,
      `u${'1'.repeat(31)}`,
      `xu${'1'.repeat(32)}`,
      `u${'1'.repeat(33)}`,
      `${OLD}0`,
      `0${OLD}`,
      KEYED.toUpperCase(),
    ])
      expect(deviceForm(id), id).toBeNull()
  })

  it('is derived from the key, now and in the first version', async () => {
    const device = await newDevice()
    const [key, other] = [await publicKey(device.keys!), await publicKey((await newKeys())!)]
    expect(deviceIdOf(key)).toBe(device.id)
    expect(isDeviceIdOf(device.id, key)).toBe(true)
    expect(isDeviceIdOf(device.id, other)).toBe(false)
    expect(isDeviceIdOf(device.id.slice(1, 17), key)).toBe(true)
    expect(isDeviceIdOf(device.id.slice(1, 17), other)).toBe(false)
    expect(isDeviceIdOf(`u${device.id.slice(1)}`, key)).toBe(false)
    expect(isDeviceIdOf(device.id.slice(1, 10), key)).toBe(false)
  })

  it('is read aloud and compared by its first six characters', () => {
    expect(shortDevice(KEYED)).toBe('111111')
    expect(shortDevice(OLD)).toBe('a1b2c3')
    expect(shortDevice('k')).toBe('')
  })
})

describe('a signature', () => {
  it('belongs to one key and one event; there is none without keys', async () => {
    const device = await newDevice()
    const key = await publicKey(device.keys!)
    const event = write(device.id, null, inspection())
    const signed = await signEvent(event, device)
    expect(await isSigned(signed, key)).toBe(true)
    expect(await isSigned(event, key)).toBe(false)
    expect(await isSigned({ ...signed, device: KEYED }, key)).toBe(false)
    expect(await isSigned({ ...signed, hash: NO_HASH }, key)).toBe(false)
    expect(await isSigned(signed, await publicKey((await newKeys())!))).toBe(false)
    expect(await signEvent(event, { id: device.id, keys: null })).toBe(event)
  })

  it('is invalid if key or signature are malformed', async () => {
    const keys = (await newKeys())!
    const [key, bytes] = [await publicKey(keys), Uint8Array.of(1, 2, 3)]
    const signature = await signBytes(bytes, keys)
    expect(await isSignedBy(key, bytes, signature)).toBe(true)
    expect(await isSignedBy(key, Uint8Array.of(1, 2, 4), signature)).toBe(false)
    for (const wrong of ['', '*', btoa('x')]) expect(await isSignedBy(key, bytes, wrong)).toBe(false)
    expect(await isSignedBy(Uint8Array.of(4, 1), bytes, signature)).toBe(false)
    expect(key).toHaveLength(65)
  })

  it('can’t be made elsewhere, because the private key does not leave the browser', async () => {
    const { privateKey } = (await newKeys())!
    await expect(crypto.subtle.exportKey('jwk', privateKey)).rejects.toThrow()
  })
})

describe('the state that follows from events', () => {
  const discovery = write('a', null, {
    type: 'discovery',
    target: { ...target, code: 'NEW-1', name: '新堆' },
    position: [108.7, 34.3],
    accuracyMetres: null,
    outline: [],
    note: '',
    photos: [],
  })

  it('is kept per source by kind and code, with its latest name and how it was found', () => {
    const renamed = write('b', null, inspection({ target: { ...target, name: '煤堆（北）' } }), '2022-11-01T08:00:00Z')
    const state = foldLedger([renamed, write('a', discovery, inspection()), discovery])
    expect([...state.keys()].sort()).toEqual(['stockpile/DC-1', 'stockpile/NEW-1'])
    expect(targetKey(target)).toBe('stockpile/DC-1')
    expect(state.get('stockpile/DC-1')).toMatchObject({ target: { name: '煤堆（北）' }, found: null })
    expect(state.get('stockpile/NEW-1')!.found).toBe(discovery)
    const gone = write('a', discovery, { type: 'withdrawal', event: discovery.id, reason: '' })
    expect(foldLedger([discovery, gone]).get('stockpile/NEW-1')).toMatchObject({ found: null, visits: [] })
  })

  it('is ordered by time, then device, then number', () => {
    const [b1, a1] = [write('b', null, inspection()), write('a', null, inspection())]
    const [b2, a2] = [write('b', b1, inspection()), write('a', a1, inspection(), '2022-10-30T08:00:00Z')]
    const ids = foldLedger([b2, b1, a1, a2])
      .get('stockpile/DC-1')!
      .visits.flatMap(({ records }) => records.map(({ id }) => id))
    expect(ids).toEqual(['a-2', 'a-1', 'b-1', 'b-2'])
  })

  it('uses the first of several withdrawals', () => {
    const one = write('a', null, inspection())
    const first = write('a', one, { type: 'withdrawal', event: one.id, reason: '一' }, '2022-11-01T08:00:00Z')
    const second = write('a', first, { type: 'withdrawal', event: one.id, reason: '二' }, '2022-11-02T08:00:00Z')
    expect(foldLedger([second, one, first]).get('stockpile/DC-1')!.withdrawn).toEqual([{ event: one, by: first }])
  })

  it('lists each event once that a new one would replace', () => {
    const [b, a] = [
      write('b', null, inspection({ answers: { covered: 'no', washed: 'yes' } })),
      write('a', null, inspection({ answers: { covered: 'yes' } })),
    ]
    const state = foldLedger([b, a]).get('stockpile/DC-1')
    expect(standingEvents(state)).toEqual(['a-1', 'b-1'])
    expect(standingEvents(undefined)).toEqual([])
    // Equal answers are not a disagreement.
    const same = foldLedger([b, write('c', null, inspection({ answers: { covered: 'no' } }))]).get('stockpile/DC-1')!
    expect(same.items.get('covered')).toMatchObject({ conflict: false })
    expect(same.items.get('covered')!.standing).toHaveLength(2)
  })
})

describe('the observations that the ledger gives the rules', () => {
  const said = (...events: LedgerEvent[]) => observationsOf(foldLedger(events))

  it('are yes and no by the day in Shanghai; other answers are left out', () => {
    const answers = { a: 'yes', b: 'no', c: 'not-applicable', d: 'not-seen' } as const
    const event = write('a', null, inspection({ answers, rectifyBy: '2022-11-10' }), '2022-10-31T16:00:00Z')
    expect(said(event)).toEqual([
      {
        kind: 'stockpile',
        code: 'DC-1',
        day: '2022-11-01',
        answers: { a: true, b: false },
        deadlines: { b: '2022-11-10' },
      },
    ])
    const later = inspection({ answers: { covered: 'no' }, rectifyBy: '20222-11-10' })
    expect(said(write('a', null, later))[0]!.deadlines).toEqual({})
  })

  it('include a decision from its day on, and then no other answer to that item', () => {
    const shortcomings = { covered: { found: [], rectifyBy: '2022-11-05', told: '' } }
    const no = write('a', null, inspection({ answers: { covered: 'no', washed: 'no' }, shortcomings }))
    const yes = write('b', null, inspection({ answers: { covered: 'yes' } }))
    const supersedes = [no.id, yes.id]
    const decided = write(
      'c',
      null,
      { type: 'decision', target, item: 'covered', answer: 'no', supersedes },
      '2022-11-02T08:00:00Z',
    )
    expect(said(no, yes, decided).map(({ day, answers, deadlines }) => [day, answers, deadlines])).toEqual([
      ['2022-10-31', { washed: false }, { covered: '2022-11-05' }],
      ['2022-10-31', {}, {}],
      ['2022-11-02', { covered: false }, { covered: '2022-11-05' }],
    ])
  })

  it('keep a replaced answer for the days before, but not for the same day', () => {
    const no = write('a', null, inspection({ answers: { covered: 'no', washed: 'no' } }), '2022-10-31T08:00:00Z')
    const later = write(
      'a',
      no,
      inspection({ answers: { covered: 'yes' }, supersedes: [no.id] }),
      '2022-11-05T08:00:00Z',
    )
    expect(said(no, later).map(({ answers }) => answers)).toEqual([
      { covered: false, washed: false },
      { covered: true },
    ])
    const sameDay = write(
      'a',
      no,
      inspection({ answers: { covered: 'yes' }, supersedes: [no.id] }),
      '2022-10-31T09:00:00Z',
    )
    expect(said(no, sameDay).map(({ answers }) => answers)).toEqual([{ covered: true, washed: false }])
  })
})

describe('the records that may be passed on', () => {
  const one = write(KEYED, null, inspection())
  const signed = (event: LedgerEvent) => ({ ...event, signature: 'x' })
  const two = write(KEYED, one, inspection())
  const three = write(KEYED, two, inspection())
  const other = write(OLD, null, inspection())

  it('are doubtful if they lack the signature of their device', () => {
    expect(isDoubtful(one, new Set())).toBe(true)
    expect(isDoubtful(signed(one), new Set())).toBe(false)
    expect(isDoubtful(other, new Set())).toBe(false)
    expect(isDoubtful(other, new Set([OLD]))).toBe(true)
    expect(isDoubtful(signed(other), new Set([OLD]))).toBe(false)
  })

  it('are each chain up to its first doubtful record, in any order', () => {
    expect(forwardableEvents([signed(three), two, signed(one), other], new Set())).toEqual([signed(one), other])
    expect(forwardableEvents([three, two, signed(one)], new Set())).toEqual([signed(one)])
    expect(forwardableEvents([two, three, signed(one)], new Set())).toEqual([signed(one)])
    expect(forwardableEvents([signed(one), signed(two)], new Set())).toHaveLength(2)
  })
})

describe('the tablets with records here', () => {
  it('are listed with their last record, most recent first', () => {
    const early = write('a', null, inspection(), '2022-10-30T08:00:00Z')
    const back = write('a', early, inspection(), '2022-10-29T08:00:00Z')
    const late = { ...write('b', null, inspection(), '2022-11-02T08:00:00Z'), author: '' }
    const more = { ...write('b', late, inspection(), '2022-11-01T08:00:00Z'), author: '李四' }
    const closed = { upTo: 2, by: null }
    expect(tabletsOf([early, more, late, back], new Set(['b']), new Map([['a', closed]]))).toEqual([
      { device: 'b', events: 2, last: 2, lastAt: '2022-11-02T08:00:00Z', authors: ['李四'], signs: true, closed: null },
      { device: 'a', events: 2, last: 2, lastAt: '2022-10-30T08:00:00Z', authors: ['张三'], signs: false, closed },
    ])
  })

  it('are closed by the last act about each', () => {
    const acts = (...all: Act[]) => [...closedDevices(all.map((act) => ({ act, reason: '', author: '', at: AT })))]
    const lost: Act = { type: 'lost', device: 'a', upTo: 3 }
    const succeeded: Act = { type: 'succeeded', device: 'a', upTo: 4, by: 'b' }
    const fork: Act = { type: 'fork', device: 'a', from: 1, stands: '', aside: [] }
    expect(acts(lost, fork)).toEqual([['a', { upTo: 3, by: null }]])
    expect(acts(lost, succeeded)).toEqual([['a', { upTo: 4, by: 'b' }]])
    expect(acts(lost, { type: 'reopened', device: 'a' })).toEqual([])
    expect(acts({ type: 'reopened', device: 'a' }, fork)).toEqual([])
  })
})

describe('file names', () => {
  it('have parts that every system accepts', () => {
    expect(safeName('a\\b/c:d*e?f"g<h>i|j')).toBe('a_b_c_d_e_f_g_h_i_j')
    expect(safeName('a%b#c~d\n\u200be\u2028f\u2029g\ud800h')).toBe('a_b_c_d_e_f_g_h')
    expect(safeName(' ._-张三-_. ')).toBe('张三')
    expect(safeName('张  \t 三')).toBe('张_三')
    expect(safeName('e\u0301')).toBe('é')
    expect([...safeName('𠮷'.repeat(30))]).toHaveLength(24)
    expect(safeName('a.b-c_d')).toBe('a.b-c_d')
  })

  it('have the range of the device’s own numbers, 0 if there are none', () => {
    const one = write('a', null, inspection())
    const events = [write('a', one, inspection()), one, write('b', null, inspection())]
    const whose = { author: '', team: '' }
    const words = { what: '巡查包', nobody: '平板' }
    expect(bundleName({ ...whose, device: 'a' }, events, '2022-10-31T08:15:42.000Z', words)).toMatch(
      /^巡查包-2022-10-31-161542-平板-.*-1-2-/,
    )
    expect(bundleName({ ...whose, device: 'c' }, events, '2022-10-31T08:15:42.000Z', words)).toMatch(
      /-0-[0-9a-f]{6}\.zip$/,
    )
  })
})

describe('a file of found sources', () => {
  const found = (kind: 'stockpile' | 'road', outline: [number, number][] = []): FoundEvent => ({
    ...write('a', null, inspection(), '2022-10-31T16:30:00Z'),
    body: {
      type: 'discovery',
      target: { kind, code: 'NEW-1', name: '=新堆' },
      position: [108.7, 34.3],
      accuracyMetres: 5,
      outline,
      note: '',
      photos: [],
    },
  })
  const read = async (file: Blob) => JSON.parse(await file.text())

  it('has the sources of one kind under the kind’s headings, in the form of RFC 7946', async () => {
    const walk: [number, number][] = [[108.7, 34.3], [108.701, 34.3], [108.701, 34.301]] // biome-ignore format: corners
    const file = foundFile(kindOf('stockpile'), [found('stockpile', walk), found('road')])
    expect(file.type).toBe('application/geo+json')
    const { type, features } = await read(file)
    expect(type).toBe('FeatureCollection')
    expect(features).toHaveLength(1)
    expect(features[0]).toMatchObject({ type: 'Feature', geometry: { type: 'Point', coordinates: [108.7, 34.3] } })
    expect(features[0].properties).toMatchObject({ 编号: 'NEW-1', 检查日期: '2022-11-01' })
    // Half of 92 m by 111 m.
    expect(Number(features[0].properties['占地面积(平方米)'])).toBeGreaterThan(5000)
  })

  it('states the accuracy of a position and how it was obtained, as far as known', async () => {
    const places = async (change: Partial<FoundEvent['body']>) => {
      const event = found('stockpile')
      const { features } = await read(
        foundFile(kindOf('stockpile'), [{ ...event, body: { ...event.body, ...change } }]),
      )
      return [features[0].properties['定位误差(米)'], features[0].properties.定位方式]
    }
    expect(await places({})).toEqual(['5', undefined])
    expect(await places({ placed: 'outline', accuracyMetres: null })).toEqual([undefined, '绕行范围中心'])
    expect(await places({ placed: 'of a later version' })).toEqual(['5', undefined])
  })

  it('has no area if nobody walked around it', async () => {
    const { features } = await read(foundFile(kindOf('stockpile'), [found('stockpile')]))
    expect(Object.values(features[0].properties)).not.toContain(null)
    expect(Object.keys(features[0].properties).join()).not.toContain('面积')
  })
})
