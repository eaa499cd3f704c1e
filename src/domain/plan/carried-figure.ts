import { figureOfCheck } from '@/domain/rules/check-figure'
import type { Clause, PlanTarget } from '@/domain/rules/clause'
import type { Check, Rule } from '@/domain/rules/rule'
import { type Kind, kindWithId } from '@/domain/sources/kinds/kind'
import { containedShare, likenessOf } from './correspond'
import { plainForm } from './plan-text'
import { UNIT_PATTERN, writtenUnit } from './units'

/** The part of a check that changes with its figure; {} for checks without a figure. */
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

/** Minimum likeness of what two figures are about. */
export const MIN_FIGURE_LIKENESS = 0.3
/** Score for a short name that occurs in full in the longer text; if half of it occurs, it equals {@link MIN_FIGURE_LIKENESS}. */
const SHORT_NAME = 0.6
/** Bonus for equal values; it decides between figures with similar words, but words count more. */
const SAME_VALUE = 0.1

/** Words about counting, not about what is counted; and numbers. */
const COUNTING =
  /[\d.%]+|每[日天周月季年]|次数|比例|占比|数量|不(?:低|少|高|多|超)[于过]?|不超过|超过|以[上下]|至少|达到|个月|年度/g
/** Words without those that only count: what the figure is about. */
export const subjectOfFigure = (words: string) => plainForm(words).replace(COUNTING, '')

/**
 * Likeness of what two figures are about, from 0 to 1; an office's short name may occur within the plan's long wording.
 */
export function figureLikeness(earlier: string, now: string): number {
  const [a, b] = [subjectOfFigure(earlier), subjectOfFigure(now)]
  return Math.max(likenessOf(a, b), SHORT_NAME * containedShare(a, b))
}

/** Endings that name a share. */
const SHARE = /(?:率|比例|占比|比重)$/
/**
 * What each figure is about. In a list of shares (主城区清扫率达到92%，县城达到75%), a share without a name of its own is about the
 * same as the one before it.
 */
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

/** 次 of a daily number and 次/日 are the same. */
const bareUnit = (unit: string) => unit.split('/')[0]!

/** The new plan's sentence with a target; '' if unknown. */
export type SentenceOf = (target: PlanTarget) => string

/** Minimum share of an earlier figure's name that must occur in the sentence of the figure that continues it. */
const IN_SENTENCE = 0.5

/**
 * Finds for last year's targets the new clause's target that continues each: same unit and direction, and similar in
 * what it is about; most similar first. An office's own words may occur in the target's sentence rather than in the
 * target: such a target is matched too if there is only one candidate.
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
        target.unit === next.unit && target.comparison === next.comparison && likeness >= MIN_FIGURE_LIKENESS,
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
        .filter((next) => containedShare(subjectOfFigure(target.what.zh), plainForm(sentenceOf(next))) >= IN_SENTENCE)
        .map((next) => ({ target, next })),
    )
  for (const { target, next } of inSentence) {
    const isOnly = inSentence.filter((pair) => pair.target === target || pair.next === next).length === 1
    if (isOnly) found.set(target, next)
  }
  return found
}

const FIGURE = new RegExp(`(\\d+(?:\\.\\d+)?)\\s*(${UNIT_PATTERN})`, 'g')

/** All figures of a clause: its targets, and the figures in its conditions (裸置超过 3 个月). */
function figuresOf({ targets, conditions = [] }: Clause): PlanTarget[] {
  const within = conditions.flatMap((what) =>
    [...plainForm(what.zh).matchAll(FIGURE)].map(
      ([, value, unit]): PlanTarget => ({ what, comparison: '≥', value: Number(value), unit: writtenUnit(unit!) }),
    ),
  )
  return [...targets, ...within]
}

/** Returns a test for whether a figure has the unit and direction of a rule's check; an unknown unit matches any. */
function isOfRule({ check, kind }: Rule, kinds: readonly Kind[]): (figure: PlanTarget) => boolean {
  const field = 'field' in check ? kindWithId(kinds, kind)?.fields.find(({ name }) => name === check.field) : undefined
  const unit = check.type === 'share-at-least' ? '%' : check.type === 'after-months' ? '个月' : field?.unit
  const direction = check.type === 'at-most' ? '≤' : '≥'
  return ({ comparison, unit: own }) =>
    (comparison === direction || comparison === '=') && (unit === undefined || bareUnit(unit) === bareUnit(own))
}

/** A requirement's figure under the new plan, and why it should be reviewed; null if it has none. */
export interface CarriedFigure {
  readonly figure: number | null
  readonly doubt: 'figure-changed' | 'figure-missing' | 'figure-open' | null
  /** If no figure continues it: the new clause's figures of the same unit and direction. */
  readonly others: readonly PlanTarget[]
}

/**
 * Figure of a requirement after its clause changed: the figure of the new clause that continues its origin, or that is
 * about the same. A figure about something else is never used, even if its value is equal.
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
    of
      .filter((each) => fits(each) && likeness(each) >= MIN_FIGURE_LIKENESS)
      .sort((a, b) => likeness(b) - likeness(a))[0]
  const origin = likest(earlier.filter(({ value }) => value === asked))
  const goesOn = nextTargets(earlier, now, sentenceOf)
  const taken = new Set(goesOn.values())
  const next = origin ? goesOn.get(origin) : likest(now.filter((each) => !taken.has(each)))
  if (next) return { figure: next.value, doubt: next.value === asked ? null : 'figure-changed', others: [] }
  if (!origin) return { figure: asked, doubt: null, others: [] }
  const others = now.filter((each) => fits(each) && bareUnit(each.unit) === bareUnit(origin.unit) && !taken.has(each))
  return { figure: asked, doubt: others.length > 0 ? 'figure-open' : 'figure-missing', others }
}
