import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOfInstant } from '@/domain/calendar'
import { checkHistories } from '@/ledger/check-history'
import { ANSWERS, type Answer, type EventBody, eventsById, type Inspection, type LedgerEvent } from '@/ledger/event'
import { foldLedger, standingEvents, supersededByCorrection } from '@/ledger/fold'
import { targetKey } from '@/ledger/shared-code'
import { observationsOf } from '@/ledger/team-observations'
import {
  answerCounts,
  answersForRules,
  firstOfCorrections,
  type InspectionEvent,
  isCorrected,
  type Visit,
  visitOutcome,
  visitWords,
} from '@/ledger/visit'
import { inspection, photoOf, target, write } from './records'

const KEY = targetKey(target)
const CHECKLIST = { version: '2022-1', items: ['covered', 'washed', 'fenced'] }
const NO_HINTS: ReadonlySet<string> = new Set()

/** Records of one tablet at the given times, each knowing all earlier ones. */
function tablet(device: string) {
  const events: LedgerEvent[] = []
  return {
    events,
    say(body: EventBody, at: string) {
      const event = write(device, events.at(-1) ?? null, body, at)
      events.push(event)
      return event as InspectionEvent
    },
    check(answers: Record<string, Answer>, at: string, more: Partial<Inspection> = {}) {
      const supersedes = standingEvents(foldLedger(events).get(KEY))
      return this.say(inspection({ answers, supersedes, ...more }), at)
    },
    correct(wrong: InspectionEvent, answers: Record<string, Answer>, at: string, more: Partial<Inspection> = {}) {
      const supersedes = supersededByCorrection(wrong)
      return this.say(inspection({ answers, supersedes, corrects: wrong.id, ...more }), at)
    },
    visits: () => foldLedger(events).get(KEY)!.visits,
    standing(item: string) {
      return foldLedger(events)
        .get(KEY)!
        .items.get(item)
        ?.standing.map(({ answer }) => answer)
    },
  }
}

const answersOf = ({ answers }: Visit) => Object.fromEntries([...answers].map(([item, { answer }]) => [item, answer]))
const outcome = (visit: Visit) => visitOutcome(answerCounts(visit, CHECKLIST, NO_HINTS))

