import type { BanLines } from './ban-lines'
import type { LaidBan } from './breaches'
import type { TruckSettings } from './settings'
import type { TruckPlaces } from './truck-places'

/** What trucks of a package are judged by, as plain data: one thread gives it to another. */
export interface PlainGround {
  readonly settings: TruckSettings
  readonly places: TruckPlaces
  readonly bans: readonly LaidBan[]
  /** All lines of sources, by which the datum of tracks is told. */
  readonly lines: BanLines
}
