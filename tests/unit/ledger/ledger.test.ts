import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkChain } from '@/ledger/check-chain'
import { ANSWERS, type EventBody, eventsById, isKnownBody, type LedgerEvent } from '@/ledger/event'
import { foldLedger, standingEvents, type TargetState } from '@/ledger/fold'
import { observationsOf } from '@/ledger/team-observations'
import { inspection, target, write } from './records'

const idsOf = (events: readonly LedgerEvent[]) => events.map(({ id }) => id)

/** The state as plain objects, for comparison. */
const plain = (state: ReadonlyMap<string, TargetState>) =>
  [...state]
    .map(([key, { visits, items, withdrawn }]) => [
      key,
      visits.map(({ day, records, corrected }) => [day, idsOf(records), idsOf(corrected)]),
      [...items]
        .map(([item, { standing, conflict }]) => [
          item,
          standing.map(({ event, answer }) => [event.id, answer]),
          conflict,
        ])
        .sort(),
      withdrawn.map(({ event, by }) => [event.id, by.id]),
    ])
    .sort()

/** Histories of two to four devices that sometimes exchange their records. */
const histories = fc
  .array(
    fc.record({
      device: fc.constantFrom('a', 'b', 'c', 'd'),
      item: fc.constantFrom('covered', 'washed'),
      answer: fc.constantFrom(...ANSWERS),
      code: fc.constantFrom('DC-1', 'DC-2'),
      /** Has received everything written before. */
      knows: fc.boolean(),
      kind: fc.constantFrom('inspection', 'decision', 'withdrawal'),
      minute: fc.integer({ min: 0, max: 59 }),
    }),
    { maxLength: 30 },
  )
  .map((steps) => {
    const events: LedgerEvent[] = []
    for (const { device, item, answer, code, knows, kind, minute } of steps) {
      const own = events.filter((event) => event.device === device)
      const seen = foldLedger(knows ? events : own)
      const supersedes = standingEvents(seen.get(`stockpile/${code}`))
      const of = { ...target, code }
      const body: EventBody =
        kind === 'withdrawal' && events.length > 0
          ? // Of its own or of another device, known to it or not.
            { type: 'withdrawal', event: events[minute % events.length]!.id, reason: '误填' }
          : kind === 'decision'
            ? { type: 'decision', target: of, item, answer, supersedes }
            : inspection({ target: of, answers: { [item]: answer }, supersedes })
      // The clock of a tablet can be anything.
      events.push(write(device, own.at(-1) ?? null, body, `2022-10-31T08:${String(minute).padStart(2, '0')}:00Z`))
    }
    return events
  })