describe('a visit', () => {
  it('is one per tablet and day, however often it saves; the last answer to an item counts', () => {
    const team = tablet('a')
    team.check({ covered: 'no', washed: 'yes' }, '2022-10-31T01:00:00Z', { note: '未盖' })
    team.check({ covered: 'yes' }, '2022-10-31T02:00:00Z', { note: '已盖', told: '李工' })
    const visits = team.visits()
    expect(visits).toHaveLength(1)
    expect(answersOf(visits[0]!)).toEqual({ covered: 'yes', washed: 'yes' })
    expect([...visits[0]!.changed]).toEqual(['covered'])
    expect(isCorrected(visits[0]!)).toBe(true)
    expect(visitWords(visits[0]!)).toEqual({ note: '未盖\n已盖', deadlines: [], told: '李工', authors: ['张三'] })
  })

  it('is another one on another day in Chinese time, and for another tablet', () => {
    const [team, other] = [tablet('a'), tablet('b')]
    // 31 October 23:30 and half an hour into 1 November in Chinese time.
    team.check({ covered: 'no' }, '2022-10-31T15:30:00Z')
    team.check({ covered: 'yes' }, '2022-10-31T16:30:00Z')
    other.check({ covered: 'yes' }, '2022-10-31T15:45:00Z')
    const { visits } = foldLedger([...team.events, ...other.events]).get(KEY)!
    expect(visits.map(({ device, day }) => [device, day])).toEqual([
      ['a', '2022-10-31'],
      ['b', '2022-10-31'],
      ['a', '2022-11-01'],
    ])
    expect(visits.some(isCorrected)).toBe(false)
  })

  it('keeps its own day when corrected later, without what only the wrong record stated', () => {
    const team = tablet('a')
    const { ref } = photoOf(3)
    const wrong = team.check({ covered: 'no', fenced: 'no' }, '2022-10-30T01:00:00Z', { photos: [ref], note: '错' })
    team.correct(wrong, { covered: 'yes' }, '2022-10-31T01:00:00Z', { note: '对' })
    const [visit, ...rest] = team.visits()
    expect(rest).toEqual([])
    expect(visit!.day).toBe('2022-10-30')
    expect(answersOf(visit!)).toEqual({ covered: 'yes' })
    expect(visit!.corrected).toEqual([wrong])
    expect(visit!.photos).toEqual([ref])
    expect(visitWords(visit!).note).toBe('对')
    expect(team.standing('fenced')).toBeUndefined()
    expect(observationsOf(foldLedger(team.events))).toMatchObject([{ day: '2022-10-30', answers: { covered: true } }])
  })

  it('of an earlier time does not replace a later check when it is corrected', () => {
    const team = tablet('a')
    const wrong = team.check({ covered: 'no' }, '2022-10-29T01:00:00Z')
    team.check({ covered: 'yes' }, '2022-10-30T01:00:00Z')
    team.correct(wrong, { covered: 'not-seen' }, '2022-10-31T01:00:00Z')
    expect(team.visits().map(answersOf)).toEqual([{ covered: 'not-seen' }, { covered: 'yes' }])
    expect(team.standing('covered')).toEqual(['yes'])
  })

  it('is restored when its correction is withdrawn; a correction of a withdrawn record keeps its day', () => {
    const team = tablet('a')
    const first = team.check({ covered: 'no' }, '2022-10-29T01:00:00Z')
    const second = team.correct(first, { covered: 'yes' }, '2022-10-30T01:00:00Z')
    team.say({ type: 'withdrawal', event: second.id, reason: '误改' }, '2022-10-30T02:00:00Z')
    expect(team.visits().map(answersOf)).toEqual([{ covered: 'no' }])
    expect(team.standing('covered')).toEqual(['no'])
    const third = team.correct(second, { covered: 'not-applicable' }, '2022-10-31T01:00:00Z')
    expect(team.visits().map((visit) => [visit.day, answersOf(visit)])).toEqual([
      ['2022-10-29', { covered: 'not-applicable' }],
    ])
    const kept = checkHistories(foldLedger(team.events).get(KEY))
    expect(kept.map((each) => [each.event.id, each.withdrawnBy !== null, each.correctedBy !== null])).toEqual([
      [third.id, false, false],
      [second.id, true, false],
      [first.id, false, true],
    ])
  })

  it('is not corrected by another tablet, by an earlier record, or by itself', () => {
    const [team, other] = [tablet('a'), tablet('b')]
    const first = team.check({ covered: 'no' }, '2022-10-31T01:00:00Z')
    other.correct(first, { covered: 'yes' }, '2022-10-31T02:00:00Z')
    const { visits, items } = foldLedger([...team.events, ...other.events]).get(KEY)!
    expect(visits.map((visit) => [visit.device, answersOf(visit)])).toEqual([
      ['a', { covered: 'no' }],
      ['b', { covered: 'yes' }],
    ])
    // It knew the other's answer and replaced it, as any later check does.
    expect(items.get('covered')!.standing.map(({ event }) => event.device)).toEqual(['b'])
    const self = team.say(inspection({ corrects: 'a-2' }), '2022-10-31T03:00:00Z')
    expect(firstOfCorrections(self, eventsById([self]) as ReadonlyMap<string, InspectionEvent>)).toBe(self)
  })

  it('without anything that could be checked does not count as an inspection', () => {
    const team = tablet('a')
    team.check({ covered: 'not-seen' }, '2022-10-31T01:00:00Z')
    expect(observationsOf(foldLedger(team.events))).toEqual([])
    team.check({ washed: 'not-applicable' }, '2022-10-31T02:00:00Z')
    expect(observationsOf(foldLedger(team.events))).toMatchObject([{ day: '2022-10-31', answers: {} }])
  })
})

