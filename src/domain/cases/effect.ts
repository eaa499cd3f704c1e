import { type DoubtedHours, OPEN, WRONG } from '@/domain/monitoring/doubts/verdict'
import type { HourGrid } from '@/domain/monitoring/hour-grid'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { EffectRule } from './settings'

const HOUR = 60

/** Hours of one time: their mean, null where fewer count than the rule asks for, and how many count of how many; a person found `wrong` of the others, and nobody has decided on `open` of those that count. */
export interface MeanOfHours extends DoubtedHours {
  readonly mean: number | null
  readonly known: number
  readonly hours: number
}

/** Hours before something abnormal was noticed, and after it was dealt with. */
export interface BeforeAndAfter {
  readonly before: MeanOfHours
  readonly after: MeanOfHours
}

/** What became of a value: of the device itself, and of those near it, which have the same weather. */
export interface Effect {
  readonly own: BeforeAndAfter
  /** Means over the neighbours of their own means. */
  readonly near: BeforeAndAfter
  readonly neighbours: number
}

/** By how much the second is above the first, as a share of it: −0.4 is 40 % less; null where either is not known. */
export const changeOf = ({ before, after }: BeforeAndAfter): number | null =>
  before.mean === null || after.mean === null || before.mean <= 0 ? null : after.mean / before.mean - 1

/** By how much a device changed beside its neighbours, whose air changed too: −0.4 is 40 % less than they would have it. */
export function changeBeside({ own, near }: Effect): number | null {
  const [ofOwn, ofNear] = [changeOf(own), changeOf(near)]
  return ofOwn === null || ofNear === null || ofNear <= -1 ? null : (1 + ofOwn) / (1 + ofNear) - 1
}

/**
 * What became of the value of a device from the hours that end when it was `noticed` to those that begin when it was `settled`, whole
 * hours each. The grid holds them all; it has the device first, and then its neighbours. Of neighbours only those count that have
 * enough hours of both. `standing` says of each cell of the grid how it stands with doubts: what a person found wrong counts in no mean.
 */
export function effectOf(
  grid: HourGrid,
  parameter: Parameter,
  { noticed, settled }: { readonly noticed: Minute; readonly settled: Minute },
  rule: Pick<EffectRule, 'hours' | 'leastHours'>,
  standing: Uint8Array = new Uint8Array(grid.devices.length * grid.hours),
): Effect {
  const values = grid.values[parameter] ?? new Float32Array(grid.devices.length * grid.hours).fill(Number.NaN)
  const meanFrom = (device: number, begin: Minute): MeanOfHours => {
    const first = Math.ceil((begin - grid.from) / HOUR)
    let [sum, known, wrong, open] = [0, 0, 0, 0]
    for (let hour = Math.max(0, first); hour < Math.min(grid.hours, first + rule.hours); hour++) {
      const cell = device * grid.hours + hour
      const value = values[cell]!
      if (Number.isNaN(value)) continue
      if (standing[cell] === WRONG) {
        wrong++
        continue
      }
      if (standing[cell] === OPEN) open++
      sum += value
      known++
    }
    return { mean: known < rule.leastHours ? null : sum / known, known, hours: rule.hours, wrong, open }
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
      mean: means.length === 0 ? null : means.reduce((sum, each) => sum + each, 0) / means.length,
      known: means.length === 0 ? 0 : known,
      hours: rule.hours,
    }
  }
  return { own: bothOf(0), near: { before: over('before'), after: over('after') }, neighbours: counting.length }
}
