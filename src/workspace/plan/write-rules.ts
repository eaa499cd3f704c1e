import type { Problem } from '@/domain/problem'
import type { Rule } from '@/domain/rules/rule'
import { newRuleId } from '@/domain/rules/rule-id'
import { isObject, type Json, type JsonFile, jsonOf, putJson, withJsonResource } from '@/workspace/json-files'
import type { PackageDraft } from '@/workspace/package-draft'
import type { EditReason } from '@/workspace/write-edits'
import { type TargetChange, writeTargets } from './write-targets'

/** A change to the rules of the plan. */
export type RuleChange =
  /** Replaces the rule with its id, or adds one; with the id '' it gets a new id. */
  | { readonly what: 'put'; readonly rule: Rule }
  /** The same for a rule from a file, keeping properties unknown to this version. */
  | { readonly what: 'bring'; readonly rule: Json }
  /** Ends a rule. */
  | { readonly what: 'end'; readonly id: string }
  /** Restores an ended rule. */
  | { readonly what: 'resume'; readonly id: string }
  /** Changes the number that a clause sets as a target. */
  | ({ readonly what: 'target' } & TargetChange)

/** Optional properties of a rule, which can be removed again. */
const OPTIONAL = ['until', 'deadline', 'advisory', 'support', 'basis'] as const satisfies readonly (keyof Rule)[]

interface Lists {
  /** Rules as written in the files, by path. */
  readonly rules: Map<string, unknown[]>
  readonly ended: unknown[]
  /** By rule id, the rule that follows it from now on. */
  readonly followed: Map<string, string>
}

const idOf = (value: unknown) => (isObject(value) ? String(value.id ?? '') : '')

/**
 * Changes the rules of a package, all or none. Unchanged properties stay as written, including those of later
 * versions.
 */
export async function writeRules(
  next: PackageDraft,
  changes: readonly RuleChange[],
  reason: EditReason,
): Promise<readonly Problem[]> {
  const files = await jsonOf(next, 'rules')
  const endedFiles = await jsonOf(next, 'ended-rules')
  const problems = [...files.problems, ...endedFiles.problems]
  if (files.value === null || endedFiles.value === null) return problems
  const path = files.value[0]?.resource.path ?? withJsonResource(next, 'rules', 'rules', undefined)
  const lists: Lists = {
    rules: new Map([
      [path, []],
      ...files.value.map(({ resource, list }): [string, unknown[]] => [resource.path, [...list]]),
    ]),
    ended: endedFiles.value.flatMap(({ list }) => list),
    followed: new Map(),
  }
  const taken = await idsOf(next, lists)
  for (const change of changes) {
    const problem = apply(lists, change, reason, taken)
    if (problem) return [problem]
  }
  for (const [each, list] of lists.rules) putJson(next, each, list)
  writeEnded(next, endedFiles.value, lists.ended)
  const targets = changes.filter((change) => change.what === 'target')
  return writeTargets(next, { followed: lists.followed, targets })
}

/** All ids that rules have or had, since records may refer to them. */
async function idsOf(next: PackageDraft, { rules, ended }: Lists): Promise<Set<string>> {
  const earlier = await jsonOf(next, 'earlier-plans')
  const before = (earlier.value ?? [])
    .flatMap(({ list }) => list)
    .flatMap((plan) => (isObject(plan) && Array.isArray(plan.rules) ? plan.rules : []))
  return new Set([...[...rules.values()].flat(), ...ended, ...before].map(idOf))
}

