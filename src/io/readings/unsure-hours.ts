import { monthOf } from '@/domain/monitoring/by-month'
import { deviceFacts } from '@/domain/monitoring/device-facts'
import { type Minute, type Readings, sortReadings } from '@/domain/monitoring/readings'
import { soleHours } from '@/domain/monitoring/sole-hours'
import { isSameClass } from '@/io/kept/part-class'
import type { ReadExport } from './read-export'
import type { ReadingsPart } from './readings-shelf'

const HOUR = 60

/** Values at full hours of which the files do not show whether they stand for the hour, where other data is near. */
export interface UnsureHours {
  readonly rows: number
  readonly files: readonly string[]
  readonly devices: readonly string[]
}

type FileReadings = Pick<ReadExport, 'file' | 'readings' | 'dataClass'>

/**
 * The values at full hours without an interval of which the same device has other readings around that time, in `kept`
 * or in another of the files; null if there are none. A device that is not kept under its code counts too, since the
 * user may give it another.
 */
export function unsureHours(exports: readonly FileReadings[], kept: readonly ReadingsPart[]): UnsureHours | null {
  // Sorting millions of rows takes seconds, and most exports have no such device.
  const bare = ({ readings }: FileReadings): Readings => ({ ...readings, series: {} })
  if (!exports.some((each) => hasFullHours(each.readings))) return null
  const sorted = exports.map((each) => ({ ...each, readings: sortReadings(bare(each)).readings }))
  const facts = sorted.map(({ readings }) => deviceFacts(readings))
  const codes = new Set(kept.flatMap(({ devices }) => devices.map(({ code }) => code)))
  const isNear = ({ from, until }: { readonly from: Minute; readonly until: Minute }, minute: Minute) =>
    from <= minute + HOUR && until >= minute - HOUR
  let rows = 0
  const [files, devices] = [new Set<string>(), new Set<string>()]
  for (const [at, { file, readings, dataClass }] of sorted.entries())
    for (const row of soleHours(readings, 'begin')) {
      const [code, minute] = [readings.devices[readings.device[row]!]!, readings.minute[row]!]
      const parts = kept.filter((part) => part.month === monthOf(minute) && isSameClass(part, dataClass))
      const isKept = codes.has(code)
        ? parts.some((part) => part.devices.some((each) => each.code === code && isNear(each, minute)))
        : parts.length > 0
      const isBeside = facts.some(
        (of, other) =>
          other !== at &&
          isSameClass(sorted[other]!, dataClass) &&
          of.some((each) => each.code === code && isNear(each, minute)),
      )
      if (!isKept && !isBeside) continue
      rows++
      files.add(file)
      devices.add(code)
    }
  return rows === 0 ? null : { rows, files: [...files], devices: [...devices] }
}

/** Whether a device has readings at full hours only. */
function hasFullHours({ devices, device, minute }: Readings): boolean {
  const isFull = devices.map(() => true)
  for (const [row, at] of minute.entries()) if (at % HOUR !== 0) isFull[device[row]!] = false
  return isFull.includes(true)
}
