import type { Bilingual } from '@/domain/bilingual'
import type { IsoDay } from '@/domain/calendar'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { Scope } from './rule'

/** How the value shown beside a target is computed from the data. */
export type Measure =
  /** Percentage of sources that meet a rule, of those that it applies to and whose status is known. */
  | { readonly of: 'passing'; readonly rule: string }
  /** Smallest number in a column, among the rows whose flag is as given in `where`. */
  | {
      readonly of: 'smallest'
      readonly kind: KindId
      readonly column: string
      readonly where?: { readonly flag: string; readonly is: boolean }
    }
  /**
   * Number (`count`) or percentage (`proportion`) of rows that match `where`, among those that match `among` (all rows
   * of the kind if absent). With `inYear`, only rows whose day in that column lies in the plan's year, up to the day of
   * measuring.
   */
  | {
      readonly of: 'count' | 'proportion'
      readonly kind: KindId
      readonly where: readonly Scope[]
      readonly among?: readonly Scope[]
      readonly inYear?: string
    }
  /** Sum of `part` divided by sum of `whole`, in percent. */
  | { readonly of: 'share'; readonly kind: KindId; readonly part: string; readonly whole: string }
  /**
   * For the kinds that concern the ring: sources newly at an advanced grade, sources in the ring, and industries of
   * those with a ladder.
   */
  | { readonly of: 'newly-advanced' | 'in-ring' | 'industries' }
  /** The largest county value of the newest month of the plan's year. */
  | { readonly of: 'worst-dustfall' }

/** A numeric target that a clause sets. */
export interface PlanTarget {
  readonly what: Bilingual
  readonly comparison: '≤' | '≥' | '='
  readonly value: number
  readonly unit: string
  /** Absent if no known data could measure the target. */
  readonly measure?: Measure
}

/** Intervals of recurring tasks; `standing`: all the time (长期). */
export const RECURRENCES = ['day', 'week', 'month', 'quarter', 'half-year', 'year', 'standing'] as const
export type Recurrence = (typeof RECURRENCES)[number]

/** A quantity that a clause wants raised or lowered without naming a number: its value is shown, never judged. */
export interface PlanFigure {
  readonly what: Bilingual
  readonly unit: string
  readonly measure: Measure
}

/** A part of a clause with its own departments. */
export interface ClausePart extends Pick<Clause, 'lead' | 'support' | 'carriedOutBy'> {
  /** First words of the part. */
  readonly what: Bilingual
}

/** One numbered task of the plan, in our own words. */
export interface Clause {
  readonly number: number
  readonly title: Bilingual
  readonly gist: Bilingual
  /** 牵头; with 按职责分工, all responsible departments. */
  readonly lead: readonly string[]
  /** 参与. */
  readonly support: readonly string[]
  /** 落实. */
  readonly carriedOutBy: readonly string[]
  /** Departments by part, if paragraphs of the clause name different ones; the lists above contain all of them. */
  readonly parts?: readonly ClausePart[]
  readonly deadlines: readonly { readonly day: IsoDay; readonly what: Bilingual }[]
  readonly targets: readonly PlanTarget[]
  /** Recurring tasks: 每季, 逐月. */
  readonly recurring?: readonly { readonly every: Recurrence; readonly what: Bilingual }[]
  /**
   * 适用条件: figures that define whom or what a task applies to. They are not targets, and nothing is measured against
   * them.
   */
  readonly conditions?: readonly Bilingual[]
  readonly figures?: readonly PlanFigure[]
  /** Tables that would be needed to measure what the package has no data for. */
  readonly needs?: readonly Bilingual[]
}

/** Whether a value meets a target; compares the exact value, not the rounded one on the screen. */
export function meets({ comparison, value: target }: Pick<PlanTarget, 'comparison' | 'value'>, value: number): boolean {
  switch (comparison) {
    case '≤':
      return value <= target
    case '≥':
      return value >= target
    case '=':
      return value === target
  }
}
