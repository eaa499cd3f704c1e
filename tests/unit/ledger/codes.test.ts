import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ChainReader, chainOf, MAX_PARTS } from '@/ledger/chain'
import { deskCode, deskQr, readDeskCode, readDeskQr } from '@/ledger/desk-key'

const bytes = (minLength: number, maxLength: number) => fc.uint8Array({ minLength, maxLength })
/** An uncompressed point begins with 4. */
const key = bytes(64, 64).map((rest) => Uint8Array.of(4, ...rest))
/** RFC 4648, without padding. */
function base32(all: Uint8Array): string {
  const bits = [...all].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}
/** ISO 7064, MOD 11,10, checked over all digits: the result must be 1. */
function isValid(digits: string): boolean {
  let product = 10
  for (const digit of digits.slice(0, -1)) {
    const sum = (product + Number(digit)) % 10
    product = (2 * (sum === 0 ? 10 : sum)) % 11
  }
  return (product + Number(digits.at(-1))) % 10 === 1
}

describe('the code of a desk', () => {
  it('is derived from the SHA-256 of its key, and is valid by ISO 7064', () => {
    fc.assert(
      fc.property(key, (each) => {
        const code = deskCode(each)
        const sum = createHash('sha256').update('chentu-desk').update(each).digest('hex')
        const number = BigInt(`0x${sum.slice(0, 32)}`) % 10n ** 19n
        expect(code.replaceAll(' ', '').slice(0, 19)).toBe(String(number).padStart(19, '0'))
        expect(isValid(code.replaceAll(' ', ''))).toBe(true)
      }),
    )
  })

  it('is read if it is valid, whatever its digits, and otherwise not', () => {
    expect(isValid('07945')).toBe(true)
    fc.assert(
      fc.property(fc.stringMatching(/^\d{20}$/), (digits) => {
        const grouped = digits.match(/\d{4}/g)!.join(' ')
        expect(readDeskCode(digits)).toBe(isValid(digits) ? grouped : null)
        // Of ten codes that differ only in the last digit, one is valid.
        const ten = Array.from({ length: 10 }, (_, digit) => readDeskCode(digits.slice(0, 19) + digit))
        expect(ten.filter(Boolean)).toHaveLength(1)
      }),
    )
  })

  it('may have spaces, dots, commas and dashes between its digits, and nothing else', () => {
    const code = deskCode(Uint8Array.of(4, ...new Array(64).fill(7)))
    for (const typed of [
      code,
      ` ${code}\t`,
      code.replaceAll(' ', '-'),
      code.replaceAll(' ', ' . '),
      code.replaceAll(' ', '·'),
    ])
      expect(readDeskCode(typed)).toBe(code)
    expect(readDeskCode(code.replaceAll(' ', ', '))).toBe(code)
    for (const typed of ['', `${code}0`, `0${code}`, code.slice(1), code.slice(0, -1), `${code}x`, `x${code}`])
      expect(readDeskCode(typed)).toBeNull()
  })

  it('as a QR code is the whole key in base 32; no other text or key is accepted', () => {
    fc.assert(
      fc.property(key, (each) => {
        expect(deskQr(each)).toBe(`CHENTU-DESK:1:${base32(each)}`)
        expect(readDeskQr(deskQr(each))).toEqual(each)
      }),
    )
    const whole = Uint8Array.of(4, ...new Array(64).fill(7))
    for (const other of [
      whole.slice(1),
      whole.slice(0, 64),
      Uint8Array.of(...whole, 0),
      Uint8Array.of(2, ...whole.slice(1)),
    ])
      expect(readDeskQr(`CHENTU-DESK:1:${base32(other)}`)).toBeNull()
    const text = deskQr(whole)
    for (const other of [
      '',
      `x${text}`,
      `${text}=`,
      text.toLowerCase(),
      text.replace(':1:', ':2:'),
      'CHENTU-DESK:1:',
      'CHENTU-DESK:1:A',
    ])
      expect(readDeskQr(other)).toBeNull()
  })
})

