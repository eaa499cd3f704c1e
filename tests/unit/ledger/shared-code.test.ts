import { expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { withTeamObservations } from '@/domain/rules/team-observations'
import { callsOf, callsTo } from '@/ledger/calls'
import { checkHistories } from '@/ledger/check-history'
import type { EventBody, LedgerEvent } from '@/ledger/event'
import { foldLedger, type LedgerState, unplacedRecords } from '@/ledger/fold'
import { refOf, type SharedCodes, targetKey } from '@/ledger/shared-code'
import { observationsOf } from '@/ledger/team-observations'
import { kindOfTable, tableOf } from '../domain/made-table'
import { inspection, write } from './records'

const KIND = 'stockpile'
const SHARED: SharedCodes = { [`${KIND}/X`]: ['东料堆', '西料堆'] }
const [EAST, WEST] = [1, 2].map((nth) => ({ kind: KIND, code: 'X', nth })) as [Place, Place]
type Place = { readonly kind: string; readonly code: string; readonly nth: number }

function written(bodies: readonly EventBody[]): readonly LedgerEvent[] {
  const events: LedgerEvent[] = []
  for (const body of bodies) events.push(write('a', events.at(-1) ?? null, body, `2022-10-31T08:0${events.length}:00Z`))
  return events
}
const check = (name: string, nth: number | undefined, more: object = {}) =>
  inspection({ target: { kind: KIND, code: 'X', name, ...(nth === undefined ? {} : { nth }) }, ...more })
const idsAt = (state: LedgerState, place: Place) =>
  checkHistories(state.get(targetKey(place))).map(({ event }) => event.id)
const unplacedIds = (state: LedgerState) => checkHistories(unplacedRecords(state, EAST)).map(({ event }) => event.id)

it('two sources with one code have their own records', () => {
  const state = foldLedger(written([check('东料堆', 1), check('西料堆', 2)]), undefined, SHARED)
  expect([idsAt(state, EAST), idsAt(state, WEST), unplacedIds(state)]).toEqual([['a-1'], ['a-2'], []])
  expect(observationsOf(state).map(({ nth }) => nth ?? 1)).toEqual([1, 2])
})

it('a record says which of them it is about, even of the first', () => {
  const source = { kind: KIND, code: 'X', name: '东料堆', sameCode: { nth: 1, of: 2 } }
  expect(refOf(source)).toEqual({ kind: KIND, code: 'X', name: '东料堆', nth: 1 })
  expect(refOf({ ...source, sameCode: null })).not.toHaveProperty('nth')
})

it('the name decides where exactly one source has it, since a list may be sorted anew', () => {
  const state = foldLedger(written([check('西料堆', 1), check('西料堆', undefined)]), undefined, SHARED)
  expect([idsAt(state, EAST), idsAt(state, WEST)]).toEqual([[], ['a-2', 'a-1']])
})

it('an old record that may be about either is kept apart, decides nothing, and gets its source by a correction', () => {
  const old = check('料堆', undefined)
  const state = foldLedger(written([old]), undefined, SHARED)
  expect([idsAt(state, EAST), idsAt(state, WEST), unplacedIds(state)]).toEqual([[], [], ['a-1']])
  expect(observationsOf(state)).toEqual([])
  const corrected = written([old, check('西料堆', 2, { corrects: 'a-1', supersedes: ['a-1'] })])
  const after = foldLedger(corrected, state, SHARED)
  expect([idsAt(after, EAST), idsAt(after, WEST).sort(), unplacedIds(after)]).toEqual([[], ['a-1', 'a-2'], []])
})

it('a record of a source whose code is no longer shared is not taken for the one that kept it', () => {
  const state = foldLedger(written([check('西料堆', 2)]))
  expect(unplacedIds(state)).toEqual(['a-1'])
  expect(observationsOf(state)).toEqual([])
})

it('a record of a source that alone has its code stays as it was', () => {
  const state = foldLedger(written([check('改过的名称', undefined)]))
  expect(observationsOf(state)).toMatchObject([{ kind: KIND, code: 'X' }])
  expect(state.get(`${KIND}/X`)!.target).toEqual({ kind: KIND, code: 'X', name: '改过的名称' })
})

it('what a team saw changes the row of its own source only', () => {
  const table = tableOf({ texts: { code: ['X', 'Y', 'X'] }, flags: { covered: [true, true, true] } })
  const kind = { kind: KIND, schema: kindOfTable(table), first: 10, table }
  const sameCode = new Map([
    [10, { nth: 1, of: 2 }],
    [12, { nth: 2, of: 2 }],
  ])
  const after = (nth: number) => {
    const seen = [
      { kind: KIND, code: 'X', nth, day: '2022-10-01', answers: { covered: false }, deadlines: {} },
    ] as const
    const set = withTeamObservations(kind, seen, parseDay('2022-10-31'), ['covered'], [], [], sameCode)
    const { covered } = set.table.columns
    return covered?.type === 'flag' && [...covered.values]
  }
  expect(after(1)).toEqual([0, 1, 1])
  expect(after(2)).toEqual([1, 1, 0])
})

it('calls go to their own source as well', () => {
  const call = (nth: number | undefined): EventBody => ({
    type: 'call',
    target: { kind: KIND, code: 'X', name: '料堆', ...(nth === undefined ? {} : { nth }) },
    ...{ warning: { code: 'W', name: '预警' }, answer: 'done', person: '', note: '' },
  })
  const calls = callsOf(written([call(1), call(2), call(undefined)]), SHARED)
  const idsTo = (place: Place) => callsTo(calls, 'W', place).standing.map(({ id }) => id)
  expect([idsTo(EAST), idsTo(WEST), idsTo({ ...EAST, nth: 0 })]).toEqual([['a-1'], ['a-2'], ['a-3']])
})
