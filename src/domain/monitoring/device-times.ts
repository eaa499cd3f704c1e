import { intervalOfRows, prevailingGap, type Stamp } from './interval'
import type { Minute } from './readings'

const HOUR = 60
/** The usual lengths of periods, the longest first. */
const LENGTHS = [60, 30, 15, 10, 5, 1]

/** The minutes of the period that a device's time begins or ends. */
export type PeriodOf = (device: string, minute: Minute) => number

/** The times of a device. */
interface OwnTimes {
  /** In order, each once. */
  readonly minutes: Int32Array
  /** The minutes between most of them; 0 if that is no part of an hour. */
  readonly step: number
}

/** Collects the times of a table by device: one may report every hour beside others that report every 5 minutes. */
export class DeviceTimes {
  private readonly seen = new Map<string, Minute[]>()

  add(device: string, minute: Minute): void {
    const own = this.seen.get(device)
    if (!own) this.seen.set(device, [minute])
    else if (own.at(-1) !== minute) own.push(minute)
  }

  byDevice(): ReadonlyMap<string, OwnTimes> {
    return new Map([...this.seen].map(([device, minutes]) => [device, ownTimes(minutes)]))
  }
}

function ownTimes(seen: readonly Minute[]): OwnTimes {
  const minutes = Int32Array.from(seen)
    .sort()
    .filter((minute, at, all) => minute !== all[at - 1])
  const gap = prevailingGap(minutes)
  if (gap > 0 && HOUR % gap === 0) return { minutes, step: gap }
  // Hours with others missing between them.
  return { minutes, step: gap > 0 && minutes.every((minute) => minute % HOUR === 0) ? HOUR : 0 }
}

/** The step of most times; 0 if no device shows one. */
export function stepOfMost(devices: Iterable<OwnTimes>): number {
  const rows = new Map<number, number>()
  for (const { minutes, step } of devices) if (step > 0) rows.set(step, (rows.get(step) ?? 0) + minutes.length)
  let [most, found] = [0, 0]
  for (const [step, count] of rows) if (count > most) [most, found] = [count, step]
  return found
}

/**
 * The period of each time, by the times around it of the same device: a single time off the grid changes no other's.
 * Where these show none, by the device's other times, then by the table's.
 */
export function periodsOf(devices: ReadonlyMap<string, OwnTimes>, stamp: Stamp): PeriodOf {
  const step = stepOfMost(devices.values())
  const found = new Map<string, ReadonlyMap<Minute, number>>()
  const known = (device: string) => {
    const before = found.get(device)
    if (before) return before
    const minute = devices.get(device)?.minutes ?? new Int32Array()
    const intervals = intervalOfRows({ devices: [device], device: new Uint32Array(minute.length), minute }, stamp)
    const own = new Map(Array.from(minute, (at, row) => [at, intervals[row]!]))
    found.set(device, own)
    return own
  }
  const longest = (minute: Minute) => LENGTHS.find((each) => minute % each === 0)!
  return (device, minute) => known(device).get(minute) || devices.get(device)?.step || step || longest(minute)
}
