import type { Bilingual } from '@/domain/bilingual'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { UnlistedUse } from '@/domain/trucks/unlisted-use'

/** What rests on something that somebody wrote, and whether anybody held it against that. */
export interface Sourced {
  readonly source: Bilingual
  readonly confirmed: boolean
}

/** The steps that have a term. The names are stored with each case: none may change its meaning. */
export const TERM_STEPS = ['arrived', 'reported', 'closed'] as const
export type TermStep = (typeof TERM_STEPS)[number]

/** Within how many minutes, from when the value was noticed, a step is to be done. */
export interface CaseTerm extends Sourced {
  readonly step: TermStep
  readonly minutes: number
}

/** Where values come from that may open a case; none where a person brings them. */
export interface CaseOrigin {
  /** Sources of this kind, by the day on which they were reported, if that is no more than so many days ago and they are not settled. */
  readonly kind?: { readonly id: KindId; readonly withinDays: number }
  /** Points whose dustfall rose by so much against the month before, t/(km²·month). */
  readonly dustfall?: { readonly leastRise: number }
  /** Hours of monitors above a limit, of so many days up to the as-of day. */
  readonly exceedance?: { readonly withinDays: number }
  /** Places that no list has and where trucks stop, which may be used for any of these. */
  readonly unlistedPlace?: { readonly uses: readonly UnlistedUse[] }
}

/** Which sources may cause what was measured: those of some groups and kinds, without some kinds of these groups. */
export interface CauseRule extends Sourced {
  /** Of what was measured; absent: whatever it was. */
  readonly parameters?: readonly Parameter[]
  /** Ids of groups of kinds. */
  readonly groups: readonly string[]
  readonly kinds: readonly KindId[]
  readonly except: readonly KindId[]
}

/** A sort of case: what opens it, who leads it, and its terms. */
export interface CaseSort {
  readonly id: string
  readonly title: Bilingual
  readonly from: CaseOrigin
  /** Departments. */
  readonly lead: readonly string[]
  readonly terms: readonly CaseTerm[]
  /** What may be its cause, the first that fits; empty: any source. */
  readonly causes: readonly CauseRule[]
}

/** How likely sources are looked for around the place of a case. */
export interface LikelyRule extends Sourced {
  readonly metres: number
  /** Distances that differ by less than this are alike: of these, sources that break a requirement are named first. */
  readonly bandMetres: number
  /** So many are named. */
  readonly most: number
  /** So many of them are ticked at first, beside the site at which it was measured, when the case is given to a team. */
  readonly ticked: number
}

/** How what became of a value is told from hours of monitors. */
export interface EffectRule extends Sourced {
  /** So many hours before it was noticed, and after it was dealt with. */
  readonly hours: number
  /** So many of them have to be known. */
  readonly leastHours: number
  /** A device farther from the place of a case says nothing of it. */
  readonly metres: number
  /** So many devices stand beside it at most, within so many metres of it: they have the same weather. */
  readonly neighbours: number
  readonly neighbourMetres: number
}

/** What a package says of cases. */
export interface CaseSettings {
  readonly sorts: readonly CaseSort[]
  readonly likely: LikelyRule
  /** Null where the package has none: what became of a value is then a person's word alone. */
  readonly effect: EffectRule | null
}
