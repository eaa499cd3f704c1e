import { minuteOf } from './minute-of'
import { parameterNamed } from './monitor-columns'
import type { Parameter } from './parameter'
import type { Minute } from './readings'

/** Why a packet cannot be read: wrong length or checksum, or no device or time. */
export type PacketFault = 'length' | 'checksum' | 'device' | 'time'

/**
 * The content of one HJ 212 packet for a device and minute. A value is NaN if the packet has only its flag, for example
 * when the device is out of service.
 */
export interface Packet {
  readonly device: string
  readonly minute: Minute
  /** Whether its values are momentary (`Rtd`), or means (`Avg`) of some minutes or of the hour that begins then. */
  readonly of: 'moment' | 'minutes' | 'hour'
  readonly values: readonly { readonly parameter: Parameter; readonly value: number; readonly flag: string }[]
}

/** Commands that carry readings: real-time data, and data of some minutes or of an hour. */
const COMMANDS: Readonly<Record<string, Packet['of']>> = { '2011': 'moment', '2051': 'minutes', '2061': 'hour' }
const FIGURES: Readonly<Record<Packet['of'], string>> = { moment: 'Rtd', minutes: 'Avg', hour: 'Avg' }

const START = /##(\d{4})/
export const HJ212_LINE = /##\d{4}.*(?:CN|MN)=/

/** The checksum of HJ 212, appendix A. The text has one byte per character. */
export function crcOf(text: string): number {
  let crc = 0xffff
  for (let i = 0; i < text.length; i++) {
    crc = (crc >> 8) ^ text.charCodeAt(i)
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1
  }
  return crc
}

/** The command of a packet whose data is none of readings, such as days or the states of equipment. */
export interface OtherPacket {
  readonly command: string
}

/**
 * Reads the HJ 212 packet in a line; a log may have text before and after it. Null if there is none, or if it carries no
 * data, such as a request or its confirmation. The time of a mean is the begin of its period (HJ 212-2017, DataTime).
 */
export function readPacket(line: string): Packet | OtherPacket | { readonly fault: PacketFault } | null {
  const start = START.exec(line)
  if (!start) return null
  const begin = start.index + start[0].length
  const text = line.slice(begin, begin + Number(start[1]))
  const sum = line.slice(begin + text.length, begin + text.length + 4)
  if (text.length < Number(start[1]) || !/^[\dA-Fa-f]{4}$/.test(sum)) return { fault: 'length' }
  if (crcOf(text) !== Number.parseInt(sum, 16)) return { fault: 'checksum' }
  const [head = '', body = ''] = text.split('CP=&&')
  const heads = fieldsOf(head.split(';'))
  const command = heads.get('CN') ?? ''
  const of = COMMANDS[command]
  const all = fieldsOf(body.replace(/&&$/, '').split(/[;,]/))
  const hasData = all.has('DataTime') || [...all.keys()].some((name) => name.includes('-'))
  if (!of || !hasData) return hasData ? { command } : null
  const device = heads.get('MN') ?? ''
  // A request's own time says when an hour was sent, after its end.
  const minute = minuteOf(all.get('DataTime') ?? (of === 'hour' ? '' : heads.get('QN')) ?? '')
  if (device === '') return { fault: 'device' }
  if (minute === null) return { fault: 'time' }
  const values = [...all].flatMap(([name, text]) => {
    const [code = '', figure] = name.split('-')
    if (figure !== FIGURES[of]) return []
    const [parameter, value] = [parameterNamed(code), Number(text)]
    if (!parameter || text === '' || !Number.isFinite(value)) return []
    return [{ parameter, value, flag: all.get(`${code}-Flag`) ?? '' }]
  })
  const valued = new Set(values.map(({ parameter }) => parameter))
  const bare = [...all].flatMap(([name, flag]) => {
    const parameter = name.endsWith('-Flag') ? parameterNamed(name.slice(0, -'-Flag'.length)) : null
    return parameter && !valued.has(parameter) && flag !== '' ? [{ parameter, value: Number.NaN, flag }] : []
  })
  return { device, minute, of, values: [...values, ...bare] }
}

const fieldsOf = (fields: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    fields.flatMap((field) => {
      const at = field.indexOf('=')
      return at > 0 ? [[field.slice(0, at).trim(), field.slice(at + 1).trim()] as const] : []
    }),
  )
