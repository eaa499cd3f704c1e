import type { IsoDay } from '@/domain/calendar'
import type { UnlistedUse } from '@/domain/trucks/unlisted-use'

/** Trucks that stop again and again at a place that no list has, as why it is proposed to open a case. */
export interface UnlistedReason {
  readonly of: 'unlisted'
  readonly use: UnlistedUse
  readonly stops: number
  readonly days: number
  readonly trucks: number
  readonly unloaded: number
  readonly loaded: number
  readonly lifted: number
  readonly first: IsoDay
  readonly last: IsoDay
}
