import { figureOfCheck } from '@/domain/rules/check-figure'
import type { Clause, PlanTarget } from '@/domain/rules/clause'
import type { Check, Rule } from '@/domain/rules/rule'
import { type Kind, kindWithId } from '@/domain/sources/kinds/kind'
import { likenessOf, standsIn } from './correspond'
import { plainForm } from './plan-text'
import { UNIT_PATTERN, writtenUnit } from './units'

/** A check that asks for another figure; one that asks for none stays as it is. */
export function withFigure(check: Check, figure: number): Partial<Check> {
  switch (check.type) {
    case 'at-least':
    case 'at-most':
      return { value: figure }
    case 'share-at-least':
      return { percent: figure }
    case 'after-months':
      return { months: figure }
    default:
      return {}
  }
}

/** Least likeness of what two figures are about. */
export const LIKE = 0.3
/** A share of a short name in long words is worth so much: half of it is as much as {@link LIKE}. */
const SHORT_NAME = 0.6
/** Figures that are alike in words are told apart by their value, but what the words say goes before it. */
const SAME_VALUE = 0.1

/** Words that say that something is counted, not what; and numbers. */
const COUNTING =
  /[\d.%]+|每[日天周月季年]|次数|比例|占比|数量|不(?:低|少|高|多|超)[于过]?|不超过|超过|以[上下]|至少|达到|个月|年度/g
/** Words without those that only count: what they are about. */
export const aboutWhat = (words: string) => plainForm(words).replace(COUNTING, '')

/** How much what two figures are about has in common, from 0 to 1; an office's short name may stand in the plan's long words. */
export function figureLikeness(earlier: string, now: string): number {
  const [a, b] = [aboutWhat(earlier), aboutWhat(now)]
  return Math.max(likenessOf(a, b), SHORT_NAME * standsIn(a, b))
}

/** Words that name what a share is of. */
const SHARE = /(?:率|比例|占比|比重)$/
/** What each figure is about: a share of a list that does not name itself (主城区清扫率达到92%，县城达到75%) is what the one before it is. */
function wordsOf(figures: readonly PlanTarget[]): ReadonlyMap<PlanTarget, string> {
  const words = new Map<PlanTarget, string>()
  let named = ''
  for (const each of figures) {
    const own = each.what.zh
    if (each.unit !== '%' || SHARE.test(own)) named = each.unit === '%' ? own : ''
    words.set(each, each.unit === '%' && !SHARE.test(own) ? own + named : own)
  }
  return words
}

/** 次 of a number that is counted a day and 次/日 are the same. */
const bareUnit = (unit: string) => unit.split('/')[0]!

/** The sentence of the new plan that a target stands in; '' where it is not known. */
export type SentenceOf = (target: PlanTarget) => string

/** So much of what last year's figure is called has to stand in the sentence of the one that goes on with it. */
const IN_SENTENCE = 0.5

/**
 * Which target of the new clause goes on with which of last year's: of the same unit and direction and alike in what they are
 * about; the likest first. An office's own words may be none of the target's and yet of its sentence: one that no other could be
 * goes on with it, too.
 */
export function nextTargets(
  earlier: readonly PlanTarget[],
  now: readonly PlanTarget[],
  sentenceOf: SentenceOf = () => '',
): ReadonlyMap<PlanTarget, PlanTarget> {
  const found = new Map<PlanTarget, PlanTarget>()
  const left = new Set(now)
  const [saidBefore, saidNow] = [wordsOf(earlier), wordsOf(now)]
  const pairs = earlier
    .flatMap((target) =>
      now.map((next) => ({
        ...{ target, next },
        likeness: figureLikeness(saidBefore.get(target)!, saidNow.get(next)!),
      })),
    )
    .filter(
      ({ target, next, likeness }) =>
        target.unit === next.unit && target.comparison === next.comparison && likeness >= LIKE,
    )
    .map((pair) => ({ ...pair, order: pair.likeness + (pair.target.value === pair.next.value ? SAME_VALUE : 0) }))
    .sort((a, b) => b.order - a.order)
  for (const { target, next } of pairs) {
    if (found.has(target) || !left.has(next)) continue
    found.set(target, next)
    left.delete(next)
  }
  const inSentence = earlier
    .filter((target) => !found.has(target))
    .flatMap((target) =>
      [...left]
        .filter(({ unit, comparison }) => unit === target.unit && comparison === target.comparison)
        .filter((next) => standsIn(aboutWhat(target.what.zh), plainForm(sentenceOf(next))) >= IN_SENTENCE)
        .map((next) => ({ target, next })),
    )
  for (const { target, next } of inSentence) {
    const isOnly = inSentence.filter((pair) => pair.target === target || pair.next === next).length === 1
    if (isOnly) found.set(target, next)
  }
  return found
}

