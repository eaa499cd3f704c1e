import type { Bilingual } from '@/domain/bilingual'
import type { IsoDay } from '@/domain/calendar'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { Scope } from './rule'

/** How the value that stands beside a target comes from the data. */
export type Measure =
  /** Percent of the sources that a rule is about and that are known to meet it. */
  | { readonly of: 'passing'; readonly rule: string }
  /** The smallest number of a column, of the rows whose flag is as given. */
  | {
      readonly of: 'smallest'
      readonly kind: KindId
      readonly column: string
      readonly where?: { readonly flag: string; readonly is: boolean }
    }
  /**
   * How many rows of a kind, or of those that are as `among` says, are as `where` says; and what percent of them is. With
   * `inYear` only rows whose day in that column lies in the plan's year, up to the day on which it is measured.
   */
  | {
      readonly of: 'count' | 'proportion'
      readonly kind: KindId
      readonly where: readonly Scope[]
      readonly among?: readonly Scope[]
      readonly inYear?: string
    }
  /** Sum of a part over the sum of the whole, in percent. */
  | { readonly of: 'share'; readonly kind: KindId; readonly part: string; readonly whole: string }
  /** Of the kind that the ring is about: those newly at an advanced grade, those in the ring, and their industries. */
  | { readonly of: 'newly-advanced' | 'in-ring' | 'industries' }
  /** The largest county value of the newest month of the plan's year. */
  | { readonly of: 'worst-dustfall' }

/** A numeric target that a clause sets. */
export interface PlanTarget {
  readonly what: Bilingual
  readonly comparison: '≤' | '≥' | '='
  readonly value: number
  readonly unit: string
  /** Where the data says how far it is; absent where no data that we know could. */
  readonly measure?: Measure
}

/** How often something is to be done; `standing`: all the time (长期). */
export const RECURRENCES = ['day', 'week', 'month', 'quarter', 'half-year', 'year', 'standing'] as const
export type Recurrence = (typeof RECURRENCES)[number]

/** What a clause wants more or less of without saying how much: followed by its value, never judged. */
export interface PlanFigure {
  readonly what: Bilingual
  readonly unit: string
  readonly measure: Measure
}

/** A part of a clause for which it names its own departments. */
export interface ClausePart extends Pick<Clause, 'lead' | 'support' | 'carriedOutBy'> {
  /** Its first words. */
  readonly what: Bilingual
}

/** One numbered task of the plan, in our own words. */
export interface Clause {
  readonly number: number
  readonly title: Bilingual
  readonly gist: Bilingual
  /** 牵头, or all that are responsible 按职责分工. */
  readonly lead: readonly string[]
  /** 参与. */
  readonly support: readonly string[]
  /** 落实. */
  readonly carriedOutBy: readonly string[]
  /** Who does what of which part, where its paragraphs name others; the lists above have all of them. */
  readonly parts?: readonly ClausePart[]
  readonly deadlines: readonly { readonly day: IsoDay; readonly what: Bilingual }[]
  readonly targets: readonly PlanTarget[]
  /** What is to be done again and again: 每季, 逐月. */
  readonly recurring?: readonly { readonly every: Recurrence; readonly what: Bilingual }[]
  /** 适用条件: figures that say whom or what a task is about. They are no goals, and nothing is measured against them. */
  readonly conditions?: readonly Bilingual[]
  readonly figures?: readonly PlanFigure[]
  /** Tables that would be needed for what the package has no data of. */
  readonly needs?: readonly Bilingual[]
}

/** Whether a value meets a target; decides on the value itself, not on what is shown of it. */
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
