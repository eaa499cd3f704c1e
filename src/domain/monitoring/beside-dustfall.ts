import { sampleCorrelation } from 'simple-statistics'
import { competitionRanks } from '@/domain/dustfall/competition-rank'
import { roundHalfEven } from '@/domain/dustfall/rounding'
import { settledHalf } from './rounding'

/** How monitors are compared with dustfall: a setting of the package. */
export interface BesideDustfallRule {
  /** The minimum number of valid days for a device's month. */
  readonly leastDays: number
  /** The radius around a dustfall point within which devices are compared with it, in metres. */
  readonly withinMetres: number
  /** Ranks agree if they differ by at most this share of the number of compared places, 0…1. */
  readonly apartShare: number
}

/**
 * The two values of a place: dustfall in t/(km²·month), and the mean of its monitors in the unit of their parameter.
 */
export interface DustfallAndMonitors {
  readonly dustfall: number | null
  readonly monitors: number | null
}

/**
 * A place in the comparison. Ranks include only places that have both values; the lowest value is first, as in the
 * dustfall ranking.
 */
export interface ComparedPlace {
  /** Rounded to one decimal; the ranks use the rounded values. */
  readonly dustfall: number | null
  readonly monitors: number | null
  readonly dustfallRank: number | null
  readonly monitorsRank: number | null
  /** The monitors' rank minus the dustfall rank; null if either is unknown. */
  readonly apart: number | null
  readonly agrees: boolean | null
}

export interface DustfallComparison {
  /** One for each place, in the order given. */
  readonly rows: readonly ComparedPlace[]
  /** How many places have both values. */
  readonly count: number
  /**
   * Spearman's rank correlation of these places, with ties at their mean rank. Null for fewer than {@link MIN_PAIRS}
   * places, or if all values of one side are equal.
   */
  readonly spearman: number | null
}

/** With fewer places a correlation is meaningless. */
export const MIN_PAIRS = 5

/** Ranks from 1; equal values share the mean of their ranks. */
function meanRanks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1)
}

const rounded = (value: number | null) => (value === null ? null : roundHalfEven(value))
/** A mean of readings that is a half in decimals, and just beside it as stored, is rounded as a half. */
const roundedMean = (value: number | null) => rounded(value === null ? null : settledHalf(value, 1))

/** Ranks places by dustfall and by monitors, and measures how far the ranks agree. It shows no cause. */
export function besideDustfall(
  places: readonly DustfallAndMonitors[],
  { apartShare }: Pick<BesideDustfallRule, 'apartShare'>,
): DustfallComparison {
  const all = places.map(({ dustfall, monitors }) => ({ dustfall: rounded(dustfall), monitors: roundedMean(monitors) }))
  const has = ({ dustfall, monitors }: DustfallAndMonitors) => dustfall !== null && monitors !== null
  const of = (which: keyof DustfallAndMonitors) => all.map((each) => (has(each) ? each[which] : null))
  const [dustfallRanks, monitorsRanks] = [competitionRanks(of('dustfall')), competitionRanks(of('monitors'))]
  const both = all.filter(has)
  const rows = all.map((each, at): ComparedPlace => {
    const [dustfallRank, monitorsRank] = [dustfallRanks[at]!, monitorsRanks[at]!]
    const apart = dustfallRank === null || monitorsRank === null ? null : monitorsRank - dustfallRank
    const agrees = apart === null ? null : Math.abs(apart) <= apartShare * both.length
    return { ...each, dustfallRank, monitorsRank, apart, agrees }
  })
  const ranks = (which: keyof DustfallAndMonitors) => meanRanks(both.map((each) => each[which]!))
  const spearman = both.length < MIN_PAIRS ? Number.NaN : sampleCorrelation(ranks('dustfall'), ranks('monitors'))
  return { rows, count: both.length, spearman: Number.isNaN(spearman) ? null : spearman }
}
