import type { Bilingual } from '@/domain/bilingual'
import type { IsoDay, Month } from '@/domain/calendar'
import type { ValidLimit } from '@/domain/dustfall/limit-in-month'
import type { NamedTask } from '@/domain/plan/named-tasks'
import type { Clause, Recurrence } from '@/domain/rules/clause'

/** A requirement of the plan that was in force as it stands under the new one. */
export interface AdoptedRule {
  readonly id: string
  readonly clause: number
  readonly lead: readonly string[]
  /** The day by which it must hold, where it has one. */
  readonly day: IsoDay | null
  /** The figure that it asks for, where it asks for one. */
  readonly figure: number | null
  /** How often it asks from now on; absent where that stays. */
  readonly every?: Recurrence
  /** Who takes part in it, and what it rests on; absent where that stays as it is written. */
  readonly support?: readonly string[]
  readonly basis?: string
}

/** A requirement that goes on under a clause, and that nothing else is said of: this version can't read it. */
export type UnreadAdoptedRule = Pick<AdoptedRule, 'id' | 'clause'>

/** A plan that takes the place of the one that is in force. */
export interface PlanAdoption {
  readonly plan: { readonly zh: string; readonly en: string; readonly number: string; readonly day: IsoDay }
  readonly year: number
  /** Whether it is the plan in force, read again: that one is not kept to be read beside it then. */
  readonly replaces: boolean
  /** The dustfall limit, from which month on, and where it stands; null where the limit stays. */
  readonly dustfallLimit: (ValidLimit & { readonly from: Month }) | null
  readonly clauses: readonly Clause[]
  /** Number of a clause until now, and of the one that goes on with it. */
  readonly links: readonly (readonly [earlier: number, now: number])[]
  /** Requirements that go on; all others end with the plan that is in force. */
  readonly rules: readonly (AdoptedRule | UnreadAdoptedRule)[]
  /** Clauses until now whose named tasks stand under the clause that goes on with them; all others are kept apart. */
  readonly tasks: readonly number[]
  /** The tasks that it gives by name itself. */
  readonly named: readonly NamedTask[]
  /** Title of their table; and what is asked of those of a clause, behind its title. */
  readonly words: { readonly table: string; readonly onTime: Bilingual }
  /** Who reads it in, why, and from which file. */
  readonly by: string
  readonly why: string
  readonly file: string
}
