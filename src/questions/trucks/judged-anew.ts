import type { Month } from '@/domain/calendar'
import type { Breaches } from '@/domain/trucks/breaches'
import { judgeClean } from '@/domain/trucks/judge-tracks'
import { orderPositions } from '@/domain/trucks/order-positions'
import type { PlainGround } from '@/domain/trucks/plain-ground'
import { groundDigest } from '@/io/tracks/ground-digest'
import type { Tracks } from '@/io/tracks/tracks'
import { truckGround } from './truck-ground'

/**
 * By which lists and settings the breaches of a package are judged: the current ones, in its files (`current`) or now
 * from its positions (`anew`), or those of before (`before`).
 */
export type PackageJudging = 'current' | 'anew' | 'before'

/** Most positions of a month that are read and judged unasked; more take seconds, and tens of megabytes to read. */
const MAX_POSITIONS = 2_000_000

/**
 * How the package's breaches of a month are judged, and the breaches of all its positions if that was done anew. Too
 * many positions, or incomplete ones, leave the stored breaches as they are.
 */
export async function judgedAnew(
  tracks: Tracks,
  month: Month,
  plain: PlainGround,
  most = MAX_POSITIONS,
): Promise<{ readonly judging: PackageJudging; readonly breaches: Breaches | null }> {
  if (!(await tracks.isJudgedOtherwise(month, groundDigest(plain)))) return { judging: 'current', breaches: null }
  const rows = await tracks.rowsIn(month, 'positions')
  const positions = rows !== null && rows <= most ? await tracks.positions(month) : null
  if (!positions || !tracks.isWhole(month, 'positions')) return { judging: 'before', breaches: null }
  const { breaches } = judgeClean(orderPositions(positions).positions, plain.settings, truckGround(plain))
  return { judging: 'anew', breaches }
}
