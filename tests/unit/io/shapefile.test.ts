import { expect, it } from 'vitest'
import { parseShapefile } from '@/io/formats/features-file'

/** A .dbf with one field of `bytes` bytes, whose header states `records` records but which has `held`. */
function dbf(records: number, bytes: number, held: number): Uint8Array {
  const file = new Uint8Array(65 + held * (bytes + 1))
  const header = new DataView(file.buffer)
  file[0] = 3
  header.setUint32(4, records, true)
  header.setUint16(8, 65, true)
  header.setUint16(10, bytes + 1, true)
  file.set(new TextEncoder().encode('NAME'), 32)
  file[43] = 'C'.charCodeAt(0)
  file[48] = bytes
  file[64] = 13
  return file.fill(0x20, 65)
}

/** A .shp without shapes. */
function shp(): Uint8Array {
  const file = new Uint8Array(100)
  const header = new DataView(file.buffer)
  header.setInt32(0, 9994)
  header.setInt32(24, 50)
  header.setInt32(28, 1000, true)
  header.setInt32(32, 1, true)
  return file
}

it('refuses a .dbf whose header states more records than it has', async () => {
  const read = (records: number) =>
    parseShapefile(
      new Map([
        ['a.shp', shp()],
        ['a.dbf', dbf(records, 8, 2)],
      ]),
    )
  await expect(read(2)).resolves.toHaveLength(1)
  await expect(read(16_777_219)).rejects.toThrow('cut off')
})
