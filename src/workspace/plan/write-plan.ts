import { asOfUnderPlan, dayOfInstant, type IsoDay } from '@/domain/calendar'
import { withLimitFrom } from '@/domain/dustfall/limit-in-month'
import { withFigure } from '@/domain/plan/carried-figure'
import { withInterval } from '@/domain/plan/carried-interval'
import { clauseFieldOf, renumberedScope, renumberTaskClauses } from '@/domain/plan/carry-over'
import { clauseOfPlaceholder, FIRST_ENDED_NUMBER } from '@/domain/plan/ended-clause-numbers'
import type { Problem } from '@/domain/problem'
import { isRecurring, type Recurring } from '@/domain/rules/check'
import type { Clause, Measure, Recurrence } from '@/domain/rules/clause'
import type { Check } from '@/domain/rules/rule'
import { dayBefore, firstDayOnChecklists } from '@/domain/rules/rule-change'
import { titleAfterChange } from '@/domain/rules/rule-title'
import { type Kind, kindWithId } from '@/domain/sources/kinds/kind'
import { isObject, type Json, type JsonFile, jsonOf, putJson, withJsonResource } from '@/workspace/json-files'
import type { PackageDraft } from '@/workspace/package-draft'
import type { PlanAdoption } from './plan-adoption'
import { beganWithPlan, continuesUnderNewPlan, lastDayOfRule, replacedNeverApplied } from './rule-before'
import { writeEndedRules } from './write-ended-rules'
import { endedClauseNumbers, renumberTasks, writeNamedTasks } from './write-named-tasks'

/**
 * Puts a plan in force: its clauses replace the existing ones, rules continue under them as confirmed, and the
 * previous plan is kept for reading (`earlier-plans`). The previous plan's named tasks, which have their own firms
 * and days, are kept apart unless the user took them over.
 */
export async function writePlan(next: PackageDraft, adoption: PlanAdoption, at: number): Promise<readonly Problem[]> {
  const clauses = await jsonOf(next, 'clauses')
  const rules = await jsonOf(next, 'rules')
  const problems = [...clauses.problems, ...rules.problems]
  if (clauses.value === null || rules.value === null) return problems
  if (!adoption.replaces) await keepEarlier(next, clauses.value, rules.value, adoption.links)
  const apart = endedClauseNumbers(next)
  writeClauses(next, clauses.value, adoption, apart)
  await writeEndedRules(next, rules.value, adoption, at, apart)
  writeRules(next, rules.value, { ...adoption, at }, apart)
  const standing = await renumberTasks(next, adoption, apart)
  await writeNamedTasks(next, adoption, standing)
  const { plan, year, dustfallLimit, by, why, file } = adoption
  const { chentu } = next.descriptor
  next.descriptor = {
    ...next.descriptor,
    chentu: {
      ...chentu,
      year,
      asOf: asOfUnderPlan(chentu.asOf, plan.day),
      plan: { ...plan, read: { by, why, at, file } },
      dustfall: dustfallLimit ? limitedFrom(chentu.dustfall, dustfallLimit) : chentu.dustfall,
    },
  }
  return []
}

type DustfallSettings = PackageDraft['descriptor']['chentu']['dustfall']

function limitedFrom(
  settings: DustfallSettings,
  { from, ...valid }: NonNullable<PlanAdoption['dustfallLimit']>,
): DustfallSettings {
  const { limit, limitSource, earlierLimits } = withLimitFrom(settings, from, valid)
  const earlier = earlierLimits.map(({ source, ...each }) => ({ ...each, source: { ...source } }))
  return { ...settings, limit, limitSource: { ...limitSource }, earlierLimits: earlier }
}

