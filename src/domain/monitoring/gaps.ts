import { FLAGS, type Flag } from './parameter'
import type { Minute } from './readings'

const HOUR = 60

/**
 * Why an hour has no mean: nothing came of it; nothing had come before it, ever; none of its readings counts, by their flag; too few
 * minutes of it are known, be others flagged or not; or what came of it says nothing of the parameter.
 */
export type GapWhy = 'nothing' | 'before' | 'flag' | 'few' | 'other'

/** Hours in a row without a mean, of one reason. */
export interface Gap {
  /** [from, until) */
  readonly from: Minute
  readonly until: Minute
  readonly hours: number
  readonly why: GapWhy
  /** That most readings of each hour carry; null where it is no reason. */
  readonly flag: Flag | null
}

/** What is known of a device's hours, of which the first begins at `from`; an entry for each hour. */
export interface KnownHours {
  readonly from: Minute
  /** NaN where there is no mean. */
  readonly values: Float32Array
  /** 1 where anything came of the hour. */
  readonly came: Uint8Array
  /** Of how many minutes a valid reading is known. */
  readonly minutes: Uint8Array
  /** Places in `FLAGS`. */
  readonly flags: Uint8Array
}

/** The hours without a mean, in order. `first` is the first hour of which the device ever reported. */
export function gapsOf({ from, values, came, minutes, flags }: KnownHours, first: Minute): readonly Gap[] {
  const gaps: Gap[] = []
  const whyOf = (hour: number): Pick<Gap, 'why' | 'flag'> => {
    if (came[hour] !== 1) return { why: from + hour * HOUR < first ? 'before' : 'nothing', flag: null }
    if (minutes[hour]! > 0) return { why: 'few', flag: null }
    return flags[hour]! > 0 ? { why: 'flag', flag: FLAGS[flags[hour]!]! } : { why: 'other', flag: null }
  }
  for (const [hour, value] of values.entries()) {
    if (!Number.isNaN(value)) continue
    const at = from + hour * HOUR
    const { why, flag } = whyOf(hour)
    const last = gaps.at(-1)
    if (last && last.until === at && last.why === why && last.flag === flag)
      gaps[gaps.length - 1] = { ...last, until: at + HOUR, hours: last.hours + 1 }
    else gaps.push({ from: at, until: at + HOUR, hours: 1, why, flag })
  }
  return gaps
}

/** How many hours have readings that carry a flag and do not count, and how many of these have no mean. */
export interface FlaggedHours {
  readonly flag: Flag
  readonly hours: number
  readonly withoutMean: number
}

/** In the order of `FLAGS`; an hour counts by the flag that most of those readings carry. */
export function flaggedHours({ values, flags }: Pick<KnownHours, 'values' | 'flags'>): readonly FlaggedHours[] {
  return FLAGS.flatMap((flag, place) => {
    if (place === 0) return []
    let [hours, withoutMean] = [0, 0]
    for (let hour = 0; hour < flags.length; hour++) {
      if (flags[hour] !== place) continue
      hours++
      if (Number.isNaN(values[hour]!)) withoutMean++
    }
    return hours === 0 ? [] : [{ flag, hours, withoutMean }]
  })
}
