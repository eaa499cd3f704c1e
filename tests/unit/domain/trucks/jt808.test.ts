import { describe, expect, it } from 'vitest'
import { JT808_LINE, readJt808, type SentPosition } from '@/domain/trucks/jt808'
import { EMPTY, FULL, HALF, NO_FIGURE, UNKNOWN } from '@/domain/trucks/positions'
import { batch, big, location, packet, packet2019, part2019, sealed } from '../../trucks/packets'

/** 2022-10-31 08:00:15 in Asia/Shanghai. */
const SECOND = Date.parse('2022-10-31T00:00:15Z') / 1000
const FIXED = 1 << 1

const fault = (line: string) => readJt808(line) as { fault: string }
const positions = (line: string) => (readJt808(line) as { positions: readonly SentPosition[] }).positions
const position = (...[of]: Parameters<typeof location>) => positions(packet(0x0200, location(of)))[0]!

describe('a packet in a line', () => {
  const plain = packet(0x0200, location())

  it('may have text around it, capitals, and blanks between its bytes', () => {
    const spaced = plain.match(/../g)!.join(' ')
    for (const line of [plain, `up 08:00:16 [${plain}] ok`, plain.toUpperCase(), spaced, spaced.toUpperCase()])
      expect(positions(line)).toMatchObject([{ second: SECOND }])
  })

  it('is a position or a batch of positions, of at least the length of a header', () => {
    const of = (message: string, bytes: number) => JT808_LINE.test(`7e${message}${'00'.repeat(bytes)}7e`)
    expect([of('0200', 20), of('0704', 20), of('07 04', 20), of('0200', 19)]).toEqual([true, true, true, false])
    // A registration, a heartbeat, and an answer of the platform.
    expect([of('0100', 40), of('0002', 40), of('8001', 40)]).toEqual([false, false, false])
    expect([of('0001', 40), of('0204', 40), of('0700', 40)]).toEqual([false, false, false])
    expect(readJt808(packet(0x0100, location()))).toBeNull()
  })

  it('is refused if its checksum, or the length in its header, is not that of its bytes', () => {
    const changed = plain.replace('221031', '221030')
    expect(changed).not.toBe(plain)
    expect(fault(changed)).toEqual({ fault: 'checksum' })
    const header = (length: number) => [...big(0x0200, 2), ...big(length, 2), 1, 0x39, 0, 0, 0, 1, 0, 1]
    expect(positions(sealed([...header(28), ...location()]))).toHaveLength(1)
    expect(fault(sealed([...header(27), ...location()]))).toEqual({ fault: 'length' })
    expect(fault(sealed([...header(29), ...location()]))).toEqual({ fault: 'length' })
  })

  it('restores the bytes that were escaped, and only those', () => {
    // 0x7d7e7d01 would itself look escaped.
    expect(position({ lat: 0x017e_7d02 }).lat).toBe(0x017e_7d02)
    expect(position({ lat: 0x007d_017d, lon: 0x007d_027e })).toMatchObject({ lat: 0x007d_017d, lon: 0x007d_027e })
    // A lone 7d, which some terminals send as it is.
    const unescaped = packet(0x0200, location({ lon: 0x007d_0100 })).replace('7d0101', '7d01')
    expect(fault(unescaped)).toHaveProperty('fault')
    const lone = sealed([
      ...big(0x0200, 2),
      ...big(28, 2),
      1,
      0x39,
      0,
      0,
      0,
      1,
      0,
      1,
      ...location({ lon: 0x007d_0500 }),
    ])
    expect(positions(lone.replace('7d0105', '7d05'))).toMatchObject([{ lon: 0x007d_0500 }])
  })

  it('names the terminal by its number, without the zeros before it, in either version of the standard', () => {
    const terminal = (line: string) => (readJt808(line) as { terminal: string }).terminal
    expect(terminal(packet(0x0200, location(), '013900000010'))).toBe('13900000010')
    expect(terminal(packet2019(0x0200, location(), '00000000013900000010'))).toBe('13900000010')
    expect(positions(packet2019(0x0200, location()))).toEqual(positions(packet(0x0200, location())))
  })

  it('may be a part of a longer message, which has its number of parts in the header', () => {
    expect(positions(part2019(0x0200, location()))).toEqual(positions(packet(0x0200, location())))
  })
})

describe('a position that a terminal sends', () => {
  it('has a speed in tenths of km/h and a direction in degrees', () => {
    expect(position({ kmh: 59.9 })).toMatchObject({ speed: 599, direction: 270 })
  })

  it('has no speed if the terminal sends only ones', () => {
    expect(position({ kmh: 6553.4 }).speed).toBe(65_534)
    expect(position({ kmh: 6553.5 }).speed).toBe(NO_FIGURE)
  })

  it('is empty, half loaded or full; the remaining value is reserved', () => {
    const load = (bits: number) => position({ status: FIXED | (bits << 8) }).load
    expect([0, 1, 2, 3].map(load)).toEqual([EMPTY, HALF, UNKNOWN, FULL])
    // The bits beside it are those of the oil and the electric circuit.
    expect(position({ status: FIXED | (0b1001 << 7) }).load).toBe(EMPTY)
  })

  it('has a time of the calendar, or the packet is not read', () => {
    const seconds = (of: string) => position({ time: of }).second
    expect(seconds('221231235959')).toBe(Date.parse('2022-12-31T23:59:59+08:00') / 1000)
    expect(seconds('240229000000')).toBe(Date.parse('2024-02-29T00:00:00+08:00') / 1000)
    for (const wrong of [
      ...['220031080015', '221331080015', '221000080015', '221032080015', '220229080015'],
      ...['221031240015', '221031086015', '221031080060', '2210310800aa', 'aa1031080015'],
    ])
      expect(fault(packet(0x0200, location({ time: wrong }))), wrong).toEqual({ fault: 'time' })
  })

  it('may be followed by additions of the manufacturer, and is refused if it is cut off', () => {
    expect(positions(packet(0x0200, [...location(), 0x01, 0x04, 0, 0, 1, 2]))).toHaveLength(1)
    expect(fault(packet(0x0200, location().slice(0, 27)))).toEqual({ fault: 'length' })
  })
})

describe('a batch of positions', () => {
  const [first, second] = [location(), location({ time: '221031080045' })]

  it('has each of them, with or without additions', () => {
    const read = readJt808(packet(0x0704, batch([...first, 0x01, 0x02, 0, 1], second)))
    expect(read).toMatchObject({ positions: [{ second: SECOND }, { second: SECOND + 30 }], hasUnfixed: false })
  })

  it('is refused as a whole if one of them is faulty or missing', () => {
    const wrong = location({ time: '221331080015' })
    expect(fault(packet(0x0704, batch(first, wrong)))).toEqual({ fault: 'time' })
    expect(fault(packet(0x0704, batch(first, second.slice(1))))).toEqual({ fault: 'length' })
    const two = batch(first, second)
    // Cut off after the first, within the length of the second, and within the second.
    for (const bytes of [3 + 30, 3 + 31, 3 + 32, 3 + 59])
      expect(fault(packet(0x0704, two.slice(0, bytes)))).toEqual({ fault: 'length' })
  })

  it('is refused if it is shorter than its count and type', () => {
    for (const bytes of [[], [0], [0, 0]]) expect(fault(part2019(0x0704, bytes))).toEqual({ fault: 'length' })
    expect(positions(part2019(0x0704, batch()))).toEqual([])
  })
})