const FIGURE = new RegExp(`(\\d+(?:\\.\\d+)?)\\s*(${UNIT_PATTERN})`, 'g')

/** All figures of a clause: its targets, and those by which its conditions say whom it is about (裸置超过 3 个月). */
function figuresOf({ targets, conditions = [] }: Clause): PlanTarget[] {
  const within = conditions.flatMap((what) =>
    [...plainForm(what.zh).matchAll(FIGURE)].map(
      ([, value, unit]): PlanTarget => ({ what, comparison: '≥', value: Number(value), unit: writtenUnit(unit!) }),
    ),
  )
  return [...targets, ...within]
}

/** Whether a figure is of the unit and the direction that a rule asks for; a unit that nothing names is any. */
function isOfRule({ check, kind }: Rule, kinds: readonly Kind[]): (figure: PlanTarget) => boolean {
  const field = 'field' in check ? kindWithId(kinds, kind)?.fields.find(({ name }) => name === check.field) : undefined
  const unit = check.type === 'share-at-least' ? '%' : check.type === 'after-months' ? '个月' : field?.unit
  const direction = check.type === 'at-most' ? '≤' : '≥'
  return ({ comparison, unit: own }) =>
    (comparison === direction || comparison === '=') && (unit === undefined || bareUnit(unit) === bareUnit(own))
}

/** The figure that a requirement asks for under the new plan, and why it should be looked at; null where it asks for none. */
export interface CarriedFigure {
  readonly figure: number | null
  readonly doubt: 'figure-changed' | 'figure-missing' | 'figure-open' | null
  /** Where none goes on with it: the figures of the same unit and direction that the new clause has. */
  readonly others: readonly PlanTarget[]
}

/**
 * What a requirement asks for once its clause is another: the figure of the new clause that goes on with the one it came from, or
 * is alike in what it is about. A figure of something else, be it of the same value, is never taken.
 */
export function carriedFigure(
  rule: Rule,
  before: Clause | undefined,
  clause: Clause,
  kinds: readonly Kind[],
  sentenceOf?: SentenceOf,
): CarriedFigure {
  const asked = figureOfCheck(rule.check)
  if (asked === null) return { figure: null, doubt: null, others: [] }
  const fits = isOfRule(rule, kinds)
  const [earlier, now] = [before ? figuresOf(before) : [], figuresOf(clause)]
  const words = new Map([...wordsOf(earlier), ...wordsOf(now)])
  const likeness = (each: PlanTarget) => figureLikeness(words.get(each)!, rule.title.zh)
  const likest = (of: readonly PlanTarget[]) =>
    of.filter((each) => fits(each) && likeness(each) >= LIKE).sort((a, b) => likeness(b) - likeness(a))[0]
  const origin = likest(earlier.filter(({ value }) => value === asked))
  const goesOn = nextTargets(earlier, now, sentenceOf)
  const taken = new Set(goesOn.values())
  const next = origin ? goesOn.get(origin) : likest(now.filter((each) => !taken.has(each)))
  if (next) return { figure: next.value, doubt: next.value === asked ? null : 'figure-changed', others: [] }
  if (!origin) return { figure: asked, doubt: null, others: [] }
  const others = now.filter((each) => fits(each) && bareUnit(each.unit) === bareUnit(origin.unit) && !taken.has(each))
  return { figure: asked, doubt: others.length > 0 ? 'figure-open' : 'figure-missing', others }
}