/** Appends the plan in force to the earlier plans. */
async function keepEarlier(
  next: PackageDraft,
  clauses: readonly JsonFile[],
  rules: readonly JsonFile[],
  goesOn: PlanAdoption['links'],
): Promise<void> {
  const list = clauses.flatMap(({ list }) => list)
  if (list.length === 0) return
  const { value: known } = await jsonOf(next, 'earlier-plans')
  const { year, plan } = next.descriptor.chentu
  const earlier = { year, plan: plan ?? null, clauses: list, rules: rules.flatMap(({ list }) => list), goesOn }
  const last = known?.at(-1)
  const path = last?.resource.path ?? withJsonResource(next, 'earlier-plans', 'earlier-plans', clauses[0]?.resource)
  putJson(next, path, [...(last?.list ?? []), earlier])
}

/**
 * Writes the new clauses into the first file of their role; other files of the role are deleted, as they contain only
 * the previous plan.
 */
function writeClauses(
  next: PackageDraft,
  files: readonly JsonFile[],
  { clauses, plan }: PlanAdoption,
  apart: (clause: number) => number,
): void {
  const path = files[0]?.resource.path ?? withJsonResource(next, 'clauses', 'clauses', undefined)
  const number = plan.number.trim()
  putJson(
    next,
    path,
    clauses.map((clause) => withApart(clause, next.opened.pack.kinds, apart)),
    [{ title: number === '' ? plan.zh : `${plan.zh}（${number}）` }],
  )
  const gone = files.slice(1).map(({ resource }) => resource.path)
  for (const each of gone) next.files.delete(each)
  const resources = next.descriptor.resources.filter((each) => !gone.includes(each.path))
  next.descriptor = { ...next.descriptor, resources }
}

/** A clause whose measures of ended clauses' tasks refer to the new numbers of these clauses. */
function withApart(clause: Clause, kinds: readonly Kind[], apart: (clause: number) => number): Clause {
  const { targets, figures } = clause
  const moved = (measure: Measure) =>
    renumberTaskClauses(measure, kinds, (number) => {
      const ended = clauseOfPlaceholder(number)
      return ended === null ? number : apart(ended)
    })
  return {
    ...clause,
    targets: targets.map((each) => (each.measure ? { ...each, measure: moved(each.measure) } : each)),
    ...(figures ? { figures: figures.map((each) => ({ ...each, measure: moved(each.measure) })) } : {}),
  }
}

/** A plan with the time at which it is put in force, in milliseconds since 1970. */
type PutInForce = PlanAdoption & { readonly at: number }

function writeRules(
  next: PackageDraft,
  files: readonly JsonFile[],
  adoption: PutInForce,
  apart: (clause: number) => number,
): void {
  for (const { resource, list } of files) {
    putJson(
      next,
      resource.path,
      list.flatMap((rule) => (isObject(rule) ? nextRule(next, rule, adoption, apart) : [])),
    )
  }
}

/**
 * A rule as it continues, possibly with its previous version; empty if it ends. Properties nobody was asked about
 * stay, including those of later versions.
 */
function nextRule(
  next: PackageDraft,
  rule: Json,
  adoption: PutInForce,
  apart: (clause: number) => number,
): readonly Json[] {
  const { plan, rules, year } = adoption
  const taken = rules.find(({ id }) => id === rule.id)
  const links = new Map(adoption.links)
  // An ended clause and a new one may have the same number.
  const clauseNow = (number: number) => links.get(number) ?? (number < FIRST_ENDED_NUMBER ? apart(number) : number)
  const field = clauseFieldOf(kindWithId(next.opened.pack.kinds, String(rule.kind)))
  const scope = Array.isArray(rule.scope)
    ? rule.scope.map((each: unknown) => (isObject(each) ? renumberedScope(each, field, clauseNow) : each))
    : rule.scope
  if (!taken) {
    const until = lastDayOfRule(next, rule, adoption)
    return continuesUnderNewPlan(next, rule, adoption)
      ? [{ ...rule, scope, clause: clauseNow(Number(rule.clause)), until }]
      : []
  }
  if (!('lead' in taken)) return [{ ...rule, scope, clause: taken.clause }]
  const { clause, lead, day, figure, every, support, basis } = taken
  const years = year - next.descriptor.chentu.year
  const check = isObject(rule.check) ? nextCheck(rule.check, day, figure, every, years) : rule.check
  const hasDay = typeof rule.deadline === 'string'
  const changed = JSON.stringify(check) !== JSON.stringify(rule.check) || (hasDay && rule.deadline !== day)
  // The plan never contained what was misread from it, so only the version from before the plan stays.
  const began = beganWithPlan(next, rule, adoption)
  const before = changed && !began ? placeTaken(next, { ...rule, scope, clause }, plan.day) : null
  return [
    ...(before ? [before] : []),
    {
      ...rule,
      ...titleWith(rule.title, rule.check as Check, check as Check),
      clause,
      lead,
      ...(support === undefined ? {} : { support }),
      ...(basis === undefined ? {} : { basis }),
      scope,
      check,
      // Without a deadline it continues as a rule that must hold at all times.
      ...(hasDay ? { deadline: day ?? undefined } : {}),
      // The last day belonged to the previous plan.
      ...(typeof rule.until === 'string' && rule.until < plan.day ? { until: undefined } : {}),
      // A changed rule applies from the new plan on; an unchanged one has applied all along.
      ...(changed || began ? { from: plan.day, askedFrom: askedUnder(rule, adoption, changed) } : {}),
      ...(before ? { follows: before.id } : replacedNeverApplied(next, rule, adoption) ? { follows: undefined } : {}),
    },
  ]
}

