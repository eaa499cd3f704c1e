import { formatDay } from '@/domain/calendar'
import { clauseFieldOf } from '@/domain/plan/carry-over'
import { assignEndedNumbers, FIRST_ENDED_NUMBER } from '@/domain/plan/ended-clause-numbers'
import { type NamedTask, type TaskMeaning, taskIdentity, taskKindOf } from '@/domain/plan/named-tasks'
import type { Rule } from '@/domain/rules/rule'
import { fieldNameByMeaning, type Kind } from '@/domain/sources/kinds/kind'
import { planTasksCode } from '@/domain/sources/made-code'
import { readTable } from '@/domain/sources/reading/read-table'
import { lineOf, textAt, valueAt } from '@/domain/table/column'
import { patchCsv } from '@/io/package/patch-table'
import { setByHandOf } from '@/io/package/read-descriptor'
import { withPatchedCells } from '@/io/package/write-package'
import { isObject, jsonOf, putJson, withJsonResource } from '@/workspace/json-files'
import { type PackageDraft, targetOf, writeTable } from '@/workspace/package-draft'
import type { PlanAdoption } from './plan-adoption'

/**
 * Returns a function that gives each ended clause its new number, distinct from those of tasks and rules of clauses
 * that ended earlier.
 */
export function endedClauseNumbers({ opened }: PackageDraft): (clause: number) => number {
  const ofTasks = opened.inventory.kinds.flatMap(({ schema, table }) => {
    const field = clauseFieldOf(schema)
    return field === undefined
      ? []
      : Array.from({ length: table.length }, (_, row) => Number(valueAt(table, field, row)))
  })
  return assignEndedNumbers(
    [...ofTasks, ...opened.pack.endedRules.map(({ clause }) => clause)].filter((each) => each >= FIRST_ENDED_NUMBER),
  )
}

/**
 * Renumbers the named tasks of the previous plan: to the new numbers of their clauses, or apart if their clauses end.
 * Returns keys of the tasks that are under a clause of the new plan.
 */
export async function renumberTasks(
  next: PackageDraft,
  { links, rules, tasks }: Pick<PlanAdoption, 'links' | 'rules' | 'tasks'>,
  apart: (clause: number) => number,
): Promise<ReadonlySet<string>> {
  const now = new Map(links)
  const standing = new Set<string>()
  const carried = next.opened.pack.rules.filter(({ id }) => rules.some((rule) => rule.id === id))
  for (const { kind, file, schema, table } of next.opened.inventory.kinds) {
    const name = clauseFieldOf(schema)
    const field = schema.fields.find((each) => each.name === name)
    // Tasks without a rule that continues have no clause to move to, even if they were taken over.
    const goesOn = new Set(
      carried.filter((rule) => rule.kind === kind && tasks.includes(rule.clause)).map(({ clause }) => clause),
    )
    const blob = next.files.get(file)
    const resource = next.descriptor.resources.find(({ path }) => path === file)
    if (!field || !blob || !resource || !file.endsWith('.csv')) continue
    const deadline = fieldNameByMeaning(schema, 'deadline') ?? ''
    const patches = Array.from({ length: table.length }, (_, row) => row).flatMap((row) => {
      const number = valueAt(table, field.name, row)
      if (typeof number !== 'number' || number >= FIRST_ENDED_NUMBER) return []
      const clause = goesOn.has(number) ? now.get(number) : undefined
      if (clause !== undefined) {
        const day = valueAt(table, deadline, row)
        const name = textAt(table, 'name', row)
        standing.add(taskIdentity({ clause, name, day: typeof day === 'number' ? formatDay(day) : null }))
      }
      const text = String(clause ?? apart(number))
      return text === String(number) ? [] : [{ line: lineOf(table, row), field, text }]
    })
    if (patches.length === 0) continue
    const patched = await patchCsv(blob, schema.fields, resource.chentu, patches)
    next.files.set(file, patched.blob)
    next.known.delete(file)
    const written = withPatchedCells(resource, patched.added, setByHandOf(resource))
    next.descriptor = {
      ...next.descriptor,
      resources: next.descriptor.resources.map((each) => (each.path === file ? written : each)),
    }
  }
  return standing
}

/** A path for tasks not used by any file of the package. */
function freePath({ files }: PackageDraft, kind: string, year: number): string {
  for (let i = 1; ; i++) {
    const path = i === 1 ? `${kind}-${year}.csv` : `${kind}-${year}-${i}.csv`
    if (!files.has(path)) return path
  }
}

