import { FLAGS, type Flag } from './parameter'
import type { Minute } from './readings'

const HOUR = 60

/**
 * Why an hour has no mean. `nothing`: no data arrived; `before`: the hour is before the device's first data; `flag`:
 * all its readings carry flags that exclude them; `few`: too few valid minutes, whether others are flagged or not;
 * `other`: data arrived, but not of this parameter.
 */
export type GapReason = 'nothing' | 'before' | 'flag' | 'few' | 'other'

/** Consecutive hours without a mean, for the same reason. */
export interface Gap {
  /** [from, until) */
  readonly from: Minute
  readonly until: Minute
  readonly hours: number
  readonly why: GapReason
  /** The flag that most readings of each hour carry; null if `why` is not `flag`. */
  readonly flag: Flag | null
}

/** A device's hours from `from` on, one entry per hour. */
export interface KnownHours {
  readonly from: Minute
  /** NaN if there is no mean. */
  readonly values: Float32Array
  /** 1 if any data arrived for the hour. */
  readonly came: Uint8Array
  /** Minutes with a valid reading. */
  readonly minutes: Uint8Array
  /** Indexes in `FLAGS`. */
  readonly flags: Uint8Array
}

/** The gaps in order. `first` is the first hour in which the device ever reported. */
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

/** How many hours have readings excluded by a flag, and how many of these hours have no mean. */
export interface FlaggedHours {
  readonly flag: Flag
  readonly hours: number
  readonly withoutMean: number
}

/** Counted in the order of `FLAGS`; an hour counts for the flag that most of its excluded readings carry. */
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