describe('the ledger', () => {
  it('has the same state in any order of events, with any repetitions', () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat()), (events, numbers) => {
        const shuffled = events
          .map((event) => ({ event, at: numbers.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ event }) => event)
        const half = Math.floor(events.length / 2)
        const once = plain(foldLedger(events))
        expect(plain(foldLedger(shuffled))).toEqual(once)
        expect(plain(foldLedger([...shuffled.slice(half), ...events, ...shuffled.slice(0, half)]))).toEqual(once)
        expect(checkChain(shuffled, new Map())).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('counts a withdrawal only for events of its own device, and keeps withdrawn events readable', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const ids = eventsById(events)
        const foreign = (event: LedgerEvent) =>
          isKnownBody(event.body) &&
          event.body.type === 'withdrawal' &&
          ids.get(event.body.event)?.device !== event.device
        const state = foldLedger(events)
        expect(plain(foldLedger(events.filter((event) => !foreign(event))))).toEqual(plain(state))
        for (const { visits, withdrawn } of state.values())
          for (const { event, by } of withdrawn) {
            expect(by.device).toBe(event.device)
            expect(visits.some(({ records }) => records.some(({ id }) => id === event.id))).toBe(false)
          }
        // Every check is either counted or shown as withdrawn.
        const shown = [...state.values()].flatMap(({ visits, withdrawn }) => [
          ...visits.flatMap(({ records, corrected }) => idsOf([...records, ...corrected])),
          ...withdrawn.flatMap(({ event }) => (event.body.type === 'inspection' ? [event.id] : [])),
        ])
        const checks = events.filter(({ body }) => body.type === 'inspection')
        expect(shown.sort()).toEqual(checks.map(({ id }) => id).sort())
      }),
      { numRuns: 300 },
    )
  })

  it('removes a withdrawn check from the findings, and restores what it had replaced', () => {
    const first = write('a', null, inspection({ answers: { covered: 'no' } }))
    const supersedes = standingEvents(foldLedger([first]).get('stockpile/DC-1'))
    const second = write('a', first, inspection({ answers: { covered: 'yes' }, supersedes }), '2022-11-01T08:00:00Z')
    const said = (events: readonly LedgerEvent[]) =>
      observationsOf(foldLedger(events)).map(({ day, answers }) => [day, answers])
    expect(said([first, second])).toContainEqual(['2022-11-01', { covered: true }])
    const gone = write('a', second, { type: 'withdrawal', event: second.id, reason: '填错对象' })
    expect(said([first, second, gone])).toEqual([['2022-10-31', { covered: false }]])
    expect(foldLedger([gone, first, second]).get('stockpile/DC-1')!.withdrawn).toEqual([{ event: second, by: gone }])
    const forged = write('b', null, { type: 'withdrawal', event: second.id, reason: '' })
    expect(said([first, second, forged])).toEqual(said([first, second]))
  })

  it('keeps two answers that do not know of each other side by side until a person decides', () => {
    const first = write('a', null, inspection({ answers: { covered: 'no' } }))
    const second = write('b', null, inspection({ answers: { covered: 'yes' } }))
    const item = (events: readonly LedgerEvent[]) => foldLedger(events).get('stockpile/DC-1')!.items.get('covered')!
    expect(item([first, second])).toMatchObject({ conflict: true, standing: [{ answer: 'no' }, { answer: 'yes' }] })
    const supersedes = standingEvents(foldLedger([first, second]).get('stockpile/DC-1'))
    const decided = write('office', null, { type: 'decision', target, item: 'covered', answer: 'no', supersedes })
    expect(item([second, decided, first])).toMatchObject({ conflict: false, standing: [{ answer: 'no' }] })
    const withdrawn = write('office', decided, { type: 'withdrawal', event: decided.id, reason: '误判' })
    expect(item([withdrawn, second, decided, first]).conflict).toBe(true)
  })

  it('gives the rules the last answer, even if the clock was set back, also of two tablets on different days', () => {
    const first = write('a', null, inspection({ answers: { covered: 'no' } }), '2022-10-31T08:00:00Z')
    const supersedes = standingEvents(foldLedger([first]).get('stockpile/DC-1'))
    const second = write('a', first, inspection({ answers: { covered: 'yes' }, supersedes }), '2022-10-01T08:00:00Z')
    const said = (events: readonly LedgerEvent[]) =>
      observationsOf(foldLedger(events)).map(({ day, answers }) => [day, answers])
    expect(said([first, second])).toEqual([
      ['2022-10-01', { covered: true }],
      ['2022-10-31', {}],
    ])
    const other = write('b', null, inspection({ answers: { covered: 'yes', washed: 'no' } }), '2022-10-31T17:00:00Z')
    expect(said([first, other])).toEqual([
      ['2022-10-31', { covered: false }],
      ['2022-11-01', { covered: true, washed: false }],
    ])
  })

  it('detects events that were altered, left out, or written twice with one number', () => {
    const one = write('a', null, inspection())
    const two = write('a', one, inspection({ note: '二' }))
    const three = write('a', two, inspection({ note: '三' }))
    expect(checkChain([three, one, two], new Map())).toEqual([])
    expect(checkChain([one, { ...two, author: '李四' }], new Map())).toEqual([{ event: 'a-2', fault: 'altered' }])
    expect(checkChain([one, three], new Map())).toEqual([{ event: 'a-3', fault: 'gap' }])
    expect(checkChain([three], new Map([[two.id, two]]))).toEqual([])
    const other = write('a', one, inspection({ note: '另一个' }))
    expect(
      checkChain(
        [other],
        new Map([
          [one.id, one],
          [two.id, two],
        ]),
      ),
    ).toEqual([{ event: 'a-2', fault: 'fork' }])
  })
})
