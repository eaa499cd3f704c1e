import type { Problem } from '@/domain/problem'
import type { Rule } from '@/domain/rules/rule'
import { newRuleId } from '@/domain/rules/rule-id'
import { isObject, type Json, type JsonFile, jsonOf, put, withJsonResource } from './json-files'
import type { NextPackage } from './next-package'
import type { EditReason } from './write-edits'
import { type TargetChange, writeTargets } from './write-targets'

/** One change of the plan's requirements. */
export type RuleChange =
  /** In the place of the rule with its id, or a further one; with the id '' it gets one of its own. */
  | { readonly what: 'put'; readonly rule: Rule }
  /** The same of a file: what it says that this version does not know is taken along. */
  | { readonly what: 'bring'; readonly rule: Json }
  /** Asked no more. */
  | { readonly what: 'end'; readonly id: string }
  /** One that was ended is asked again. */
  | { readonly what: 'resume'; readonly id: string }
  /** The number that its clause wants reached. */
  | ({ readonly what: 'target' } & TargetChange)

/** What a rule may say of itself and may leave out again. */
const OPTIONAL = ['until', 'deadline', 'advisory', 'support', 'basis'] as const satisfies readonly (keyof Rule)[]

interface Lists {
  /** Rules as they are written, by path. */
  readonly rules: Map<string, unknown[]>
  readonly ended: unknown[]
  /** By the id of a rule, the one that follows it from now on. */
  readonly followed: Map<string, string>
}

const idOf = (value: unknown) => (isObject(value) ? String(value.id ?? '') : '')

/** Changes the requirements of a package, all or none. Of each what nobody changed stays as it is written, in words of a later version too. */
export async function writeRules(
  next: NextPackage,
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
  for (const [each, list] of lists.rules) put(next, each, list)
  writeEnded(next, endedFiles.value, lists.ended)
  const targets = changes.filter((change) => change.what === 'target')
  return writeTargets(next, { followed: lists.followed, targets })
}

/** Every id that a rule has, or had: records may name it. */
async function idsOf(next: NextPackage, { rules, ended }: Lists): Promise<Set<string>> {
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
      // It was ended, or went with the plan, while somebody wrote it: what is saved must not bring it back.
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

/** Whether the office had asked for a rule anew. */
const isOwn = (rule: unknown) => isObject(rule) && isObject(rule.changed) && rule.changed.added === true

/** The file in which rules of a kind stand; the first one where none does. */
function listFor({ rules }: Lists, kind: string): unknown[] {
  const lists = [...rules.values()]
  return lists.find((list) => list.some((each) => isObject(each) && each.kind === kind)) ?? lists[0]!
}

/** The optional parts that a rule does not have, so that those of before go. */
const unsaid = (rule: Rule | Json) =>
  Object.fromEntries(OPTIONAL.filter((key) => rule[key] === undefined).map((key) => [key, undefined]))

/** A rule as it is written with what was changed of it. */
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

/** Whether something that is written says what something else says, and perhaps more. */
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

/** Ended rules stand in the first file of their role, which comes with the first of them. */
function writeEnded(next: NextPackage, files: readonly JsonFile[], ended: readonly unknown[]): void {
  const [first, ...others] = files
  if (!first && ended.length === 0) return
  put(next, first?.resource.path ?? withJsonResource(next, 'ended-rules', 'ended-rules', undefined), ended)
  for (const { resource } of others) put(next, resource.path, [])
}
