import { DeviceTimes, periodsOf } from '@/domain/monitoring/device-times'
import { flagIndex } from '@/domain/monitoring/flag-words'
import { GrowingReadings } from '@/domain/monitoring/growing-readings'
import { type Packet, readPacket } from '@/domain/monitoring/hj212'
import type { HourRule } from '@/domain/monitoring/hours'
import { UNKNOWN_FLAG } from '@/domain/monitoring/parameter'
import { decoded, type Encoding } from '@/io/formats/encoding'
import { type HourLines, type JoinedPackets, joinPackets } from './join-packets'
import type { UnreadRows } from './unread-rows'

/** The command of daily data. */
const DAILY = '2031'

/**
 * Reads HJ 212 packets, one per line; `onProgress` receives the bytes read and the readings found. A mean takes
 * precedence over a real-time value. An hour's value is read unless shorter ones make its mean by `rule`, which also tells
 * whether means are stored by their begin or end.
 */
export async function readPacketLines(
  file: Blob,
  encoding: Encoding,
  into: GrowingReadings,
  unread: UnreadRows,
  onProgress: (consumed: number, rows: number) => void,
  rule: HourRule,
): Promise<JoinedPackets> {
  const packets = { moment: new GrowingReadings(), minutes: new GrowingReadings(), hour: new GrowingReadings() }
  const hourLines: HourLines = new Map()
  const minutes = new DeviceTimes()
  let [rest, line] = ['', 0]
  const take = (text: string) => {
    const packet = readPacket(text)
    const at = line++
    if (packet === null) return
    if ('fault' in packet) return unread.add(at, null, packet.fault, text)
    if ('command' in packet)
      return unread.add(at, `CN=${packet.command}`, packet.command === DAILY ? 'daily' : 'command', '')
    const row = put(packet, at)
    if (packet.of === 'minutes') minutes.add(packet.device, packet.minute)
    if (packet.of === 'hour') hourLines.set(row, [...(hourLines.get(row) ?? []), at])
  }
  function put(packet: Packet, at: number) {
    const own = packets[packet.of]
    const row = own.rowFor(packet.device, packet.minute, at + 1)
    for (const { parameter, value, flag } of packet.values) {
      // A flag without a value does not remove an earlier value.
      if (Number.isNaN(value) && !Number.isNaN(own.value(row, parameter))) continue
      own.set(row, parameter, value)
      const place = flagIndex(flag)
      if (place === UNKNOWN_FLAG) unread.add(at, parameter, 'flag', flag)
      own.flag(row, parameter, place)
    }
    return row
  }
  const rows = () => Object.values(packets).reduce((sum, { length }) => sum + length, 0)
  for await (const { text, consumed } of decoded(file, encoding)) {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop()!
    for (const each of lines) take(each)
    onProgress(consumed, rows())
  }
  if (rest.trim() !== '') take(rest)
  const periodOf = periodsOf(minutes.byDevice(), 'begin')
  return joinPackets(packets, hourLines, into, unread, { rule, periodOf })
}
