import { describe, expect, it } from 'vitest'
import type { Decision, LedgerEvent, Signature, UNSIGNED_REASONS } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { observationsOf } from '@/ledger/team-observations'
import { inspection, target, write } from './records'

const no = (rectifyBy: string, more = {}) =>
  inspection({
    answers: { covered: 'no' },
    shortcomings: rectifyBy === '' ? {} : { covered: { found: [], rectifyBy, told: '' } },
    ...more,
  })
const decision = (...supersedes: LedgerEvent[]): Decision => ({
  type: 'decision',
  target,
  item: 'covered',
  answer: 'no',
  supersedes: supersedes.map(({ id }) => id),
})
/** The deadlines of the standing decision. */
const daysOf = (...events: LedgerEvent[]) => observationsOf(foldLedger(events)).at(-1)!.deadlines

describe('the deadline of a decision', () => {
  it('is not that of a failure that was rectified before the settled one', () => {
    const old = write('a', null, no('2022-10-03'), '2022-10-01T02:00:00Z')
    const right = write(
      'a',
      old,
      inspection({ answers: { covered: 'yes' }, supersedes: [old.id] }),
      '2022-10-08T02:00:00Z',
    )
    const again = write('b', null, no(''), '2022-10-08T03:00:00Z')
    const decided = write('a', right, decision(right, again), '2022-10-09T02:00:00Z')
    expect(daysOf(old, right, again, decided)).toEqual({})
  })

  it('is passed on through a decision that another replaces, and from a correction of the settled record', () => {
    const first = write('a', null, no('2022-10-03'), '2022-10-01T02:00:00Z')
    const other = write('b', null, inspection({ answers: { covered: 'yes' } }), '2022-10-01T03:00:00Z')
    const decided = write('c', null, decision(first, other), '2022-10-02T02:00:00Z')
    const late = write('d', null, inspection({ answers: { covered: 'yes' } }), '2022-10-02T03:00:00Z')
    const again = write('c', decided, decision(decided, late), '2022-10-03T02:00:00Z')
    const all = [first, other, decided, late, again]
    expect(daysOf(...all)).toEqual({ covered: '2022-10-03' })
    const corrected = write(
      'a',
      first,
      no('2022-10-04', { corrects: first.id, supersedes: [first.id] }),
      '2022-10-04T02:00:00Z',
    )
    expect(daysOf(...all, corrected)).toEqual({ covered: '2022-10-04' })
  })
})

describe('the signature of a record', () => {
  const record = write('a', null, inspection(), '2022-10-01T02:00:00Z')
  const signature = (name: string, why?: (typeof UNSIGNED_REASONS)[number]): Signature => ({
    type: 'signature',
    target,
    event: record.id,
    eventHash: record.hash,
    photos: [],
    name,
    ...(why && { unsigned: { why, person: '', reason: '', witnesses: [] } }),
  })
  const shown = (...events: LedgerEvent[]) => {
    const { name, unsigned } = foldLedger([record, ...events])
      .get('stockpile/DC-1')!
      .signatures.get(record.id)!.body
    return unsigned?.why ?? name
  }

  it('is the last one that the tablet recorded, even after its clock was set back', () => {
    const li = write('a', record, signature('李四'), '2022-10-01T06:00:00Z')
    expect(shown(li, write('a', li, signature('王五'), '2022-10-01T03:00:00Z'))).toBe('王五')
    const absent = write('a', record, signature('', 'absent'), '2022-10-01T06:00:00Z')
    expect(shown(absent, write('a', absent, signature('', 'refused'), '2022-10-01T03:00:00Z'))).toBe('refused')
  })

  it('takes precedence over a refusal to sign, whichever was recorded first', () => {
    const refused = write('a', record, signature('', 'refused'), '2022-10-01T06:00:00Z')
    expect(shown(refused, write('a', refused, signature('李四'), '2022-10-01T03:00:00Z'))).toBe('李四')
    const li = write('a', record, signature('李四'), '2022-10-01T03:00:00Z')
    expect(shown(li, write('a', li, signature('', 'refused'), '2022-10-01T06:00:00Z'))).toBe('李四')
  })
})
