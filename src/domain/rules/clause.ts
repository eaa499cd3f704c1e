import type { Bilingual } from '@/domain/bilingual'
import type { IsoDay } from '@/domain/calendar'
import type { Measure } from './measure'

/** A numeric target that a clause sets. */
export interface PlanTarget {
  readonly what: Bilingual
  readonly comparison: '≤' | '≥' | '='
  readonly value: number
  readonly unit: string
  /** Where the data says how far it is; absent where no data that we know could. */
  readonly measure?: Measure
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
  readonly deadlines: readonly { readonly day: IsoDay; readonly what: Bilingual }[]
  readonly targets: readonly PlanTarget[]
  /** 适用条件: figures that say whom or what a task is about. They are no goals, and nothing is measured against them. */
  readonly conditions?: readonly Bilingual[]
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
