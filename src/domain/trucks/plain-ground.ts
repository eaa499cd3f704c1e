import type { BanLines } from './ban-lines'
import type { BanWithLines } from './breaches'
import type { TruckSettings } from './settings'
import type { TruckPlaces } from './truck-places'

/** What the trucks of a package are judged by, as plain data that threads can exchange. */
export interface PlainGround {
  readonly settings: TruckSettings
  readonly places: TruckPlaces
  readonly bans: readonly BanWithLines[]
  /** All lines of sources, used to detect the datum of tracks. */
  readonly lines: BanLines
}
