import type { Codes } from '@/domain/table/column'

type Values = Codes | Int32Array | Float32Array | Float64Array

/** A table of trucks: positions, stops, trips or breaches. Every member but the plates has a value for each row. */
export interface TruckTable {
  readonly trucks: readonly string[]
  readonly truck: Codes
}

/**
 * Tables of the same columns as one, the rows of the first first. Where `instead` says so, a truck that a later table has too is
 * taken from that alone.
 */
export function joinTracks<T extends TruckTable>(parts: readonly T[], instead = false): T {
  const [only] = parts
  if (parts.length === 1) return only!
  const placeOf = new Map<string, number>()
  const kept = parts.map((part, at) => {
    const later = new Set(instead ? parts.slice(at + 1).flatMap(({ trucks }) => trucks) : [])
    const rows = Uint32Array.from(part.truck.keys())
    return later.size === 0 ? rows : rows.filter((row) => !later.has(part.trucks[part.truck[row]!]!))
  })
  const length = kept.reduce((sum, rows) => sum + rows.length, 0)
  const truck = new Uint32Array(length)
  let at = 0
  for (const [i, rows] of kept.entries()) {
    const part = parts[i]!
    for (const row of rows) {
      const plate = part.trucks[part.truck[row]!]!
      if (!placeOf.has(plate)) placeOf.set(plate, placeOf.size)
      truck[at++] = placeOf.get(plate)!
    }
  }
  const names = Object.keys(parts[0] ?? {}).filter((name) => name !== 'trucks' && name !== 'truck')
  const columns = names.map((name) => [name, joined(parts, kept, name, length)] as const)
  return { ...Object.fromEntries(columns), trucks: [...placeOf.keys()], truck } as unknown as T
}

function joined(parts: readonly TruckTable[], kept: readonly Uint32Array[], name: string, length: number) {
  const columnOf = (part: TruckTable) => (part as unknown as Record<string, Values | readonly string[]>)[name]!
  const first = columnOf(parts[0]!)
  if (!ArrayBuffer.isView(first))
    return parts.flatMap((part, i) => Array.from(kept[i]!, (row) => (columnOf(part) as readonly string[])[row]!))
  const to = new (first.constructor as new (length: number) => Values)(length)
  let at = 0
  for (const [i, rows] of kept.entries()) {
    const from = columnOf(parts[i]!) as Values
    for (const row of rows) to[at++] = from[row]!
  }
  return to
}
