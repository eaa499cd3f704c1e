import { describe, expect, it } from 'vitest'
import { eventSchema, manifestSchema } from '@/ledger/bundle-schema'
import type { EventBody } from '@/ledger/event'
import { inspection, photoOf, target, write } from './records'

type Json = Record<string, unknown>

const HASH = 'a'.repeat(64)
const position = [108.7, 34.3]
const photo = { ...photoOf(3).ref, position, taken: { at: '2022:10:31 08:00:00', position } }
const BODIES: readonly EventBody[] = [
  inspection({ photos: [photo as never], supersedes: ['x-1'] }),
  { type: 'discovery', target, position: [108.7, 34.3], accuracyMetres: 3, outline: [[108, 34]], note: '', photos: [] },
  { type: 'decision', target, item: 'covered', answer: 'no', supersedes: ['x-1'] },
  { type: 'withdrawal', event: 'x-1', reason: '' },
  { type: 'signature', target, event: 'x-1', eventHash: HASH, name: '', photos: [photo as never] },
]
const eventOf = (body: EventBody): Json => ({ ...write(`k${'1'.repeat(32)}`, null, body) })
const manifest: Json = {
  format: 'chentu-bundle-1',
  device: `k${'1'.repeat(32)}`,
  made: '2022-10-31T08:00:00Z',
  keys: { x: '04' },
  events: 1,
  eventsHash: HASH,
  photos: [{ hash: HASH, bytes: 500 }],
}

/** The paths of all values in a JSON object. */
function ways(value: unknown, way: readonly string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [[...way]]
  const inner = Object.entries(value).flatMap(([key, each]) => ways(each, [...way, key]))
  return way.length > 0 ? [[...way], ...inner] : inner
}

/** A copy with another value at a path; without the key if no value is given. */
function changed(json: Json, way: readonly string[], ...value: readonly [unknown?]): Json {
  const copy = structuredClone(json)
  const holder = way.slice(0, -1).reduce<Json>((object, key) => object[key] as Json, copy)
  if (value.length === 0) delete holder[way.at(-1)!]
  else holder[way.at(-1)!] = value[0]
  return copy
}

/** Values of types other than this one's. */
const othersThan = (value: unknown): unknown[] =>
  [7.5, 'x\n', true, [[]], { x: 7 }].filter((other) =>
    Array.isArray(value) || Array.isArray(other)
      ? Array.isArray(value) !== Array.isArray(other)
      : typeof other !== typeof value,
  )

/**
 * Texts that may be anything: an id is checked against device and number elsewhere; an unknown type is a newer
 * version's.
 */
const isFree = (way: readonly string[]) =>
  /^(id|author|signature|body\.(type|name|note|told|rectifyBy|checklist|item|event|reason|target\.(code|name)|photos\.\d\.taken\.at|supersedes\.\d)|made|keys\.x)$/.test(
    way.join('.'),
  )

for (const [name, schema, json] of [
  ...BODIES.map((body) => [`an event: ${body.type}`, eventSchema, eventOf(body)] as const),
  ['a manifest', manifestSchema, manifest] as const,
]) {
  describe(name, () => {
    const passes = (each: Json) => schema.safeParse(each).success

    it('is accepted as it is, and with any additions of a newer version', () => {
      expect(passes(json)).toBe(true)
      expect(passes({ ...json, later: { x: [7] } })).toBe(true)
      for (const way of ways(json)) {
        const value = way.reduce<unknown>((object, key) => (object as Json)[key], json)
        if (value !== null && typeof value === 'object' && !Array.isArray(value) && !/answers|keys/.test(way.join()))
          expect([way, passes(changed(json, [...way, 'later'], 7))]).toEqual([way, true])
      }
    })

    it('is refused if any field is missing or has another type', () => {
      for (const way of ways(json)) {
        const value = way.reduce<unknown>((object, key) => (object as Json)[key], json)
        const isEntry = /^\d+$/.test(way.at(-1)!) || /answers\.|keys\./.test(way.join('.'))
        if (!isEntry) expect([way, passes(changed(json, way))]).toEqual([way, false])
        for (const other of othersThan(value))
          expect([way, other, passes(changed(json, way, other))]).toEqual([way, other, false])
        if (typeof value === 'string') expect([way, passes(changed(json, way, 'x\n'))]).toEqual([way, isFree(way)])
      }
    })
  })
}

