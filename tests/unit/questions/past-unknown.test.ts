import { expect, it } from 'vitest'
import { STATUS } from '@/domain/rules/status'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { filterSources } from '@/questions/filtered-sources'
import { boardOf } from '@/questions/plan/board'
import { leadsOfSource } from '@/questions/plan/leads'
import { shownSources } from '@/questions/shown/shown-sources'
import { isPastUnknown } from '@/questions/unmet/past-unknown'
import { Desk } from '../../fixtures/desk'
import { openFromDisk } from '../package-from-disk'

const opened = (await openFromDisk('')).value!
const desk = new Desk(opened, '2022-12-31')

it('a task is past its deadline with unknown result once the day is over without data, and not before', () => {
  const past = (day: string) => {
    const evaluated = desk.judge(day)
    return evaluated.findings
      .filter(({ rule }) => opened.pack.rules[rule]!.kind === 'plan-task')
      .flatMap((each) => {
        const isPast = isPastUnknown(evaluated, each)
        return [...each.status.keys()].filter((row) => isPast?.(row)).map((row) => each.at(row))
      })
  }
  expect(past('2022-01-01')).toEqual([])
  const found = past('2022-12-31')
  expect(found.length).toBeGreaterThan(0)
  expect(found.every(({ status, due }) => status === STATUS.unknown && due !== null)).toBe(true)
})

it('no row is if the rule has no deadline, or one in the future for all', () => {
  const evaluated = desk.judge('2022-12-31')
  const [task] = evaluated.findings.filter(({ rule }) => opened.pack.rules[rule]!.kind === 'plan-task')
  const asked = (check: object, deadline?: string) => {
    const rules = opened.pack.rules.map((rule) => ({ ...rule, check: check as typeof rule.check, deadline }))
    const at = { ...evaluated, opened: { ...opened, pack: { ...opened.pack, rules } } } as typeof evaluated
    return isPastUnknown(at, task!)
  }
  const done = (day: string) => ({ type: 'done', flag: 'done', day: 'doneOn', deadline: { day } })
  expect(asked({ type: 'all-yes', fields: [] })).toBeNull()
  expect(asked({ type: 'all-yes', fields: [] }, '2022-12-31')).toBeNull()
  expect(asked({ type: 'all-yes', fields: [] }, '2022-12-30')).not.toBeNull()
  expect(asked(done('2022-12-31'))).toBeNull()
  expect(asked(done('2022-12-30'))).not.toBeNull()
})

it('the rows of a rule are examined once for all filters', () => {
  const evaluated = desk.judge('2022-12-31')
  let looked = 0
  const findings = evaluated.findings.map((each) => ({
    ...each,
    at(row: number) {
      looked++
      return each.at(row)
    },
  }))
  const counted = { ...evaluated, findings }
  const { members } = desk.show({})
  const count = (filters: object) =>
    shownSources(filterSources(counted, members, { ...NO_FILTERS, ...filters })).pastUnknown
  const all = count({})
  const once = looked
  expect(all).toBeGreaterThan(0)
  const some = count({ kinds: ['plan-task'] })
  expect(some).toBeGreaterThan(0)
  expect(some).toBeLessThanOrEqual(all)
  expect(looked).toBe(once)
})

it('is counted where list and board report no other problem', () => {
  const evaluated = desk.judge('2022-12-31')
  const shown = desk.show({ kinds: ['plan-task'] })
  const { pastUnknown, total, problems } = shownSources(shown)
  expect(pastUnknown).toBeGreaterThan(0)
  expect(pastUnknown).toBeLessThanOrEqual(total - problems)
  const sum = (group: Parameters<typeof boardOf>[1]) =>
    boardOf(shown, group).reduce((all, row) => all + row.pastUnknown, 0)
  const past = evaluated.findings
    .filter(({ rule }) => opened.pack.rules[rule]!.kind === 'plan-task')
    .flatMap((each) =>
      [...each.status.keys()].filter((row) => isPastUnknown(evaluated, each)?.(row)).map((row) => each.first + row),
    )
  const all = past.length
  expect(sum('clauses')).toBe(all)
  // Each task has one requirement, and counts for each lead in its row.
  const leads = evaluated.findings
    .filter(({ rule }) => opened.pack.rules[rule]!.kind === 'plan-task')
    .flatMap((each) =>
      [...each.status.keys()]
        .filter((row) => isPastUnknown(evaluated, each)?.(row))
        .flatMap((row) => leadsOfSource(opened, each.rule, each.first + row)),
    )
  expect(leads.length).toBeGreaterThan(all)
  expect(sum('leads')).toBe(leads.length)
  const sources = [...new Set(past)]
  const ofKind = boardOf(shown, 'kinds').find(({ key }) => key === 'plan-task')
  expect(ofKind?.pastUnknown).toBe(sources.length)
  expect(pastUnknown).toBe(sources.filter((source) => evaluated.status[source]! < STATUS.failing).length)
})
