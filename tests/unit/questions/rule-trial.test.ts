import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rule } from '@/domain/rules/rule'
import { STATUS_NAMES } from '@/domain/rules/status'
import { emptyTally, tallyTotal } from '@/domain/rules/tally'
import type { TeamObservation } from '@/domain/rules/team-observations'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { textAt } from '@/domain/table/column'
import { evaluateRules } from '@/questions/evaluated-package'
import { filterSources } from '@/questions/filtered-sources'
import type { OpenedPackage } from '@/questions/opened-package'
import { boardOf } from '@/questions/plan/board'
import { tryRule } from '@/questions/plan/rule-trial'
import { openFromDisk } from '../package-from-disk'

const opened = (await openFromDisk('')).value!
const DAY = '2022-10-31'
const { rules } = opened.pack
const named = (id: string) => rules.find((rule) => rule.id === id)!

/** The package after a rule is saved. */
const saved = (rule: Rule): OpenedPackage => ({
  ...opened,
  pack: {
    ...opened.pack,
    rules: rules.some(({ id }) => id === rule.id)
      ? rules.map((each) => (each.id === rule.id ? rule : each))
      : [...rules, rule],
  },
})

/** The board's counts for a rule of a package. */
function counted(of: OpenedPackage, { id, clause }: Rule, asOf: string, seen: readonly TeamObservation[]) {
  const evaluated = evaluateRules(of, asOf, seen)
  const members = new Uint8Array(evaluated.status.length)
  const row = boardOf(filterSources(evaluated, members, NO_FILTERS), 'clauses').find(({ key }) => key === `${clause}`)
  return row?.requirements.find(({ key }) => key === id)?.tally ?? emptyTally()
}

const site = opened.inventory.kinds.find(({ kind }) => kind === 'construction-site')!
const seen: fc.Arbitrary<readonly TeamObservation[]> = fc.array(
  fc.record({
    kind: fc.constant('construction-site'),
    code: fc.nat({ max: site.table.length - 1 }).map((row) => textAt(site.table, 'code', row)),
    day: fc.constantFrom('2022-09-01', '2022-10-10', '2022-10-31'),
    answers: fc.dictionary(fc.constantFrom('enclosed', 'covered', 'video', '23-calibrated', '23-new'), fc.boolean()),
    deadlines: fc.constant({}),
  }),
  { maxLength: 12 },
)
const day = fc.constantFrom('2022-01-01', '2022-05-30', '2022-10-31', '2022-11-30')
const scope = fc.subarray([
  { field: 'monitor', is: true },
  { counties: ['610402', '610404'] },
  { field: 'stage', oneOf: ['土方', '基础'] },
])
const check: fc.Arbitrary<Rule['check']> = fc.oneof(
  fc
    .subarray(['enclosed', 'covered', 'video', 'hardened'], { minLength: 1 })
    .chain((fields) => fc.constantFrom({ type: 'all-yes' as const, fields }, { type: 'all-no' as const, fields })),
  fc.nat({ max: 400 }).map((days) => ({ type: 'max-age' as const, field: 'calibratedOn', days })),
  fc.constant({ type: 'this-quarter' as const, field: 'calibratedOn' }),
  day.chain((from) =>
    day.map((deadline) => ({ type: 'not-before' as const, field: 'monitorRenewedOn', day: from, deadline })),
  ),
  fc.subarray(['土方', '主体']).map((values) => ({ type: 'one-of' as const, field: 'stage', values })),
)
const rule: fc.Arbitrary<Rule> = fc
  .record({ id: fc.constantFrom('23-six', '23-calibrated', '23-new'), scope, check, from: day })
  .chain((made) =>
    fc.option(day, { nil: undefined }).map(
      (deadline): Rule => ({
        clause: 23,
        kind: 'construction-site',
        title: { zh: '试', en: 'Trial' },
        lead: [],
        ...made,
        ...(deadline === undefined ? {} : { deadline }),
      }),
    ),
  )

