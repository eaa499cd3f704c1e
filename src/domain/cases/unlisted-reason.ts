import type { IsoDay } from '@/domain/calendar'
import type { UnlistedUse } from '@/domain/trucks/unlisted-use'

/** A truck that stopped at a place, whose it is ('' where nobody says), and on which days. */
export interface TruckVisits {
  readonly plate: string
  readonly company: string
  readonly days: readonly IsoDay[]
  readonly stops: number
}

/** Trucks that stop again and again at a place that no list has, as why it is proposed to open a case. */
export interface UnlistedReason {
  readonly of: 'unlisted'
  readonly use: UnlistedUse
  readonly stops: number
  readonly days: number
  readonly trucks: number
  /** Each of them, the one with most stops first. */
  readonly visitors: readonly TruckVisits[]
  readonly unloaded: number
  readonly loaded: number
  readonly lifted: number
  readonly first: IsoDay
  readonly last: IsoDay
}
