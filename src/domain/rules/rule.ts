import type { Bilingual } from '@/domain/bilingual'
import type { IsoDay } from '@/domain/calendar'
import type { KindId } from '@/domain/sources/kinds/kind'
import { splitNames } from './split-names'

/**
 * What a rule requires of one row. Every check names the fields that it reads; an absent value makes the outcome
 * unknown.
 */
export type Check =
  /** All flags are yes (六个100%). */
  | { readonly type: 'all-yes'; readonly fields: readonly string[] }
  /** All flags are no (mixing on site). */
  | { readonly type: 'all-no'; readonly fields: readonly string[] }
  /** The texts are present (a permit number); an absent one is unknown, not failed. */
  | { readonly type: 'present'; readonly fields: readonly string[] }
  /** The text is one of these (grade 优). */
  | { readonly type: 'one-of'; readonly field: string; readonly values: readonly string[] }
  | { readonly type: 'at-least'; readonly field: string; readonly value: number }
  | { readonly type: 'at-most'; readonly field: string; readonly value: number }
  /** part / whole in percent. */
  | { readonly type: 'share-at-least'; readonly part: string; readonly whole: string; readonly percent: number }
  /** Done by a deadline: one day for all rows, or the row's own. */
  | {
      readonly type: 'done'
      readonly flag: string
      readonly day: string
      readonly deadline: { readonly day: IsoDay } | { readonly field: string }
    }
  /** The last time lies on or after `day` (a monitor renewed), by a deadline. */
  | { readonly type: 'not-before'; readonly field: string; readonly day: IsoDay; readonly deadline: IsoDay }
  /** The last time lies in the quarter of the as-of day (a calibration). */
  | { readonly type: 'this-quarter'; readonly field: string }
  /** The last time lies in the calendar month of the as-of day. */
  | { readonly type: 'this-month'; readonly field: string }
  /** The last time is at most `days` days ago (a survey). */
  | { readonly type: 'max-age'; readonly field: string; readonly days: number }
  /** Once `since` is more than `months` months ago, all flags must be yes (bare ground covered). */
  | {
      readonly type: 'after-months'
      readonly since: string
      readonly months: number
      readonly fields: readonly string[]
    }

/** Which rows a rule applies to; if the field of a row is absent, its membership and outcome are unknown. */
export type Scope =
  | { readonly field: string; readonly is: boolean }
  | { readonly field: string; readonly oneOf: readonly string[] }
  | { readonly field: string; readonly equals: number }
  /** The row lies in one of these counties. */
  | { readonly counties: readonly string[] }

/** One checkable requirement of a clause. */
export interface Rule {
  readonly id: string
  readonly clause: number
  readonly kind: KindId
  readonly title: Bilingual
  readonly scope: readonly Scope[]
  readonly check: Check
  /** First and last day on which it applies. */
  readonly from: IsoDay
  readonly until?: IsoDay
  /**
   * For a requirement that must hold from a day on: until then a failure is due, afterwards it is overdue since it was
   * seen.
   */
  readonly deadline?: IsoDay
  /** A hint of our own that no clause asks for (内部提示，非方案要求): shown on the source, counted nowhere. */
  readonly advisory?: boolean
  /** Leading departments; empty if each row names its own (`operator`). */
  readonly lead: readonly string[]
  /** Departments that take part (参与), in addition to those that its clause names. */
  readonly support?: readonly string[]
  /** The law, standard or document that it is based on, in words (依据). */
  readonly basis?: string
  /** Id of the rule that it replaced, when the requirement was changed from its first day on. */
  readonly follows?: string
  /**
   * First day on which teams were asked this rule, if later than `from`: a plan is put in force after its issue. What
   * teams recorded until then answers the rule that it replaced.
   */
  readonly askedFrom?: IsoDay
  /** Who last edited it on the screen, why, and when (milliseconds since 1970); `added` if the office added it. */
  readonly changed?: { readonly by: string; readonly why: string; readonly at: number; readonly added?: boolean }
}

/** A requirement that was taken out of the plan: kept so that records which answer it can still be read. */
export interface EndedRule extends Pick<Rule, 'id' | 'clause' | 'kind' | 'title'> {
  readonly ended: { readonly by: string; readonly why: string; readonly at: number }
}

/**
 * A requirement that this version can't read: a later version wrote it in an unknown form, or its kind is not declared.
 */
export interface UnreadRule extends Pick<Rule, 'id' | 'clause' | 'title' | 'lead'> {
  /** Day by which it must hold; null if it names none. */
  readonly day: IsoDay | null
}

/** Whether an office added or changed a rule, so that it is not the plan's own wording; null if it is. */
export const originOf = ({ changed }: Pick<Rule, 'changed'>): 'added' | 'changed' | null =>
  changed === undefined ? null : changed.added === true ? 'added' : 'changed'

/** A hint in the default package from before rules had `advisory`: the age of a survey, which no clause requires. */
const OLDER_HINT = { id: '26-survey', clause: 26, days: 30 } as const

/**
 * Whether a rule is only a hint. Packages from before `advisory` existed contain {@link OLDER_HINT} as it was
 * delivered; every other rule without `advisory` is the office's own and counts.
 */
export function isAdvisory({ id, clause, check, advisory }: Rule): boolean {
  if (advisory !== undefined) return advisory
  const isOlderHint = id === OLDER_HINT.id && clause === OLDER_HINT.clause
  return isOlderHint && check.type === 'max-age' && check.days === OLDER_HINT.days
}

/**
 * Departments that lead a rule for a source: the rule's own; otherwise the one that the source names as lead, or its
 * operator; empty if none is named. `text` returns the source's text for a meaning, '' if empty.
 */
export function leadsOf(
  { lead }: Pick<Rule, 'lead'>,
  text: (meaning: 'lead' | 'operator') => string,
): readonly string[] {
  if (lead.length > 0) return lead
  const own = splitNames(text('lead'))
  if (own.length > 0) return own
  const operator = text('operator')
  return operator === '' ? [] : [operator]
}

/** The fields whose values show why a check came out as it did. */
export function fieldsOf(check: Check): readonly string[] {
  switch (check.type) {
    case 'all-yes':
    case 'all-no':
    case 'present':
      return check.fields
    case 'after-months':
      return [check.since, ...check.fields]
    case 'share-at-least':
      return [check.part, check.whole]
    case 'done':
      return [check.flag, check.day]
    default:
      return [check.field]
  }
}
