import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { withTeamObservations } from '@/domain/rules/team-observations'
import { sourceOfBody } from '@/ledger/body'
import { eventSchema } from '@/ledger/bundle-schema'
import { checkHistories } from '@/ledger/check-history'
import { ANSWERS, type EventBody, type LedgerEvent } from '@/ledger/event'
import { foldLedger, standingEvents } from '@/ledger/fold'
import { missingOriginals } from '@/ledger/missing-originals'
import { photosOf } from '@/ledger/originals'
import { observationsOf } from '@/ledger/team-observations'
import { visitWords } from '@/ledger/visit'
import { inspection, target, write } from './records'

const HASH = 'a'.repeat(64)
const stockpile = () => {
  const day = (name: string) => ({ name, type: 'day', meaning: name })
  const NO_DAY = -0x80000000
  return {
    kind: 'stockpile',
    first: 0,
    schema: {
      fields: [
        { name: 'code', type: 'text' },
        { name: 'covered', type: 'flag' },
        day('inspectedOn'),
        day('foundOn'),
        day('rectifyBy'),
      ],
    },
    table: {
      length: 1,
      columns: {
        code: { type: 'text', codes: Uint8Array.of(1), dictionary: ['', 'DC-1'] },
        covered: { type: 'flag', values: Uint8Array.of(2) },
        inspectedOn: { type: 'day', values: Int32Array.of(NO_DAY) },
        foundOn: { type: 'day', values: Int32Array.of(NO_DAY) },
        rectifyBy: { type: 'day', values: Int32Array.of(NO_DAY) },
      },
    },
  } as unknown as Parameters<typeof withTeamObservations>[0]
}

/** Everything that a desk derives from the events it took in. */
function readAll(events: readonly LedgerEvent[]) {
  const state = foldLedger(events)
  for (const each of state.values()) {
    checkHistories(each)
    standingEvents(each)
    each.visits.map(visitWords)
  }
  photosOf(events)
  events.map(({ body }) => sourceOfBody(body))
  const seen = observationsOf(state)
  return withTeamObservations(stockpile(), seen, parseDay('2030-01-01'), ['covered'])
}