describe('a chain of codes', () => {
  /** Bytes that can't be compressed. */
  const noise = (length: number) => {
    let seed = 7
    return Uint8Array.from({ length }, () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      return seed >>> 24
    })
  }

  it('restores any file, in any order, and reports its progress', () => {
    fc.assert(
      fc.property(bytes(0, 3000), fc.infiniteStream(fc.nat()), (file, numbers) => {
        const codes = chainOf(file)
        const reader = new ChainReader()
        expect([reader.seen, reader.file()]).toEqual([{ have: 0, of: 0 }, null])
        const shuffled = codes
          .map((code) => ({ code, at: numbers.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ code }) => code)
        for (const [i, code] of shuffled.entries()) {
          expect(reader.file()).toBeNull()
          expect(reader.add(code)).toBe(true)
          expect(reader.seen).toEqual({ have: i + 1, of: codes.length })
        }
        expect(reader.file()).toEqual(file)
      }),
    )
  })

  it('has codes of 640 characters, each with the file’s checksum, its position and the total', () => {
    const file = noise(2000)
    const codes = chainOf(file)
    const sum = createHash('sha256').update(file).digest('hex').slice(0, 8).toUpperCase()
    codes.forEach((code, i) => {
      const [, piece] = new RegExp(`^CT:${sum}:${i + 1}:${codes.length}:([A-Z2-7]+)$`).exec(code)!
      if (i < codes.length - 1) expect(piece).toHaveLength(640)
    })
    expect(codes.length).toBeGreaterThan(4)
    // Compressible bytes are compressed.
    expect(chainOf(new Uint8Array(20_000))).toHaveLength(1)
  })

  it('starts again with a code of another file', () => {
    const [first, second] = [noise(1500), noise(1400)]
    const reader = new ChainReader()
    for (const code of chainOf(first)) reader.add(code)
    const codes = chainOf(second)
    reader.add(codes[0]!)
    expect(reader.seen).toEqual({ have: 1, of: codes.length })
    expect(reader.file()).toBeNull()
    for (const code of codes) reader.add(code)
    expect(reader.file()).toEqual(second)
  })

  it('ignores codes of another form, and limits their number', () => {
    const reader = new ChainReader()
    for (const text of [
      '',
      'CT:0123456:1:1:AAAA',
      'CT:012345678:1:1:AAAA',
      'CT:0123456g:1:1:AAAA',
      'CT:01234567:x:1:AAAA',
      'CT:01234567:1::AAAA',
      'CT:01234567:1:1:',
      'CT:01234567:1:1:AAA1',
      'CT:01234567:1:1:AAAA ',
      'xCT:01234567:1:1:AAAA',
      `CT:01234567:1:${MAX_PARTS + 1}:AAAA`,
    ])
      expect([text, reader.add(text)]).toEqual([text, false])
    expect(reader.seen.of).toBe(0)
    expect(reader.add(`CT:01234567:12:${MAX_PARTS}:AAAA`)).toBe(true)
    expect(reader.seen).toEqual({ have: 1, of: MAX_PARTS })
  })

  it('gives nothing if the parts are not a file, or not the one with that checksum', () => {
    for (const code of [
      'CT:01234567:1:1:A',
      'CT:01234567:1:1:AAAA',
      chainOf(noise(9))[0]!.replace(/^CT:.{8}/, 'CT:01234567'),
    ]) {
      const reader = new ChainReader()
      expect(reader.add(code)).toBe(true)
      expect(reader.file()).toBeNull()
    }
    // The stated number of codes, but one has a position beyond the last, so another is missing.
    const reader = new ChainReader()
    for (const code of chainOf(noise(1500)).map((each, i) => (i === 0 ? each.replace(/:1:/, ':9:') : each)))
      reader.add(code)
    expect(reader.file()).toBeNull()
  })
})
