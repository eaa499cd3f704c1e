import type { Column, Table } from './column'

/** FNV-1a, byte by byte. */
function addBytes(hash: number, { buffer, byteOffset, byteLength }: ArrayBufferView): number {
  let sum = hash
  const bytes = new Uint8Array(buffer, byteOffset, byteLength)
  for (let i = 0; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i]!, 0x01000193)
  return sum
}

const encoder = new TextEncoder()
const addText = (hash: number, text: string) => addBytes(hash, encoder.encode(`${text}\n`))

function addColumn(hash: number, column: Column): number {
  if (column.type === 'text') return addText(addBytes(hash, column.codes), column.dictionary.join('\n'))
  if (column.type === 'packed') {
    const [from, to] = [column.offsets[0]!, column.offsets.at(-1)!]
    return addBytes(hash, column.bytes.subarray(from, to))
  }
  return addBytes(hash, column.values)
}

/** Initial value of FNV-1a. */
const NOTHING = '811c9dc5'

/**
 * Checksum of the content of tables: packages with equal checksums have equal data, except by coincidence. Continues
 * from `before`, the checksum of earlier tables.
 */
export function checksum(
  tables: readonly { readonly file: string; readonly table: Table }[],
  before: string = NOTHING,
): string {
  let hash = Number.parseInt(before, 16)
  for (const { file, table } of tables) {
    hash = addText(hash, file)
    for (const name of Object.keys(table.columns).sort()) hash = addColumn(addText(hash, name), table.columns[name]!)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
