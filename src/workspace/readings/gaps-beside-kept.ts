import { type DeviceFacts, deviceFacts, type Span } from '@/domain/monitoring/device-facts'
import type { DeviceSpan } from '@/domain/monitoring/device-spans'
import { joinReadings } from '@/domain/monitoring/join-readings'
import { pickReadings, type Readings } from '@/domain/monitoring/readings'
import { isSameClass } from '@/io/kept/part-class'
import { openReadable } from '@/io/readings/kept-readings'
import { partsNear } from '@/io/readings/kept-times'
import type { ReadExport } from '@/io/readings/read-export'
import type { ReadingsShelf } from '@/io/readings/readings-shelf'
import { spansOf } from './readings-desk'

/** The times of the kept readings of these devices, of one class, within their spans. */
async function keptWithin(
  shelf: ReadingsShelf,
  spans: readonly DeviceSpan[],
  dataClass: 'real' | 'illustrative',
): Promise<Readings[]> {
  const months = new Set(partsNear(await shelf.list(), spans, dataClass).map(({ month }) => month))
  const time = {
    from: Math.min(...spans.map(({ from }) => from)),
    until: Math.max(...spans.map(({ until }) => until)) + 1,
  }
  const codes = new Set(spans.map(({ code }) => code))
  const found: Readings[] = []
  for (const month of [...months].sort()) {
    const file = await openReadable(shelf, month, dataClass)
    if (file) found.push(ofDevices(await file.read({ parameters: [], ...time }), codes))
  }
  return found
}

/** The times of these devices, without values. */
function ofDevices({ devices, device, minute }: Readings, codes: ReadonlySet<string>): Readings {
  const rows = Uint32Array.from(device.keys()).filter((row) => codes.has(devices[device[row]!]!))
  return pickReadings({ devices, device, minute, series: {} }, rows)
}

/**
 * The facts of a review's devices with their gaps as they will be once the files are merged into what is kept: a file of
 * a few corrected hours has none where the others are stored. A device that the user keeps under another code than its
 * file's is compared with nothing.
 */
export async function gapsBesideKept(
  shelf: ReadingsShelf,
  exports: readonly ReadExport[],
  devices: readonly DeviceFacts[],
  now: number,
): Promise<readonly DeviceFacts[]> {
  const isGappy = new Set(devices.filter(({ missing }) => missing !== 0).map(({ code }) => code))
  if (isGappy.size === 0) return devices
  const beside = new Map<string, DeviceFacts>()
  // Real ones last: the gaps of a device in both classes are those of its real readings.
  for (const dataClass of ['illustrative', 'real'] as const) {
    const own = exports.filter((each) => isSameClass(each, dataClass))
    const spanOf = new Map<string, Span>([...spansOf(own, now)].filter(([code]) => isGappy.has(code)))
    const spans = [...spanOf].map(([code, [from, until]]): DeviceSpan => ({ code, from, until }))
    const kept = spans.length === 0 ? [] : await keptWithin(shelf, spans, dataClass)
    const isKept = new Set(kept.flatMap((each) => each.devices))
    if (isKept.size === 0) continue
    const files = own.map(({ readings }) => ofDevices(readings, isKept))
    for (const facts of deviceFacts(joinReadings([...kept, ...files]).readings, spanOf)) beside.set(facts.code, facts)
  }
  return devices.map((facts) => {
    const { missing, longestGap, gapCount, gaps } = beside.get(facts.code) ?? facts
    return { ...facts, missing, longestGap, gapCount, gaps }
  })
}
