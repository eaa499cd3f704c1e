import { ENDED } from '@/domain/plan/apart'
import { isObject, type Json, type JsonFile, jsonOf, put, withJsonResource } from './json-files'
import type { NextPackage } from './next-package'
import type { PlanAdoption } from './plan-adoption'
import { isBefore } from './rule-before'

/**
 * The requirements that ended, under a new plan: those from before stand under the clause that goes on with theirs, or by the
 * number that a clause which ended has from then on. Where the plan in force is read again nothing of it is kept beside it, so that its requirements
 * which don't go on end with it, by who reads it: their ids are not given again, and records keep their names.
 */
export async function writeEndedRules(
  next: NextPackage,
  rules: readonly JsonFile[],
  adoption: PlanAdoption,
  at: number,
  apart: (clause: number) => number,
): Promise<void> {
  const { links, replaces, rules: taken, by, why } = adoption
  const { value: files } = await jsonOf(next, 'ended-rules')
  const goesOn = new Map(links)
  const moved = (rule: unknown): unknown =>
    isObject(rule) && typeof rule.clause === 'number' && rule.clause < ENDED
      ? { ...rule, clause: goesOn.get(rule.clause) ?? apart(rule.clause) }
      : rule
  const all = rules.flatMap(({ list }) => list).filter(isObject)
  const isStaying = (rule: Json) => taken.some(({ id }) => id === rule.id) || isBefore(next, rule, adoption)
  const staying = all.filter(isStaying).map(({ id }) => id)
  const ending = replaces ? all.filter((rule) => !isStaying(rule)) : []
  const before = (files ?? []).flatMap(({ list }) => list)
  const once = new Set(staying)
  const ended = [...before, ...ending.map((rule) => ({ ...rule, ended: { by, why, at } }))]
    .filter((rule) => {
      if (!isObject(rule)) return true
      // What stays has not ended, and what ended did so once.
      const isFirst = !once.has(rule.id)
      once.add(rule.id)
      return isFirst
    })
    .map(moved)
  if (ended.length === 0 && before.length === 0) return
  const path = files?.[0]?.resource.path ?? withJsonResource(next, 'ended-rules', 'ended-rules', undefined)
  put(next, path, ended)
  for (const { resource } of files?.slice(1) ?? []) put(next, resource.path, [])
}
