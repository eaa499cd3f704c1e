import { flagIndex } from '@/domain/monitoring/flag-words'
import type { GrowingReadings } from '@/domain/monitoring/growing-readings'
import { readPacket } from '@/domain/monitoring/hj212'
import { UNKNOWN_FLAG } from '@/domain/monitoring/parameter'
import { decoded, type Encoding } from '@/io/formats/encoding'
import type { UnreadRows } from './unread-rows'

/**
 * Reads HJ 212 packets, one per line; `say` reports the bytes read. A mean takes precedence over a real-time value.
 */
export async function readPacketLines(
  file: Blob,
  encoding: Encoding,
  into: GrowingReadings,
  unread: UnreadRows,
  onProgress: (consumed: number) => void,
): Promise<void> {
  let [rest, line] = ['', 0]
  const take = (text: string) => {
    const packet = readPacket(text)
    const at = line++
    if (packet === null) return
    if ('fault' in packet) return unread.add(at, null, packet.fault, text)
    const row = into.rowFor(packet.device, packet.minute)
    for (const { parameter, value, flag } of packet.values) {
      const isNone = Number.isNaN(value)
      // A flag without a value does not remove an earlier value.
      if (
        isNone
          ? !Number.isNaN(into.value(row, parameter))
          : !into.setMeanOrMoment(row, parameter, value, packet.of === 'minutes')
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
}
