import { MINUTES_PER_DAY } from './local-time'
import type { Minute, Readings } from './readings'

const HOUR = 60

/** The times between which a device has readings, both included. */
export interface DeviceSpan {
  readonly code: string
  readonly from: Minute
  readonly until: Minute
}

/** The spans of all devices with readings, which may be in any order; `isFull`: whether all are at full hours. */
export function deviceSpans({ devices, device, minute }: Readings): (DeviceSpan & { readonly isFull: boolean })[] {
  const from = new Float64Array(devices.length).fill(Number.POSITIVE_INFINITY)
  const until = new Float64Array(devices.length).fill(Number.NEGATIVE_INFINITY)
  const isPartial = new Uint8Array(devices.length)
  for (let row = 0; row < minute.length; row++) {
    const [of, at] = [device[row]!, minute[row]!]
    if (at < from[of]!) from[of] = at
    if (at > until[of]!) until[of] = at
    if (at % HOUR !== 0) isPartial[of] = 1
  }
  return devices.flatMap((code, of) =>
    from[of]! <= until[of]! ? [{ code, from: from[of]!, until: until[of]!, isFull: isPartial[of] === 0 }] : [],
  )
}

/** A span with a day before and after it, whose values show what values in it stand for. */
export const dayAround = ({ from, until }: Omit<DeviceSpan, 'code'>): Omit<DeviceSpan, 'code'> => ({
  from: from - MINUTES_PER_DAY,
  until: until + MINUTES_PER_DAY,
})

/** Whether two spans overlap or are at most an hour apart: the hour of one's value may reach to the other's. */
export const isNear = (a: Omit<DeviceSpan, 'code'>, b: Omit<DeviceSpan, 'code'>): boolean =>
  a.from <= b.until + HOUR && a.until >= b.from - HOUR
