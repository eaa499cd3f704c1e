import { type IsoDay, parseDay } from '@/domain/calendar'
import { dayOf } from '@/domain/trucks/clock-hours'
import type { Tracks } from '@/io/tracks/tracks'
import type { OpenedPackage } from '@/questions/opened-package'
import { type BreachLine, breachLine, isOnCard, type TruckCardRequest } from './truck-card'
import { truckMonth } from './truck-month'

/**
 * Breaches that began on a day in the month of `asOf`, earliest first: of the requested trucks, or of all if `asked`
 * is null.
 */
export async function breachesOnDay(
  opened: OpenedPackage,
  tracks: Tracks,
  asOf: IsoDay,
  day: IsoDay,
  asked: TruckCardRequest | null,
): Promise<readonly BreachLine[]> {
  const made = await truckMonth(opened, tracks, asOf)
  if (!made) return []
  const number = parseDay(day)
  const isAsked = asked ? isOnCard(opened, made.told, asked) : () => true
  const { trucks, truck, from } = made.breaches
  return Array.from(from, (second, row) => ({ second, row }))
    .filter(({ second, row }) => dayOf(second) === number && isAsked(trucks[truck[row]!]!))
    .sort((a, b) => a.second - b.second)
    .map(({ row }) => breachLine(opened, made, row))
}
