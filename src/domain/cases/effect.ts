import { type DoubtedHours, OPEN, WRONG } from '@/domain/monitoring/doubts/verdict'
import type { HourGrid } from '@/domain/monitoring/hour-grid'
import { averagingOf, meanOf } from '@/domain/monitoring/mean'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { EffectRule } from './settings'

const HOUR = 60

/**
 * The mean of the hours in a period: `mean` is null if fewer hours count than the rule requires; `known` of `hours`
 * count. `wrong`: hours with a value that a person judged wrong, which do not count; `open`: counted hours with an
 * undecided doubt.
 */
export interface MeanOfHours extends DoubtedHours {
  readonly mean: number | null
  readonly known: number
  readonly hours: number
}

/** The hours before an abnormal value was noticed, and after it was dealt with. */
export interface BeforeAndAfter {
  readonly before: MeanOfHours
  readonly after: MeanOfHours
}

/** How values changed: of the device itself, and of its neighbours, which have the same weather. */
export interface Effect {
  readonly own: BeforeAndAfter
  /** The means of the neighbours' own means. */
  readonly near: BeforeAndAfter
  readonly neighbours: number
}

/** The relative change from before to after: −0.4 means 40 % less; null if either mean is unknown. Not for levels (dB). */
export const changeOf = ({ before, after }: BeforeAndAfter): number | null =>
  before.mean === null || after.mean === null || before.mean <= 0 ? null : after.mean / before.mean - 1

/**
 * The change of a device relative to its neighbours, whose air changed too: −0.4 means 40 % less than with the
 * neighbours' change alone. Null if unknown.
 */
export function changeBeside({ own, near }: Effect): number | null {
  const [ofOwn, ofNear] = [changeOf(own), changeOf(near)]
  return ofOwn === null || ofNear === null || ofNear <= -1 ? null : (1 + ofOwn) / (1 + ofNear) - 1
}

/** NaN, as of no values or of directions that cancel out, is unknown. */
const knownMean = (mean: number): number | null => (Number.isNaN(mean) ? null : mean)

/** Whether the only device of a grid has enough hours both before and after; as {@link effectOf} counts them. */
export function hasBothMeans(...of: Parameters<typeof effectOf>): boolean {
  const { before, after } = effectOf(...of).own
  return before.mean !== null && after.mean !== null
}

/**
 * Compares a device's values before it was `noticed` (the whole hours that end then) with those after it was `settled`
 * (the whole hours that begin then). The grid must contain all these hours, with the device first and its neighbours
 * after it. Neighbours count only if they have enough hours in both periods. `standing`: the state of doubts for each
 * cell of the grid; hours judged wrong count in no mean.
 */
export function effectOf(
  grid: HourGrid,
  parameter: Parameter,
  { noticed, settled }: { readonly noticed: Minute; readonly settled: Minute },
  rule: Pick<EffectRule, 'hours' | 'leastHours'>,
  standing: Uint8Array = new Uint8Array(grid.devices.length * grid.hours),
): Effect {
  const values = grid.values[parameter] ?? new Float32Array(grid.devices.length * grid.hours).fill(Number.NaN)
  const { first: one, second: two, mean } = averagingOf(parameter)
  const meanFrom = (device: number, begin: Minute): MeanOfHours => {
    const first = Math.ceil((begin - grid.from) / HOUR)
    let [ofOne, ofTwo, known, wrong, open] = [0, 0, 0, 0, 0]
    for (let hour = Math.max(0, first); hour < Math.min(grid.hours, first + rule.hours); hour++) {
      const cell = device * grid.hours + hour
      const value = values[cell]!
      if (Number.isNaN(value)) continue
      if (standing[cell] === WRONG) {
        wrong++
        continue
      }
      if (standing[cell] === OPEN) open++
      ofOne += one(value)
      ofTwo += two(value)
      known++
    }
    return {
      mean: known < rule.leastHours ? null : knownMean(mean(ofOne / known, ofTwo / known)),
      known,
      hours: rule.hours,
      wrong,
      open,
    }
  }
  const bothOf = (device: number): BeforeAndAfter => ({
    before: meanFrom(device, Math.floor(noticed / HOUR) * HOUR - rule.hours * HOUR),
    after: meanFrom(device, settled),
  })
  const near = grid.devices.map((_, device) => bothOf(device)).slice(1)
  const counting = near.filter(({ before, after }) => before.mean !== null && after.mean !== null)
  const over = (part: keyof BeforeAndAfter): MeanOfHours => {
    const means = counting.map((each) => each[part].mean!)
    const known = Math.min(rule.hours, ...counting.map((each) => each[part].known))
    const sumOf = (which: keyof DoubtedHours) => counting.reduce((sum, each) => sum + each[part][which], 0)
    return {
      ...{ wrong: sumOf('wrong'), open: sumOf('open') },
      mean: knownMean(meanOf(parameter, means)),
      known: means.length === 0 ? 0 : known,
      hours: rule.hours,
    }
  }
  return { own: bothOf(0), near: { before: over('before'), after: over('after') }, neighbours: counting.length }
}
