import { sampleCorrelation } from 'simple-statistics'
import { competitionRanks } from '@/domain/dustfall/competition-rank'
import { roundHalfEven } from '@/domain/dustfall/rounding'

/** How monitors are put beside dustfall: a setting of the package. */
export interface BesideDustfallRule {
  /** So many days that count a device's month needs. */
  readonly leastDays: number
  /** How far from a point devices are taken for its surroundings, in metres. */
  readonly withinMetres: number
  /** Ranks agree that lie apart by at most this share of the places that are compared, 0…1. */
  readonly apartShare: number
}

/** A place with what is known of it: dustfall in t/(km²·month), and the mean of its monitors in the unit of their parameter. */
export interface BothOf {
  readonly dustfall: number | null
  readonly monitors: number | null
}

/** How a place stands in both; ranks are only among places that have both, the lowest first, as dustfall is ranked. */
export interface Beside {
  /** Rounded to the tenth, by which they are ranked. */
  readonly dustfall: number | null
  readonly monitors: number | null
  readonly dustfallRank: number | null
  readonly monitorsRank: number | null
  /** The rank of the monitors less that of dustfall; null where either is unknown. */
  readonly apart: number | null
  readonly agrees: boolean | null
}

export interface BesideAll {
  /** One for each place, in the order given. */
  readonly rows: readonly Beside[]
  /** How many have both. */
  readonly count: number
  /** Spearman's rank correlation of those, ties at their mean rank; null of fewer than {@link LEAST_PAIRS}, and where all of one are equal. */
  readonly spearman: number | null
}

/** Of fewer places a correlation says nothing. */
export const LEAST_PAIRS = 5

/** Ranks with ties at the mean of the places that they share. */
function meanRanks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1)
}

const rounded = (value: number | null) => (value === null ? null : roundHalfEven(value))

/** Places by their dustfall and their monitors: how they rank in both, and how far the ranks agree. It says nothing of causes. */
export function besideDustfall(
  places: readonly BothOf[],
  { apartShare }: Pick<BesideDustfallRule, 'apartShare'>,
): BesideAll {
  const all = places.map(({ dustfall, monitors }) => ({ dustfall: rounded(dustfall), monitors: rounded(monitors) }))
  const has = ({ dustfall, monitors }: BothOf) => dustfall !== null && monitors !== null
  const of = (which: keyof BothOf) => all.map((each) => (has(each) ? each[which] : null))
  const [dustfallRanks, monitorsRanks] = [competitionRanks(of('dustfall')), competitionRanks(of('monitors'))]
  const both = all.filter(has)
  const rows = all.map((each, at): Beside => {
    const [dustfallRank, monitorsRank] = [dustfallRanks[at]!, monitorsRanks[at]!]
    const apart = dustfallRank === null || monitorsRank === null ? null : monitorsRank - dustfallRank
    const agrees = apart === null ? null : Math.abs(apart) <= apartShare * both.length
    return { ...each, dustfallRank, monitorsRank, apart, agrees }
  })
  const ranks = (which: keyof BothOf) => meanRanks(both.map((each) => each[which]!))
  const spearman = both.length < LEAST_PAIRS ? Number.NaN : sampleCorrelation(ranks('dustfall'), ranks('monitors'))
  return { rows, count: both.length, spearman: Number.isNaN(spearman) ? null : spearman }
}
