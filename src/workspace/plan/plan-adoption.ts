import type { Bilingual } from '@/domain/bilingual'
import type { IsoDay, Month } from '@/domain/calendar'
import type { ValidLimit } from '@/domain/dustfall/limit-in-month'
import type { NamedTask } from '@/domain/plan/named-tasks'
import type { Clause, Recurrence } from '@/domain/rules/clause'

/** A rule of the previous plan, as changed for the new one. */
export interface AdoptedRule {
  readonly id: string
  readonly clause: number
  readonly lead: readonly string[]
  /** Its deadline, if it has one. */
  readonly day: IsoDay | null
  /** Its threshold, if it has one. */
  readonly figure: number | null
  /** New interval; absent if unchanged. */
  readonly every?: Recurrence
  /** Supporting departments, and legal basis; absent if unchanged. */
  readonly support?: readonly string[]
  readonly basis?: string
}

/** A rule that continues under a clause without other changes, because this version can't read it. */
export type UnreadAdoptedRule = Pick<AdoptedRule, 'id' | 'clause'>

/** A plan that replaces the one in force. */
export interface PlanAdoption {
  readonly plan: { readonly zh: string; readonly en: string; readonly number: string; readonly day: IsoDay }
  readonly year: number
  /** Whether it is the plan in force, read again; then the old one is not kept as an earlier plan. */
  readonly replaces: boolean
  /** The dustfall limit, its first month, and where the plan states it; null if the limit is unchanged. */
  readonly dustfallLimit: (ValidLimit & { readonly from: Month }) | null
  readonly clauses: readonly Clause[]
  /** Old clause number, and the number of the clause that continues it. */
  readonly links: readonly (readonly [earlier: number, now: number])[]
  /** Rules that continue; all others end with the plan in force. */
  readonly rules: readonly (AdoptedRule | UnreadAdoptedRule)[]
  /** Old clauses whose named tasks move to the clause that continues them; other tasks are kept apart. */
  readonly tasks: readonly number[]
  /** The tasks named by the new plan itself. */
  readonly named: readonly NamedTask[]
  /** Title of their table, and the title suffix of the rule that its tasks are done on time. */
  readonly words: { readonly table: string; readonly onTime: Bilingual }
  /** Who imports the plan, why, and from which file. */
  readonly by: string
  readonly why: string
  readonly file: string
}
