import encodeQR from 'qr'
import decodeQR from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { ChainReader, chainOf } from '@/ledger/chain'

const file = new TextEncoder().encode(
  Array.from({ length: 60 }, (_, i) => `第${i}条记录 ${Math.imul(i, 2654435761) >>> 0}`).join('\n'),
)
const parts = chainOf(file)

/** A QR code as a camera sees it: black and white pixels, three per module, with a white border. */
function photographed(text: string) {
  const modules = encodeQR(text, 'raw', { ecc: 'low', encoding: 'alphanumeric', border: 4, scale: 3 })
  const side = modules.length
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
    })
  })
  return { width: side, height: side, data }
}

describe('a chain of QR codes', () => {
  it('is read in any order, with repeated codes, and gives the same bytes', () => {
    expect(parts.length).toBeGreaterThan(1)
    const chain = new ChainReader()
    for (const part of [...parts].reverse().concat(parts)) {
      const text = decodeQR(photographed(part))
      expect(text).toBe(part)
      expect(chain.add(text)).toBe(true)
    }
    expect(chain.seen).toEqual({ have: parts.length, of: parts.length })
    expect(chain.file()).toEqual(file)
  })

  it('gives nothing while a code is missing, if one was changed, or if it belongs to another chain', () => {
    const chain = new ChainReader()
    for (const part of parts.slice(1)) chain.add(part)
    expect(chain.file()).toBeNull()
    const first = parts[0]!
    chain.add(`${first.slice(0, -1)}${first.endsWith('A') ? 'B' : 'A'}`)
    expect(chain.file()).toBeNull()
    chain.add(first)
    expect(chain.file()).toEqual(file)
    expect(chain.add('https://example.com')).toBe(false)
    expect(chain.add('CT:00000000:1:9999:AAAA')).toBe(false)
    const other = chainOf(new TextEncoder().encode('另一份'))
    for (const part of other) chain.add(part)
    expect(chain.seen.of).toBe(other.length)
  })
})