/** Writes the tasks named by the new plan into a table of their own, and adds rules for them to their clauses. */
export async function writeNamedTasks(
  next: PackageDraft,
  adoption: PlanAdoption,
  standing: ReadonlySet<string>,
): Promise<void> {
  const kind = taskKindOf(next.opened.pack.kinds)
  const tasks = adoption.named.filter((task) => !standing.has(taskIdentity(task)))
  if (!kind || tasks.length === 0) return
  const { year, plan, words } = adoption
  const path = freePath(next, kind.id, year)
  const { fields } = targetOf(next.opened, kind.id)
  const codes = codesFor(next, kind, year, tasks)
  const cells = tasks.map((task, i): Readonly<Record<string, string>> => {
    const meant = {
      clause: String(task.clause),
      task: task.words,
      deadline: task.day ?? '',
      lead: task.lead.join('、'),
    }
    const named = Object.entries(meant).flatMap(([meaning, text]) => {
      const name = fieldNameByMeaning(kind, meaning as keyof typeof meant)
      return name === undefined ? [] : [[name, text] as const]
    })
    return { code: codes[i]!, name: task.name, ...Object.fromEntries(named) }
  })
  const raw = {
    file: path,
    header: fields.map(({ headings }) => headings[0]!),
    rows: cells.map((row) => fields.map(({ name }) => row[name] ?? '')),
  }
  const { value: table } = readTable(raw, fields)
  if (!table) return
  const sources = [{ title: plan.zh }]
  writeTable(next, { role: kind.id, path, title: words.table, dataClass: 'real', sources, table })
  await askForTasks(next, adoption, kind, [...new Set(tasks.map(({ clause }) => clause))])
}

/** Generates codes of the plan's year, the clause, and a number not used by the kind's tasks. */
function codesFor({ opened }: PackageDraft, kind: Kind, year: number, tasks: readonly NamedTask[]): string[] {
  const tables = opened.inventory.kinds.filter((each) => each.kind === kind.id).map(({ table }) => table)
  const taken = new Set(
    tables.flatMap((table) => Array.from({ length: table.length }, (_, row) => textAt(table, 'code', row))),
  )
  return tasks.map(({ clause }) => {
    for (let i = 1; ; i++) {
      const code = planTasksCode(year, clause, i)
      if (taken.has(code)) continue
      taken.add(code)
      return code
    }
  })
}

/** Adds a rule for each clause that its tasks are done by their days, unless a rule that continues covers them. */
async function askForTasks(
  next: PackageDraft,
  { year, plan, clauses, words }: PlanAdoption,
  kind: Kind,
  numbers: readonly number[],
): Promise<void> {
  const { value: files } = await jsonOf(next, 'rules')
  const { value: earlier } = await jsonOf(next, 'earlier-plans')
  if (!files) return
  const field = (meaning: TaskMeaning) => fieldNameByMeaning(kind, meaning)!
  const rules = files.flatMap(({ list }) => list).filter(isObject)
  const before = (earlier ?? []).flatMap(({ list }) => list).flatMap((each) => (isObject(each) ? each.rules : []))
  const taken = new Set([...rules, ...before.flat().filter(isObject)].map(({ id }) => id))
  const isAsked = (number: number) => rules.some((rule) => rule.kind === kind.id && rule.clause === number)
  const added = numbers
    .filter((number) => !isAsked(number))
    .map((number): Rule => {
      const title = clauses.find((clause) => clause.number === number)?.title ?? { zh: '', en: '' }
      let id = `${year}-${number}-task`
      for (let i = 2; taken.has(id); i++) id = `${year}-${number}-task-${i}`
      return {
        id,
        clause: number,
        kind: kind.id,
        title: { zh: `${title.zh}：${words.onTime.zh}`, en: `${title.en}: ${words.onTime.en}` },
        scope: [{ field: field('clause'), equals: number }],
        check: { type: 'done', flag: field('done'), day: field('doneOn'), deadline: { field: field('deadline') } },
        from: plan.day,
        // Each task names its own lead.
        lead: [],
      }
    })
  const first = files[0]
  const path = first?.resource.path ?? withJsonResource(next, 'rules', 'rules', undefined)
  if (added.length > 0) putJson(next, path, [...(first?.list ?? []), ...added])
}