function apply(lists: Lists, change: RuleChange, reason: EditReason, taken: Set<string>): Problem | null {
  switch (change.what) {
    case 'end':
      return end(lists, change.id, reason)
    case 'resume':
      return resume(lists, change.id)
    case 'target':
      return null
    default: {
      const { id, title, clause, kind, follows } = change.rule as Rule
      const named = id || newRuleId(clause, title.zh, taken)
      taken.add(named)
      if (id === '' && follows !== undefined) lists.followed.set(follows, named)
      const at = placeOf(lists, named)
      // The rule ended, or went with its plan, while the user edited it: saving must not bring it back.
      if (change.what === 'put' && id !== '' && !at) return gone(id)
      const stoodEnded = lists.ended.findIndex((each) => idOf(each) === named)
      if (stoodEnded >= 0) lists.ended.splice(stoodEnded, 1)
      const list = at?.list ?? listFor(lists, kind)
      const written = list[at?.row ?? list.length]
      const before = isObject(written) ? written : {}
      const after =
        change.what === 'put' ? overwritten(before, change.rule) : { ...before, ...unsaid(change.rule), ...change.rule }
      const isAdded = at ? isOwn(before) : follows === undefined || isOwn(ruleIn(lists, follows))
      list[at?.row ?? list.length] = { ...after, id: named, changed: isAdded ? { ...reason, added: true } : reason }
      return null
    }
  }
}

function placeOf({ rules }: Lists, id: string) {
  for (const list of rules.values()) {
    const row = list.findIndex((each) => idOf(each) === id)
    if (row >= 0) return { list, row }
  }
  return null
}

const ruleIn = (lists: Lists, id: string): unknown => {
  const at = placeOf(lists, id)
  return at?.list[at.row]
}

/** Whether a rule was added by the office. */
const isOwn = (rule: unknown) => isObject(rule) && isObject(rule.changed) && rule.changed.added === true

/** The file's list that has rules of a kind; the first if none has. */
function listFor({ rules }: Lists, kind: string): unknown[] {
  const lists = [...rules.values()]
  return lists.find((list) => list.some((each) => isObject(each) && each.kind === kind)) ?? lists[0]!
}

/** The optional properties that a rule does not have, set to undefined to remove earlier values. */
const unsaid = (rule: Rule | Json) =>
  Object.fromEntries(OPTIONAL.filter((key) => rule[key] === undefined).map((key) => [key, undefined]))

/** A rule as written, with the changes applied. */
function overwritten(before: Json, rule: Rule): Json {
  const { scope, check, title, ...rest } = rule
  const written = Array.isArray(before.scope) ? before.scope : []
  return {
    ...before,
    ...unsaid(rule),
    ...rest,
    title: merged(before.title, title),
    scope: scope.map((each) => written.find((other) => says(other, each)) ?? each),
    check: isObject(before.check) && before.check.type === check.type ? merged(before.check, check) : check,
  }
}

const merged = (before: unknown, after: object): Json => ({ ...(isObject(before) ? before : {}), ...after })

/** Whether a written object has all properties of another, and perhaps more. */
const says = (written: unknown, wanted: object) =>
  isObject(written) &&
  Object.entries(wanted).every(([key, value]) => JSON.stringify(written[key]) === JSON.stringify(value))

const gone = (id: string): Problem => ({ code: 'requirement-gone', file: id })

function end(lists: Lists, id: string, ended: EditReason): Problem | null {
  const at = placeOf(lists, id)
  if (!at) return gone(id)
  const [rule] = at.list.splice(at.row, 1)
  lists.ended.push({ ...(rule as Json), ended })
  return null
}

function resume(lists: Lists, id: string): Problem | null {
  const row = lists.ended.findLastIndex((each) => idOf(each) === id)
  if (row < 0 || placeOf(lists, id)) return gone(id)
  const [found] = lists.ended.splice(row, 1)
  const { ended: _, ...rule } = found as Json
  listFor(lists, String(rule.kind)).push(rule)
  return null
}

/** Writes ended rules into the first file of their role; creates it at the first ended rule. */
function writeEnded(next: PackageDraft, files: readonly JsonFile[], ended: readonly unknown[]): void {
  const [first, ...others] = files
  if (!first && ended.length === 0) return
  putJson(next, first?.resource.path ?? withJsonResource(next, 'ended-rules', 'ended-rules', undefined), ended)
  for (const { resource } of others) putJson(next, resource.path, [])
}
