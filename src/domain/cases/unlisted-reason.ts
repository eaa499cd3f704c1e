import type { IsoDay } from '@/domain/calendar'
import type { UnlistedUse } from '@/domain/trucks/unlisted-use'

/** A truck that stopped at a place, with its company ('' if unknown) and the days. */
export interface TruckVisits {
  readonly plate: string
  readonly company: string
  readonly days: readonly IsoDay[]
  readonly stops: number
}

/** Trucks that stop repeatedly at an unlisted place, as the reason for proposing a case. */
export interface UnlistedReason {
  readonly of: 'unlisted'
  readonly use: UnlistedUse
  readonly stops: number
  readonly days: number
  readonly trucks: number
  /** The trucks, the one with the most stops first. */
  readonly visitors: readonly TruckVisits[]
  readonly unloaded: number
  readonly loaded: number
  readonly lifted: number
  readonly first: IsoDay
  readonly last: IsoDay
}
