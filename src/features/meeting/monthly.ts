import type { TFunction } from 'i18next'
import { markAsCorrection } from '@/domain/bulletin/correction-title'
import { MONTHLY_TEMPLATE, monthlyFields, monthlyTables } from '@/domain/bulletin/monthly'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { classMark } from '@/store/words/measured'
import { monthName } from '@/store/words/month-name'
import { bulletinFacts } from './bulletin'
import { casesTable } from './case-facts'
import { changesTable, clausesTable, countyClausesTable, countyProblemsTable, decidedTable } from './official-tables'
import { earlierDecisions } from './paper-decisions'
import type { SceneData } from './paper-scenes'
import { rankingTable } from './paper-tables'
import { targetsTable, tasksTable } from './paper-tasks'
import { judgedProblems, taskFacts } from './task-facts'
import { warningsTable } from './warning-facts'
import { type WrittenPaper, writtenPaper } from './written-paper'

/** 月报: the monthly report for the bureau's leaders, as of the day of `problems`. */
export function monthlyPaper(given: SceneData, report: MonthReport, t: TFunction<'texts'>): WrittenPaper {
  const { dataset, targets = [] } = given
  const problems = judgedProblems(dataset, given.problems)
  const data = { ...given, problems }
  const facts = bulletinFacts(data, report, t, 'monthly')
  const { day, sources, tasks, monitors, total, departments, clauses, pastUnknown, toVerify } = problems
  const decided = (dataset.settings.meeting?.decisions ?? []).filter(({ month }) => month === report.month)
  const earlier = earlierDecisions(data, day, facts, t)
  const stands = taskFacts(dataset, targets, problems)
  const tables = monthlyTables({
    ranking: rankingTable(facts, monthName(t, report.month), t),
    movers: changesTable(facts, t),
    counties: countyProblemsTable(data, facts, t),
    clauses: clausesTable(data, t),
    countyClauses: countyClausesTable(data, facts, t),
    targets: targetsTable(data, targets, t),
    departments: tasksTable(data, t),
    earlier: earlier.table,
    decided: decidedTable(decided, facts, t),
    warnings: warningsTable(t, given.called),
    cases: casesTable(
      t,
      given.cases ?? null,
      dataset.counties.map(({ code }) => code),
      facts.countyName,
    ),
  })
  const fields = monthlyFields(facts, {
    day,
    problems: {
      sources,
      tasks,
      monitors,
      ...total,
      pastUnknown,
      toVerify: toVerify && { count: toVerify.count, mark: classMark(t, toVerify.dataClass) },
    },
    clauses: clauses.length,
    departments: departments.length,
    notJudgedUntil: stands.notJudgedUntil,
    targets: { ...stands, all: stands.targets.length },
    earlier: earlier.sentence,
    decided: decided.length,
  })
  const made = writtenPaper('monthly', MONTHLY_TEMPLATE, fields, tables, data, report, t)
  return {
    ...made,
    paper: { ...made.paper, fitsFirstTable: true, blocks: markAsCorrection(made.paper.blocks, report) },
  }
}
