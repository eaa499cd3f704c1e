import { minuteOf } from './minute-of'
import { parameterNamed } from './monitor-columns'
import type { Parameter } from './parameter'
import type { Minute } from './readings'

/** Why a packet is not read: its length or checksum is wrong, or it names no device or time. */
export type PacketFault = 'length' | 'checksum' | 'device' | 'time'

/** What one packet of HJ 212 says of a device at a minute; a value is NaN where there is but its flag, as of a device that is out of service. */
export interface Packet {
  readonly device: string
  readonly minute: Minute
  /** Whether its figures are those of the moment (`Rtd`) or means of some minutes (`Avg`). */
  readonly of: 'moment' | 'minutes'
  readonly values: readonly { readonly parameter: Parameter; readonly value: number; readonly flag: string }[]
}

/** Commands that bring readings: the moment's, and those of some minutes. Hours and days are made of them here. */
const COMMANDS: Readonly<Record<string, Packet['of']>> = { '2011': 'moment', '2051': 'minutes' }
const FIGURES: Readonly<Record<Packet['of'], string>> = { moment: 'Rtd', minutes: 'Avg' }

const START = /##(\d{4})/
export const HJ212_LINE = /##\d{4}.*(?:CN|MN)=/

/** The checksum of appendix A of HJ 212, of a text of one byte a sign. */
export function crcOf(text: string): number {
  let crc = 0xffff
  for (let i = 0; i < text.length; i++) {
    crc = (crc >> 8) ^ text.charCodeAt(i)
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1
  }
  return crc
}

/**
 * A line that holds a packet of HJ 212, whatever a log has written before and behind it. Null where it holds none, or one of
 * another command than those that bring readings.
 */
export function readPacket(line: string): Packet | { readonly fault: PacketFault } | null {
  const start = START.exec(line)
  if (!start) return null
  const begin = start.index + start[0].length
  const text = line.slice(begin, begin + Number(start[1]))
  const sum = line.slice(begin + text.length, begin + text.length + 4)
  if (text.length < Number(start[1]) || !/^[\dA-Fa-f]{4}$/.test(sum)) return { fault: 'length' }
  if (crcOf(text) !== Number.parseInt(sum, 16)) return { fault: 'checksum' }
  const [head = '', body = ''] = text.split('CP=&&')
  const heads = fieldsOf(head.split(';'))
  const of = COMMANDS[heads.get('CN') ?? '']
  if (!of) return null
  const fields = body.replace(/&&$/, '').split(/[;,]/)
  const all = fieldsOf(fields)
  const device = heads.get('MN') ?? ''
  const minute = minuteOf(all.get('DataTime') ?? heads.get('QN') ?? '')
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
