import type { Bilingual } from '@/domain/bilingual'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { BreachKind } from '@/domain/trucks/breach-kinds'
import type { UnlistedUse } from '@/domain/trucks/unlisted-use'

/** The source of a setting, and whether somebody checked the setting against it. */
export interface Sourced {
  readonly source: Bilingual
  readonly confirmed: boolean
}

/** The steps that have a term. The names are stored with each case: their meaning must never change. */
export const TERM_STEPS = ['arrived', 'reported', 'closed'] as const
export type TermStep = (typeof TERM_STEPS)[number]

/** Within how many minutes of the value being noticed a step must be done. */
export interface CaseTerm extends Sourced {
  readonly step: TermStep
  readonly minutes: number
}

/** What may lead to a case; all absent if only people bring cases up. */
export interface CaseOrigin {
  /** Sources of this kind that were reported at most so many days ago and are not settled. */
  readonly kind?: { readonly id: KindId; readonly withinDays: number }
  /** Dustfall points with at least this rise over the previous month, t/(km²·month). */
  readonly dustfall?: { readonly leastRise: number }
  /** Hours of monitors above a limit, within so many days up to the as-of date. */
  readonly exceedance?: { readonly withinDays: number }
  /** Unlisted places where trucks stop and whose likely use is one of these. */
  readonly unlistedPlace?: { readonly uses: readonly UnlistedUse[] }
  /** Suspected breaches of these kinds by trucks; a person picks one. */
  readonly truckBreach?: { readonly kinds: readonly BreachKind[] }
}

/** Which sources may cause the measured value: those of these groups and kinds, except some kinds. */
export interface CauseRule extends Sourced {
  /** Applies to these measured parameters; absent: to all. */
  readonly parameters?: readonly Parameter[]
  /** Ids of groups of kinds. */
  readonly groups: readonly string[]
  readonly kinds: readonly KindId[]
  readonly except: readonly KindId[]
}

/** A sort of case: what opens it, who leads it, and its terms. */
export interface CaseType {
  readonly id: string
  readonly title: Bilingual
  readonly from: CaseOrigin
  /** Responsible departments. */
  readonly lead: readonly string[]
  readonly terms: readonly CaseTerm[]
  /** The possible causes; the first matching rule applies. Empty: any source. */
  readonly causes: readonly CauseRule[]
}

/** How likely sources are searched for around the place of a case. */
export interface LikelyRule extends Sourced {
  readonly metres: number
  /**
   * Distances that differ by less than this count as equal; among those, sources that break a requirement come first.
   */
  readonly bandMetres: number
  /** The maximum number listed. */
  readonly most: number
  /**
   * How many of them are preselected when the case is given to a team, besides the site where the value was measured.
   */
  readonly ticked: number
}

/** How the effect on values is computed from hourly means of monitors. */
export interface EffectRule extends Sourced {
  /** The number of hours before the value was noticed, and after it was dealt with. */
  readonly hours: number
  /** The minimum number of hours with a value. */
  readonly leastHours: number
  /** The maximum distance of a device from the place of a case. */
  readonly metres: number
  /**
   * The maximum number of neighbouring devices for comparison, and their maximum distance in metres; they have the same
   * weather.
   */
  readonly neighbours: number
  readonly neighbourMetres: number
}

/** The settings of a package for cases. */
export interface CaseSettings {
  readonly sorts: readonly CaseType[]
  readonly likely: LikelyRule
  /** Null if the package has none; then only a person can say what the effect was. */
  readonly effect: EffectRule | null
}

/** Whether only people bring up cases of this sort. */
export const isBroughtUp = ({ from }: Pick<CaseType, 'from'>): boolean => Object.keys(from).length === 0

/**
 * The sort of case for a suspected breach by a truck: the one that takes this kind, else one that people bring up, as in
 * packages older than this setting; undefined if there is neither.
 */
export const sortForBreach = (
  settings: Pick<CaseSettings, 'sorts'> | null | undefined,
  kind: BreachKind,
): CaseType | undefined =>
  settings?.sorts.find(({ from }) => from.truckBreach?.kinds.includes(kind)) ?? settings?.sorts.find(isBroughtUp)
