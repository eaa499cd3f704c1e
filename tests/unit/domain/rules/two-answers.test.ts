import { expect, it } from 'vitest'
import { formatDay, type IsoDay, parseDay } from '@/domain/calendar'
import { checklistOf } from '@/domain/rules/checklist'
import { findAll, findingsOf } from '@/domain/rules/findings'
import type { KindTable } from '@/domain/rules/kind-table'
import type { Check, Rule } from '@/domain/rules/rule'
import { plannedChange } from '@/domain/rules/rule-change'
import { type Seen, withTeamObservations } from '@/domain/rules/seen'
import { STATUS_NAMES } from '@/domain/rules/status'
import { kindOfTable, tableOf } from '../made-table'

const share = (percent: number): Check => ({ type: 'share-at-least', part: 'swept', whole: 'roads', percent })
const OLD: Rule = {
  ...{ id: 'old', clause: 1, kind: 'yard', title: { zh: '85', en: '' }, scope: [], check: share(85) },
  ...{ from: '2022-05-30', lead: [] },
}
/** Changed on 1 September to require 92 from October on: until then teams had both on their list. */
const { ended, rule } = plannedChange(
  OLD,
  { ...OLD, check: share(92), from: '2022-10-01' },
  'from',
  '2022-09-01',
  '2022-09-01',
)
const RULES: readonly Rule[] = [ended!, { ...rule, id: 'new' }]

const said = (day: IsoDay, answers: Seen['answers'], deadlines: Seen['deadlines'] = {}): Seen => ({
  ...{ kind: 'yard', code: 'A', day, answers, deadlines },
})

function standing(swept: number | null, seen: readonly Seen[], asOf: IsoDay) {
  const table = tableOf({ texts: { code: ['A'] }, numbers: { swept: [swept], roads: [100] } })
  const kind: KindTable = { kind: 'yard', schema: kindOfTable(table), table, first: 0 }
  const found = findAll([withTeamObservations(kind, seen, parseDay(asOf), [], RULES)], RULES, parseDay(asOf))
  return findingsOf(found.rules, 0).map(({ rule: number, status, since }) => [
    ...[RULES[number]!.id, STATUS_NAMES[status]],
    since === null ? null : formatDay(since),
  ])
}

it('answers belong to their own requirement, whichever was recorded last', () => {
  for (const answers of [
    { old: true, new: false },
    { new: false, old: true },
  ]) {
    const seen = [said('2022-09-10', answers)]
    expect(standing(90, seen, '2022-09-12')).toEqual([])
    // The new requirement was seen to be unmet before it applied.
    expect(standing(90, seen, '2022-10-05')).toEqual([['new', 'failing', null]])
  }
  const both = [said('2022-09-10', { old: true, new: true })]
  expect(standing(80, both, '2022-09-12')).toEqual([])
  expect(standing(80, both, '2022-10-05')).toEqual([])
})

it('answers stay with their requirement if a person settled only one of them', () => {
  const seen = [said('2022-09-10', { old: true }), said('2022-09-10', { new: false })]
  expect(standing(90, seen, '2022-09-12')).toEqual([])
})

it('an answer to the old requirement is used if the new one has none', () => {
  const no = [said('2022-09-10', { old: false })]
  expect(standing(null, no, '2022-10-05')).toEqual([['new', 'failing', '2022-09-10']])
  // Rectified under the old requirement: the stricter one is unknown, and a later failure is a new one.
  const yes = [...no, said('2022-09-20', { old: true })]
  expect(standing(null, yes, '2022-10-05')).toEqual([['new', 'unknown', null]])
  expect(standing(null, [...yes, said('2022-10-03', { new: false })], '2022-10-05')).toEqual([
    ['new', 'failing', '2022-10-03'],
  ])
})

it('only requirements that apply on the day are asked for', () => {
  const ids = (day?: IsoDay) => checklistOf(RULES, 'yard', day).items.map(({ id }) => id)
  expect([ids('2022-09-30'), ids('2022-10-01'), ids()]).toEqual([['old'], ['new'], ['old', 'new']])
})

it('a tablet whose clock was set back before all of them asks for one of each chain', () => {
  const later = RULES.map((rule) => (rule.id === 'old' ? { ...rule, from: '2022-02-01' } : rule))
  expect(checklistOf(later, 'yard', '2020-01-01').items.map(({ id }) => id)).toEqual(['old'])
})