describe('an event that the schema accepts', () => {
  it.each([
    { type: 'withdrawal', event: 'x-1', reason: '' },
    { type: 'round', name: 'x', team: '', since: '2022-10-01', from: 'own', ended: false, stops: [] },
  ] as EventBody[])('is interpreted by its type, whatever other fields it has: %o', async (bare) => {
    const body = { ...bare, target: null, photos: null, supersedes: null } as unknown as EventBody
    const event = write('aaaa0000', null, body)
    expect(eventSchema.shape.body.safeParse(body).success).toBe(true)
    expect(foldLedger([event]).size).toBe(0)
    expect(photosOf([event])).toEqual([])
    expect(sourceOfBody(body)).toBeNull()
    expect(await missingOriginals({ photo: async () => null, voice: async () => null }, [event])).toEqual([])
  })

  it('can have any name for an item, even that of a built-in object property', () => {
    const answers = JSON.parse('{"constructor":"no","toString":"yes","__proto__":"no","covered":"no"}')
    const deadline = { covered: { found: [], rectifyBy: '2022-11-05', told: '' } }
    const record = write('aaaa0000', null, inspection({ answers, shortcomings: deadline, reasons: {} }))
    const met = write('aaaa0000', null, inspection({ answers: JSON.parse('{"constructor":"yes"}'), reasons: {} }))
    expect(observationsOf(foldLedger([met]))[0]!.ended).toBeUndefined()
    const kind = readAll([record])
    expect(observationsOf(foldLedger([record]))[0]!.deadlines).toEqual({ covered: '2022-11-05' })
    expect(kind.seen!.items.get(0)!.get('constructor')).toMatchObject({ holds: false })
    expect(kind.seen!.items.get(0)!.get('covered')).toMatchObject({ due: parseDay('2022-11-05') })
  })

  it('makes nothing throw, whatever it contains', () => {
    const name = fc.oneof(
      fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype), 'covered', 'code', 'rectifyBy', ''),
      fc.string(),
    )
    const id = fc.constantFrom('aaaa0000-1', 'aaaa0000-2', 'aaaa0000-3', 'bbbb0000-1', 'bbbb0000-2', 'constructor')
    const day = fc.oneof(fc.constantFrom('', '2022-11-05', '20222-11-05', '9999-12-31'), fc.string())
    const record = <T>(value: fc.Arbitrary<T>) =>
      fc.array(fc.tuple(name, value)).map((entries) => Object.fromEntries(entries) as Readonly<Record<string, T>>)
    const photo = { hash: HASH, bytes: 1, at: '2022-10-31T08:00:00Z', position: null, taken: null, markOf: HASH }
    const answer = fc.constantFrom(...ANSWERS)
    const ids = fc.array(id)
    const extra = fc
      .array(
        fc.tuple(fc.constantFrom('target', 'photos', 'supersedes', 'answers', 'records', 'corrects'), fc.jsonValue()),
      )
      .map((entries) => Object.fromEntries(entries) as object)
    const said: fc.Arbitrary<object> = fc.oneof(
      fc.record(
        {
          type: fc.constant('inspection'),
          target: fc.constant(target),
          checklist: name,
          answers: record(answer),
          shortcomings: record(fc.record({ found: fc.array(name), rectifyBy: day, told: name })),
          reasons: record(name),
          note: name,
          rectifyBy: day,
          told: name,
          position: fc.constant(null),
          accuracyMetres: fc.constant(null),
          photos: fc.constantFrom([], [photo]),
          supersedes: ids,
          corrects: id,
        },
        {
          noNullPrototype: true,
          requiredKeys: [
            'type',
            'target',
            'checklist',
            'answers',
            'note',
            'rectifyBy',
            'told',
            'position',
            'accuracyMetres',
            'photos',
            'supersedes',
          ],
        },
      ),
      fc.record(
        { type: fc.constant('decision'), target: fc.constant(target), item: name, answer, supersedes: ids },
        { noNullPrototype: true },
      ),
      fc.record({ type: fc.constant('withdrawal'), event: id, reason: name }, { noNullPrototype: true }),
      fc.record(
        {
          type: fc.constant('signature'),
          target: fc.constant(target),
          event: id,
          eventHash: fc.constant(HASH),
          name,
          photos: fc.constant([photo]),
        },
        { noNullPrototype: true },
      ),
      fc.record(
        {
          type: fc.constant('round'),
          name,
          team: name,
          since: day,
          from: fc.constant('own'),
          ended: fc.boolean(),
          stops: fc.constant([]),
        },
        { noNullPrototype: true },
      ),
      fc.record({ type: fc.constant('constructor') }, { noNullPrototype: true }),
    )
    // Known fields of the type take precedence over others.
    const body = fc.tuple(extra, said).map(([more, own]) => ({ ...more, ...own }) as unknown as EventBody)
    const at = fc.constantFrom(
      '2022-10-31T08:00:00Z',
      '2022-10-31T23:00:00Z',
      '0000-01-01T00:00:00Z',
      '9999-12-31T23:00:00Z',
    )
    const written = fc.array(fc.tuple(fc.constantFrom('aaaa0000', 'bbbb0000'), body, at), { maxLength: 8 })
    fc.assert(
      fc.property(written, (all) => {
        const last = new Map<string, LedgerEvent>()
        const events = all.map(([device, each, when]) => {
          const event = write(device, last.get(device) ?? null, each, when)
          last.set(device, event)
          return event
        })
        for (const { body: each } of events) fc.pre(eventSchema.shape.body.safeParse(each).success)
        readAll(events)
      }),
      { numRuns: 300 },
    )
  })
})
