import { SHANGHAI_MINUTES } from '@/domain/monitoring/local-time'
import { type Second, STATE, UNKNOWN } from './positions'

/** Why a packet is not read. */
export type Jt808Fault = 'length' | 'checksum' | 'time'

/** A position as sent by a terminal. */
export interface SentPosition {
  readonly second: Second
  /** Millionths of a degree. */
  readonly lon: number
  readonly lat: number
  /** Tenths of km/h, or NO_FIGURE. */
  readonly speed: number
  readonly direction: number
  readonly load: number
  readonly state: number
}

/** The positions of one terminal, identified by its SIM card number. */
export interface Jt808Packet {
  readonly terminal: string
  /** Those with a satellite fix. */
  readonly positions: readonly SentPosition[]
  /** Whether it has positions without a satellite fix, too. */
  readonly hasUnfixed: boolean
}

/** A single position; the other message that {@link JT808_LINE} finds is a batch, 0x0704. */
const LOCATION = 0x0200
/** Bits of the header's properties: length of the body, part of a longer message, has a version (2019). */
const [BODY_LENGTH, IN_PARTS, WITH_VERSION] = [0x3ff, 0x2000, 0x4000]
const STATUS = { positioned: 1 << 1, south: 1 << 2, west: 1 << 3, encrypted: 1 << 5 }
/** The length of a position without the manufacturer's additions. */
const MIN_BODY = 28

/** A line with a JT/T 808 packet in hexadecimal; text before and after it is allowed. */
export const JT808_LINE = /7e\s?(?:02\s?00|07\s?04)(?:\s?[\da-f]{2}){20,}\s?7e/i

function bytesOf(text: string): Uint8Array {
  const hex = text.replaceAll(/\s/g, '')
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))
}

/** The bytes between the flags, unescaped: 7d 02 means 7e, and 7d 01 means 7d. */
function unescaped(bytes: Uint8Array): Uint8Array {
  const plain: number[] = []
  for (let i = 1; i < bytes.length - 1; i++) {
    if (bytes[i] === 0x7d && (bytes[i + 1] === 1 || bytes[i + 1] === 2)) plain.push(bytes[++i] === 2 ? 0x7e : 0x7d)
    else plain.push(bytes[i]!)
  }
  return Uint8Array.from(plain)
}

const digits = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The time in six bytes of BCD digits, YYMMDDhhmmss in Asia/Shanghai; null if invalid. */
function secondOf(bytes: Uint8Array): Second | null {
  const text = digits(bytes)
  const match = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text)
  if (!match) return null
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const at = new Date(Date.UTC(2000 + year, month - 1, day, hour, minute, second))
  // Hours beyond 23 change the day.
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day || minute > 59 || second > 59) return null
  return at.getTime() / 1000 - SHANGHAI_MINUTES * 60
}

/** Reads the body of 0x0200; null if the terminal had no satellite fix. */
function locationOf(body: Uint8Array): SentPosition | Jt808Fault | null {
  if (body.length < MIN_BODY) return 'length'
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  const status = view.getUint32(4)
  if (!(status & STATUS.positioned)) return null
  const second = secondOf(body.subarray(22, 28))
  if (second === null) return 'time'
  const load = (status >> 8) & 3
  return {
    second,
    lat: view.getUint32(8) * (status & STATUS.south ? -1 : 1),
    lon: view.getUint32(12) * (status & STATUS.west ? -1 : 1),
    // All ones are no speed: NO_FIGURE.
    speed: view.getUint16(18),
    direction: view.getUint16(20),
    // 2 is reserved.
    load: load === 2 ? UNKNOWN : load === 3 ? 2 : load,
    state: status & STATUS.encrypted ? STATE.encrypted : 0,
  }
}

/**
 * Reads the positions in a line of JT/T 808: a single packet (0x0200) or a batch (0x0704). Null if the line has none.
 */
export function readJt808(line: string): Jt808Packet | { readonly fault: Jt808Fault } | null {
  const found = JT808_LINE.exec(line)
  if (!found) return null
  const bytes = unescaped(bytesOf(found[0]))
  const checked = bytes.subarray(0, -1)
  if (checked.reduce((sum, byte) => sum ^ byte, 0) !== bytes.at(-1)) return { fault: 'checksum' }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [message, properties] = [view.getUint16(0), view.getUint16(2)]
  const withVersion = (properties & WITH_VERSION) !== 0
  const phone = withVersion ? ([5, 15] as const) : ([4, 10] as const)
  const begin = phone[1] + 2 + (properties & IN_PARTS ? 4 : 0)
  const body = checked.subarray(begin)
  if (body.length !== (properties & BODY_LENGTH)) return { fault: 'length' }
  const terminal = digits(bytes.subarray(...phone)).replace(/^0+/, '')
  const bodies = message === LOCATION ? [body] : batchOf(body)
  if (bodies === null) return { fault: 'length' }
  const positions: SentPosition[] = []
  for (const each of bodies) {
    const position = locationOf(each)
    if (typeof position === 'string') return { fault: position }
    if (position) positions.push(position)
  }
  return { terminal, positions, hasUnfixed: positions.length < bodies.length }
}

/** The bodies in a batch: a count, a type, then each body preceded by its length. Null if the batch is cut off. */
function batchOf(body: Uint8Array): Uint8Array[] | null {
  if (body.length < 3) return null
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  const bodies: Uint8Array[] = []
  let at = 3
  for (let i = 0; i < view.getUint16(0); i++) {
    if (at + 2 > body.length) return null
    const length = view.getUint16(at)
    bodies.push(body.subarray(at + 2, at + 2 + length))
    at += 2 + length
  }
  return bodies
}
