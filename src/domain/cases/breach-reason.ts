import type { BreachKind } from '@/domain/trucks/breach-kinds'
import type { Second } from '@/domain/trucks/positions'

/** A suspected breach by a truck, as the reason for opening a case. */
export interface BreachReason {
  readonly of: 'breach'
  readonly kind: BreachKind
  readonly plate: string
  /** '' if unknown. */
  readonly company: string
  readonly from: Second
  readonly until: Second
  /** km/h, for speeding. */
  readonly figure: number | null
  /** For breaches of a ban: name of the banned source where it began; null if it is on none of the current list. */
  readonly roadName: string | null
  /** For a truck that left without a wash: name of the site that it left; null if that is not on the list any more. */
  readonly left: string | null
}
