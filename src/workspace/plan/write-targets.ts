import type { Problem } from '@/domain/problem'
import { isObject, type Json, jsonOf, putJson } from '@/workspace/json-files'
import type { PackageDraft } from '@/workspace/package-draft'

/** A target of a clause with its new number. */
export interface TargetChange {
  readonly clause: number
  /** Subject of the target in Chinese, as in its clause. */
  readonly of: string
  readonly before: number
  readonly now: number
}

/** Changes to the clauses of a plan that go with changed rules. */
export interface ClauseChanges {
  /** By rule id, the rule that follows it: measures of the first refer to the second from now on. */
  readonly followed: ReadonlyMap<string, string>
  readonly targets: readonly TargetChange[]
}

/** Changes targets and figures of clauses; all else in their files stays. */
export async function writeTargets(next: PackageDraft, changes: ClauseChanges): Promise<readonly Problem[]> {
  if (changes.followed.size + changes.targets.length === 0) return []
  const { value: files, problems } = await jsonOf(next, 'clauses')
  if (files === null) return problems
  for (const { resource, list } of files) {
    const written = list.map((clause) => (isObject(clause) ? changedClause(clause, changes) : clause))
    if (JSON.stringify(written) !== JSON.stringify(list)) putJson(next, resource.path, written)
  }
  return []
}

function changedClause(clause: Json, { followed, targets }: ClauseChanges): Json {
  const measured = (each: Json): Json => {
    const rule = isObject(each.measure) && each.measure.of === 'passing' ? String(each.measure.rule) : ''
    const now = followed.get(rule)
    return now === undefined ? each : { ...each, measure: { ...(each.measure as Json), rule: now } }
  }
  const raised = (each: Json): Json => {
    const what = isObject(each.what) ? each.what.zh : null
    const change = targets.find(
      ({ clause: number, of, before }) => number === clause.number && of === what && before === each.value,
    )
    return change ? { ...each, value: change.now } : each
  }
  const all = (list: unknown, change: (each: Json) => Json) =>
    Array.isArray(list) ? list.map((each: unknown) => (isObject(each) ? change(each) : each)) : list
  const lists = {
    targets: all(clause.targets, (each) => raised(measured(each))),
    figures: all(clause.figures, measured),
  }
  return { ...clause, ...Object.fromEntries(Object.entries(lists).filter(([key]) => key in clause)) }
}