describe('a value in an event', () => {
  const [check, found] = BODIES.map(eventOf) as [Json, Json]
  const passes = (json: Json) => eventSchema.safeParse(json).success
  const at = (path: string, value: unknown, json = check) => passes(changed(json, path.split('.'), value))

  it('is a time in ISO 8601 in UTC', () => {
    for (const moment of ['2022-10-31T08:00:00Z', '2022-10-31T08:00:00.123Z', '2024-02-29T23:59:59Z'])
      expect([moment, at('at', moment)]).toEqual([moment, true])
    for (const moment of [
      '2022-10-31',
      '2022-10-31T08:00Z',
      '2022-10-31T08:00:00',
      '2022-10-31T08:00:00+08:00',
      '2022-10-31T08:00:00.Z',
      '2022-13-31T08:00:00Z',
      '2022-10-31T25:00:00Z',
      '+02022-10-31T08:00:00Z',
      '12022-10-31T08:00:00Z',
      ' 2022-10-31T08:00:00Z',
      '2022-10-31T08:00:00Z ',
      '2022-10-31T08:00:00Zx',
    ])
      expect([moment, at('at', moment)]).toEqual([moment, false])
  })

  it('is a position on the earth, or null', () => {
    for (const place of [[180, 90], [-180, -90], null]) expect(at('body.position', place)).toBe(true) // biome-ignore format: pairs
    for (const place of [[180.1, 0], [-180.1, 0], [0, 90.1], [0, -90.1], [0], [0, 0, 0], ['0', 0]]) // biome-ignore format: pairs
      expect([place, at('body.position', place), at('body.outline.0', place, found)]).toEqual([place, false, false])
    // A found source always has a position.
    expect(at('body.position', null, found)).toBe(false)
    for (const json of [check, found]) expect(at('body.accuracyMetres', null, json)).toBe(true)
    expect([at('body.photos.0.position', null), at('body.photos.0.taken', null)]).toEqual([true, true])
  })

  it('is a hash of 64 hexadecimal digits, a number from 1, a size from 0', () => {
    for (const path of ['hash', 'before', 'body.photos.0.hash'])
      for (const [hash, fine] of [
        [HASH, true],
        [HASH.slice(1), false],
        [`${HASH}a`, false],
        [HASH.toUpperCase(), false],
        [`g${HASH.slice(1)}`, false],
      ])
        expect([path, hash, at(path as string, hash)]).toEqual([path, hash, fine])
    expect([1, 0, -1, 1.5].map((sequence) => at('sequence', sequence))).toEqual([true, false, false, false])
    expect([0, -1, 1.5].map((bytes) => at('body.photos.0.bytes', bytes))).toEqual([true, false, false])
  })

  it('is one of the four answers, for any item', () => {
    for (const answer of ['yes', 'no', 'not-applicable', 'not-seen'])
      expect(at('body.answers', { 甲: answer })).toBe(true)
    for (const answer of ['', 'maybe', true]) expect(at('body.answers', { 甲: answer })).toBe(false)
  })

  it('is a valid id of a kind or a device', () => {
    expect(['stockpile', '2-x', 'a'].map((kind) => at('body.target.kind', kind))).toEqual([true, true, true])
    expect(['', '-x', 'X', 'a b', '料堆'].map((kind) => at('body.target.kind', kind))).not.toContain(true)
    expect(['a1b2c3d4e5f60718', `u${'0'.repeat(32)}`].map((device) => at('device', device))).toEqual([true, true])
    expect(['', 'x', `k${'1'.repeat(31)}`].map((device) => at('device', device))).not.toContain(true)
  })

  it('gives any reason for a missing signature, as a whole or not at all', () => {
    const unsigned = { why: 'abroad', person: '', reason: '有异议', witnesses: ['张三'] }
    const signature = (said?: Json) => ({
      ...eventOf(BODIES.at(-1)!),
      body: { ...BODIES.at(-1)!, ...(said ? { unsigned: said } : {}) },
    })
    expect(passes(signature())).toBe(true)
    expect(passes(signature(unsigned))).toBe(true)
    expect(passes(signature({ ...unsigned, later: 7 }))).toBe(true)
    for (const field of Object.keys(unsigned)) {
      const { [field]: _, ...rest } = unsigned as Json
      expect([field, passes(signature(rest))]).toEqual([field, false])
      expect([field, passes(signature({ ...unsigned, [field]: 7 }))]).toEqual([field, false])
    }
  })

  it('has a type of up to a hundred characters, and the fields of that type if it is known', () => {
    const body = (type: string) => passes({ ...check, body: { type } })
    expect(['x', 'x'.repeat(100)].map(body)).toEqual([true, true])
    expect(['', 'x'.repeat(101), 'inspection', 'discovery', 'decision', 'withdrawal'].map(body)).not.toContain(true)
  })
})

describe('a manifest', () => {
  const passes = (path: string, value: unknown) =>
    manifestSchema.safeParse(changed(manifest, path.split('.'), value)).success

  it('counts events and bytes from 0, and has exactly this format', () => {
    expect([0, -1, 1.5].map((count) => passes('events', count))).toEqual([true, false, false])
    expect([0, -1, 1.5].map((count) => passes('photos.0.bytes', count))).toEqual([true, false, false])
    expect(passes('format', 'chentu-bundle-2')).toBe(false)
    expect(passes('photos.0.hash', HASH.slice(1))).toBe(false)
    expect(passes('keys', {})).toBe(true)
  })
})
