const hex = (bytes: readonly number[]) => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** A number in so many bytes, the highest first. */
export const big = (value: number, length: number) =>
  Array.from({ length }, (_, i) => Math.floor(value / 256 ** (length - 1 - i)) % 256)

const bcd = (digits: string) => digits.match(/../g)!.map((pair) => Number.parseInt(pair, 16))

/** A body of 0x0200 as specified in chapter 8.18 of JT/T 808-2013. */
export const location = ({
  status = 0x302,
  lat = 34_350_000,
  lon = 108_700_000,
  kmh = 42.5,
  time = '221031080015',
} = {}) => [
  ...big(0, 4),
  ...big(status, 4),
  ...big(lat, 4),
  ...big(lon, 4),
  ...big(420, 2),
  ...big(kmh * 10, 2),
  ...big(270, 2),
  ...bcd(time),
]

/** A body of 0x0704: positions that are sent late, each after its length. */
export const batch = (...bodies: readonly (readonly number[])[]) => [
  ...big(bodies.length, 2),
  1,
  ...bodies.flatMap((body) => [...big(body.length, 2), ...body]),
]

/** Header and body with a checksum, and with escapes for the flag bytes within. */
export function sealed(plain: readonly number[]): string {
  const whole = [...plain, plain.reduce((sum, byte) => sum ^ byte, 0)]
  const escaped = whole.flatMap((byte) => (byte === 0x7e ? [0x7d, 2] : byte === 0x7d ? [0x7d, 1] : [byte]))
  return hex([0x7e, ...escaped, 0x7e])
}

/** A whole message of 2013. */
export const packet = (message: number, body: readonly number[], phone = '013900000001') =>
  sealed([...big(message, 2), ...big(body.length, 2), ...bcd(phone), 0, 1, ...body])

/** A whole message of 2019, whose header has a version and a number of twenty digits. */
export const packet2019 = (message: number, body: readonly number[], phone = '00000000013900000001') =>
  sealed([...big(message, 2), ...big(0x4000 | body.length, 2), 1, ...bcd(phone), 0, 1, ...body])

/** The first of two parts of a message of 2019. */
export const part2019 = (message: number, body: readonly number[]) =>
  sealed([
    ...[...big(message, 2), ...big(0x6000 | body.length, 2), 1, ...bcd('00000000013900000001')],
    ...[0, 1, ...big(2, 2), ...big(1, 2)],
    ...body,
  ])