describe('the outcome of a visit', () => {
  const of = (answers: Record<string, Answer>, more: Partial<Inspection> = {}) => {
    const team = tablet('a')
    team.check(answers, '2022-10-31T01:00:00Z', more)
    return team.visits()[0]!
  }

  it('is complete only if each item was answered', () => {
    expect(outcome(of({ covered: 'yes', washed: 'yes', fenced: 'not-applicable' }))).toBe('yes')
    expect(outcome(of({ covered: 'yes', washed: 'yes' }))).toBe('partial')
    // It counts as answered if it could not be checked.
    expect(outcome(of({ covered: 'yes', washed: 'yes', fenced: 'not-seen' }))).toBe('yes')
    expect(outcome(of({ covered: 'no' }))).toBe('no')
    expect(outcome(of({ covered: 'not-seen' }))).toBe('not-seen')
    expect(outcome(of({ covered: 'not-applicable', washed: 'not-applicable', fenced: 'not-applicable' }))).toBe(
      'not-applicable',
    )
  })

  it('is measured by the list at that time if the record has its length', () => {
    expect(answerCounts(of({ covered: 'yes' }, { asked: 5 }), CHECKLIST, NO_HINTS).unanswered).toBe(4)
    // For another list of unknown length nobody can tell what was left out.
    expect(answerCounts(of({ covered: 'yes' }, { checklist: 'other' }), CHECKLIST, NO_HINTS).unanswered).toBe(0)
  })

  it('ignores answers to hints', () => {
    const visit = of({ covered: 'no', washed: 'yes' }, { asked: 1 })
    expect(answerCounts(visit, CHECKLIST, new Set(['covered']))).toEqual({
      yes: 1,
      no: 0,
      'not-applicable': 0,
      'not-seen': 0,
      unanswered: 0,
    })
  })
})

describe('a signature', () => {
  const sign = (record: InspectionEvent, eventHash = record.hash) =>
    ({ type: 'signature', target, event: record.id, eventHash, name: '李工', photos: [photoOf(9).ref] }) as const
  const signed = (events: readonly LedgerEvent[]) =>
    [...foldLedger(events).get(KEY)!.signatures].map(([id, { body }]) => [id, body.name])

  it('belongs to one record as read, by the tablet that wrote it, until that is corrected or withdrawn', () => {
    const [team, other] = [tablet('a'), tablet('b')]
    const record = team.check({ covered: 'no' }, '2022-10-31T01:00:00Z')
    team.say(sign(record, '0'.repeat(64)), '2022-10-31T01:01:00Z')
    other.say(sign(record), '2022-10-31T01:01:00Z')
    expect(signed([...team.events, ...other.events])).toEqual([])
    team.say(sign(record), '2022-10-31T01:02:00Z')
    expect(signed(team.events)).toEqual([[record.id, '李工']])
    // It does not affect the source otherwise.
    expect(team.visits()).toHaveLength(1)
    expect(team.standing('covered')).toEqual(['no'])
    const corrected = team.correct(record, { covered: 'yes' }, '2022-10-31T02:00:00Z')
    expect(foldLedger(team.events).get(KEY)!.signatures.has(corrected.id)).toBe(false)
  })

  it('can be given by a person who refused before: the last one counts', () => {
    const team = tablet('a')
    const record = team.check({ covered: 'no' }, '2022-10-31T01:00:00Z')
    const unsigned = { why: 'refused', person: '', reason: '有异议', witnesses: [] }
    team.say({ ...sign(record), name: '', photos: [], unsigned }, '2022-10-31T01:01:00Z')
    expect(foldLedger(team.events).get(KEY)!.signatures.get(record.id)?.body).toMatchObject({ name: '', unsigned })
    team.say(sign(record), '2022-10-31T01:02:00Z')
    expect(signed(team.events)).toEqual([[record.id, '李工']])
    expect(foldLedger(team.events).get(KEY)!.signatures.get(record.id)?.body.unsigned).toBeUndefined()
  })
})

/** The acts of a tablet: it checks items, corrects or withdraws one of its records, as days pass. */
const acts = fc.array(
  fc.record({
    device: fc.constantFrom('a', 'b'),
    act: fc.constantFrom('check', 'check', 'correct', 'withdraw'),
    pick: fc.nat(20),
    hours: fc.nat(20),
    answers: fc.dictionary(fc.constantFrom('covered', 'washed', 'fenced'), fc.constantFrom(...ANSWERS), { minKeys: 1 }),
  }),
  { minLength: 1, maxLength: 14 },
)