/**
 * The first day on which teams are asked what a plan requires: the day after it was put in force; undefined if that
 * is the plan's own day.
 */
function askedUnder(rule: Json, { plan, at }: PutInForce, changed: boolean): IsoDay | undefined {
  if (changed) return firstDayOnChecklists(plan.day, dayOfInstant(new Date(at).toISOString()))
  const asked = rule.askedFrom ?? rule.from
  return typeof asked === 'string' && asked > plan.day ? asked : undefined
}

/**
 * The previous version of a changed rule, valid until the day before: what was overdue by it stays so. It gets a new
 * id, so that measures, links and future records follow the rule in force; earlier records count for both
 * (`successions`). Null if it never applied, or is a hint.
 */
function placeTaken(
  { opened: { pack }, descriptor }: PackageDraft,
  rule: Json,
  day: IsoDay,
): (Json & { readonly id: string }) | null {
  const until = dayBefore(day)
  const { id: own, from } = rule
  if (typeof own !== 'string' || typeof from !== 'string' || from > until || rule.advisory === true) return null
  const known = [pack.rules, pack.endedRules, pack.unreadRules, ...pack.earlierPlans.map(({ rules }) => rules)].flat()
  const taken = new Set(known.map(({ id }) => id))
  let id = `${own}@${descriptor.chentu.year}`
  for (let again = 2; taken.has(id); again++) id = `${own}@${descriptor.chentu.year}.${again}`
  return { ...rule, id, until: typeof rule.until === 'string' && rule.until < until ? rule.until : until }
}

/** The title of a rule with another figure or interval: a title that contains the old ones gets the new ones. */
function titleWith(title: unknown, before: Check, now: Check): { readonly title?: Json } {
  if (!isObject(title)) return {}
  const { zh, en } = title
  const next = typeof zh === 'string' && typeof en === 'string' ? titleAfterChange({ zh, en }, before, now) : null
  return next ? { title: { ...title, ...next } } : {}
}

/** `2022-01-01` shifted by years; February 29th becomes the 28th. */
const yearsLater = (day: string, years: number) =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4).replace('-02-29', '-02-28')}`

function nextCheck(
  check: Json,
  day: IsoDay | null,
  figure: number | null,
  every: Recurrence | undefined,
  years: number,
): Json {
  if (every !== undefined && isRecurring(check as Check)) return { ...withInterval(check as Recurring, every) }
  if (check.type === 'not-before' && day !== null)
    return { ...check, day: yearsLater(String(check.day), years), deadline: day }
  if (check.type === 'done' && isObject(check.deadline) && 'day' in check.deadline && day !== null)
    return { ...check, deadline: { day } }
  return figure === null ? check : { ...check, ...withFigure(check as Check, figure) }
}