describe('a rule on trial', () => {
  it('has the same counts as the board after saving, with any observations of teams', () => {
    fc.assert(
      fc.property(rule, seen, fc.constantFrom(DAY, '2022-03-01', '2022-12-31'), (tried, visits, asOf) => {
        const { tally, about, rows } = tryRule(evaluateRules(opened, asOf, visits), tried, visits)
        expect(tally).toEqual(counted(saved(tried), tried, asOf, visits))
        expect(about).toBeLessThanOrEqual(rows)
      }),
      { numRuns: 60 },
    )
  })

  it('has the same counts as the board for every rule of the plan, and lists the worst sources first', () => {
    const evaluated = evaluateRules(opened, DAY)
    for (const each of rules.filter(({ advisory }) => !advisory))
      expect(tryRule(evaluated, each, []).tally, each.id).toEqual(counted(opened, each, DAY, []))
    const { worst, tally } = tryRule(evaluated, named('25-loading'), [])
    const order = worst.map(({ status }) => STATUS_NAMES.indexOf(status))
    expect(order).toEqual([...order].sort((a, b) => b - a))
    expect(worst.length).toBe(Math.min(50, tallyTotal(tally) - tally.fine))
    const late = worst.filter(({ status }) => status === 'overdue').map(({ days }) => days)
    expect(late).toEqual([...late].sort((a, b) => b - a))
  })
})

describe('doubts about a rule on trial', () => {
  const evaluated = evaluateRules(opened, DAY)
  const doubts = (id: string, change: Partial<Rule>) =>
    tryRule(evaluated, { ...named(id), ...change }, []).doubts.map(({ code }) => code)

  it('include an empty column and a scope without rows', () => {
    expect(doubts('23-online', { scope: [{ counties: ['999999'] }] })).toContain('scope-empty')
    const bare = { ...evaluated, tables: evaluated.tables.map(withoutVideo) }
    const video = { ...named('23-six'), id: '', check: { type: 'all-yes', fields: ['video'] } } as const
    expect(tryRule(bare, video, []).doubts).toContainEqual({ code: 'column-empty', field: 'video' })
    expect(tryRule(evaluated, video, []).doubts.map(({ code }) => code)).not.toContain('column-empty')
  })

  it('include another rule that requires the same of the same rows, or contradicts it', () => {
    const again = tryRule(evaluated, { ...named('27-water'), id: '' }, []).doubts
    expect(again).toContainEqual(expect.objectContaining({ code: 'same', rule: '27-water' }))
    const stricter = tryRule(
      evaluated,
      { ...named('27-water'), id: '', check: { type: 'at-least', field: 'wateringsPerDay', value: 8 } },
      [],
    ).doubts
    expect(stricter).toContainEqual(expect.objectContaining({ code: 'stricter', rule: '27-water' }))
    const never = tryRule(
      evaluated,
      { ...named('27-water'), id: '', check: { type: 'at-most', field: 'wateringsPerDay', value: 5 } },
      [],
    ).doubts
    expect(never).toContainEqual(expect.objectContaining({ code: 'contradicts', rule: '27-water' }))
    // For other rows it is not the same.
    expect(doubts('27-water', { id: '', scope: [{ field: 'use', oneOf: ['别处'] }] })).not.toContain('same')
  })

  it('include a deadline before its first day, an unknown department, and a day on which it does not apply', () => {
    expect(doubts('26-silt', { deadline: '2022-05-29' })).toContain('deadline-before-from')
    expect(doubts('26-silt', {})).not.toContain('deadline-before-from')
    expect(doubts('23-six', { lead: ['市不存在局'] })).toContain('department-unknown')
    expect(doubts('23-six', {})).not.toContain('department-unknown')
    expect(doubts('23-six', { from: '2022-11-01' })).toContain('not-yet')
    expect(doubts('23-six', { until: '2022-10-30' })).toContain('no-more')
  })
})

function withoutVideo<T extends { readonly kind: string; readonly table: (typeof site)['table'] }>(each: T): T {
  const { video } = each.table.columns
  if (each.kind !== 'construction-site' || video?.type !== 'flag') return each
  const blank = { ...video, values: new Uint8Array(each.table.length).fill(2) }
  return { ...each, table: { ...each.table, columns: { ...each.table.columns, video: blank } } }
}
