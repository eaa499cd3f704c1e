import type { Month } from '@/domain/calendar'
import type { Tracks, TrackTable } from '@/io/tracks/tracks'
import type { OpenedPackage } from './opened-package'

/** Whether the package's own tracks of a month are made up, all or some of them: nobody knows then of which truck. */
export function isMonthMadeUp({ pack }: OpenedPackage, tracks: Tracks, month: Month, table: TrackTable): boolean {
  const own = tracks.files.filter((each) => each.month === month && each.table === table && !each.isKept)
  return pack.provenance.some(
    ({ path, dataClass }) => dataClass === 'illustrative' && own.some((each) => each.path === path),
  )
}

/** By plate whether the stops of a truck in a month are made up: those of the package are, and none of it were imported. */
export async function madeUpStops(
  opened: OpenedPackage,
  tracks: Tracks,
  month: Month,
): Promise<(plate: string) => boolean> {
  if (!isMonthMadeUp(opened, tracks, month, 'stops')) return () => false
  const kept = await tracks.keptTrucks(month, 'stops')
  return (plate) => !kept.has(plate)
}
