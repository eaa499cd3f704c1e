import { flagIndex } from '@/domain/monitoring/flag-words'
import { GrowingReadings } from '@/domain/monitoring/growing-readings'
import { type Packet, readPacket } from '@/domain/monitoring/hj212'
import type { HourRule } from '@/domain/monitoring/hours'
import { PARAMETERS, UNKNOWN_FLAG } from '@/domain/monitoring/parameter'
import type { Readings } from '@/domain/monitoring/readings'
import { decoded, type Encoding } from '@/io/formats/encoding'
import type { UnreadRows } from './unread-rows'

const HOUR = 60
/** The command of daily data. */
const DAILY = '2031'

/**
 * Reads HJ 212 packets, one per line; `onProgress` receives the bytes read. A mean takes precedence over a real-time
 * value. Hours are read only of devices without shorter data: their means come from that. `stamp`: hours are stored by
 * their begin, or by their end if that is said. Returns whether hours were read.
 */
export async function readPacketLines(
  file: Blob,
  encoding: Encoding,
  into: GrowingReadings,
  unread: UnreadRows,
  onProgress: (consumed: number) => void,
  stamp: HourRule['stamp'] = 'begin',
): Promise<boolean> {
  const hours = new GrowingReadings()
  const hourLines = new Map<string, number[]>()
  let [rest, line] = ['', 0]
  const take = (text: string) => {
    const packet = readPacket(text)
    const at = line++
    if (packet === null) return
    if ('fault' in packet) return unread.add(at, null, packet.fault, text)
    if ('command' in packet)
      return unread.add(at, `CN=${packet.command}`, packet.command === DAILY ? 'daily' : 'command', '')
    if (packet.of === 'hour') {
      const lines = hourLines.get(packet.device)
      if (lines) lines.push(at)
      else hourLines.set(packet.device, [at])
      put(hours, { ...packet, minute: packet.minute + (stamp === 'end' ? HOUR : 0) }, at)
    } else put(into, packet, at)
  }
  function put(into: GrowingReadings, packet: Packet, at: number) {
    const row = into.rowFor(packet.device, packet.minute)
    for (const { parameter, value, flag } of packet.values) {
      const isNone = Number.isNaN(value)
      // A flag without a value does not remove an earlier value.
      if (
        isNone
          ? !Number.isNaN(into.value(row, parameter))
          : !into.setMeanOrMoment(row, parameter, value, packet.of !== 'moment')
      )
        continue
      const place = flagIndex(flag)
      if (place === UNKNOWN_FLAG) unread.add(at, parameter, 'flag', flag)
      into.flag(row, parameter, place)
    }
  }
  for await (const { text, consumed } of decoded(file, encoding)) {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop()!
    for (const each of lines) take(each)
    onProgress(consumed)
  }
  if (rest.trim() !== '') take(rest)
  const finer = new Set(into.readings().devices)
  for (const [device, lines] of hourLines)
    if (finer.has(device)) for (const at of lines) unread.add(at, 'CN=2061', 'finer', device)
  return addHours(into, hours.readings(), finer)
}

/** Adds hours of devices that have nothing shorter; returns whether there are any. */
function addHours(into: GrowingReadings, { devices, device, minute, series }: Readings, finer: ReadonlySet<string>) {
  let isAny = false
  for (const [from, at] of minute.entries()) {
    const code = devices[device[from]!]!
    if (finer.has(code)) continue
    isAny = true
    const row = into.rowFor(code, at)
    for (const parameter of PARAMETERS) {
      const own = series[parameter]
      if (!own) continue
      into.set(row, parameter, own.values[from]!)
      into.flag(row, parameter, own.flags[from]!)
    }
  }
  return isAny
}
