import { FIRST_ENDED_NUMBER } from '@/domain/plan/ended-clause-numbers'
import { isObject, type Json, type JsonFile, jsonOf, putJson, withJsonResource } from '@/workspace/json-files'
import type { PackageDraft } from '@/workspace/package-draft'
import type { PlanAdoption } from './plan-adoption'
import { continuesUnderNewPlan } from './rule-before'

/**
 * Writes the ended rules under a new plan. Rules that ended before move to the clause that continues theirs, or to
 * the number that an ended clause has from now on. If the plan in force is read again, it is not kept as an earlier
 * plan; so its rules that do not continue are written here as ended by the person who reads it: their ids are not
 * reused, and records keep their names.
 */
export async function writeEndedRules(
  next: PackageDraft,
  rules: readonly JsonFile[],
  adoption: PlanAdoption,
  at: number,
  apart: (clause: number) => number,
): Promise<void> {
  const { links, replaces, rules: taken, by, why } = adoption
  const { value: files } = await jsonOf(next, 'ended-rules')
  const goesOn = new Map(links)
  const moved = (rule: unknown): unknown =>
    isObject(rule) && typeof rule.clause === 'number' && rule.clause < FIRST_ENDED_NUMBER
      ? { ...rule, clause: goesOn.get(rule.clause) ?? apart(rule.clause) }
      : rule
  const all = rules.flatMap(({ list }) => list).filter(isObject)
  const isStaying = (rule: Json) =>
    taken.some(({ id }) => id === rule.id) || continuesUnderNewPlan(next, rule, adoption)
  const staying = all.filter(isStaying).map(({ id }) => id)
  const ending = replaces ? all.filter((rule) => !isStaying(rule)) : []
  const before = (files ?? []).flatMap(({ list }) => list)
  const once = new Set(staying)
  const ended = [...before, ...ending.map((rule) => ({ ...rule, ended: { by, why, at } }))]
    .filter((rule) => {
      if (!isObject(rule)) return true
      // A rule that stays has not ended; each ended rule is written once.
      const isFirst = !once.has(rule.id)
      once.add(rule.id)
      return isFirst
    })
    .map(moved)
  if (ended.length === 0 && before.length === 0) return
  const path = files?.[0]?.resource.path ?? withJsonResource(next, 'ended-rules', 'ended-rules', undefined)
  putJson(next, path, ended)
  for (const { resource } of files?.slice(1) ?? []) putJson(next, resource.path, [])
}