const histories = acts.map((list) => {
  const teams = { a: tablet('a'), b: tablet('b') }
  let hours = 0
  for (const { device, act, pick, hours: pause, answers } of list) {
    hours += pause
    const at = new Date(Date.UTC(2022, 9, 1, hours)).toISOString()
    const team = teams[device]
    const checks = team.events.filter(({ body }) => body.type === 'inspection') as InspectionEvent[]
    const chosen = checks[pick % Math.max(1, checks.length)]
    if (act === 'check' || !chosen) team.check(answers, at)
    else if (act === 'correct') team.correct(chosen, answers, at)
    else team.say({ type: 'withdrawal', event: chosen.id, reason: '' }, at)
  }
  return { teams, events: [...teams.a.events, ...teams.b.events] }
})

describe('any history', () => {
  it('has each record in exactly one visit or withdrawn, in any order of arrival', () => {
    fc.assert(
      fc.property(histories, fc.func(fc.integer()), ({ events }, shuffle) => {
        const state = foldLedger(events).get(KEY)
        const other = foldLedger([...events].sort((a, b) => shuffle(a.id) - shuffle(b.id))).get(KEY)
        expect(other?.visits).toEqual(state?.visits)
        const all = (state?.visits ?? []).flatMap(({ records, corrected }) => [...records, ...corrected])
        const gone = (state?.withdrawn ?? []).map(({ event }) => event)
        const checks = events.filter(({ body }) => body.type === 'inspection')
        expect([...all, ...gone].map(({ id }) => id).sort()).toEqual(checks.map(({ id }) => id).sort())
        expect(checkHistories(state)).toHaveLength(checks.length)
      }),
    )
  })

  it('has at most one visit per tablet and day, in order, each with the last answer to each item', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const visits = foldLedger(events).get(KEY)?.visits ?? []
        const keys = visits.map(({ device, day }) => `${day} ${device}`)
        expect(new Set(keys).size).toBe(keys.length)
        expect(visits.map(({ day }) => day)).toEqual(visits.map(({ day }) => day).sort())
        for (const { records, answers } of visits)
          for (const [item, { answer, event }] of answers) {
            expect(event.body.answers[item]).toBe(answer)
            const later = records.slice(records.indexOf(event) + 1)
            expect(later.some(({ body }) => item in body.answers)).toBe(false)
          }
      }),
    )
  })

  it('of one tablet has for each item the answer of its last visit with that item', () => {
    fc.assert(
      fc.property(histories, ({ teams: { a } }) => {
        const state = foldLedger(a.events).get(KEY)
        const items = new Set((state?.visits ?? []).flatMap(({ answers }) => [...answers.keys()]))
        expect(new Set(state?.items.keys() ?? [])).toEqual(items)
        for (const item of items) {
          const said = state!.visits.findLast(({ answers }) => answers.has(item))!.answers.get(item)!
          expect(state!.items.get(item)!.standing.map(({ event }) => event.id)).toContain(said.event.id)
        }
      }),
    )
  })

  it('counts each item of a visit once, and gives the rules the same answers', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const state = foldLedger(events)
        const visits = state.get(KEY)?.visits ?? []
        for (const visit of visits) {
          const { unanswered, ...given } = answerCounts(visit, CHECKLIST, NO_HINTS)
          expect(Object.values(given).reduce((sum, count) => sum + count)).toBe(visit.answers.size)
          expect(unanswered + visit.answers.size).toBe(CHECKLIST.items.length)
        }
        for (const { day, answers } of observationsOf(state))
          for (const [item, holds] of Object.entries(answers)) {
            const ofDay = visits.filter((visit) => visit.day === day)
            const said = ofDay.map((visit) => answersForRules(visit).get(item)?.answer)
            expect(said).toContain(holds ? 'yes' : 'no')
          }
        expect(visits.every(({ records, day }) => dayOfInstant(records[0]!.at) >= day)).toBe(true)
      }),
    )
  })
})
