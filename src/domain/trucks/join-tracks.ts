import type { Codes } from '@/domain/table/column'
import type { Second } from './positions'

type Values = Codes | Int32Array | Float32Array | Float64Array

/** A table of trucks: positions, stops, trips or breaches. Every property except `trucks` has one value per row. */
export interface TruckTable {
  readonly trucks: readonly string[]
  readonly truck: Codes
}

/** The time of each row, or its start. */
const timesOf = (table: TruckTable): Codes =>
  'second' in table ? (table.second as Codes) : (table as unknown as { readonly from: Codes }).from

/** The rows selected by plate and time. */
export function rowsWhere<T extends TruckTable>(table: T, isWanted: (plate: string, second: Second) => boolean): T {
  const times = timesOf(table)
  const rows = Uint32Array.from(table.truck.keys()).filter((row) =>
    isWanted(table.trucks[table.truck[row]!]!, times[row]!),
  )
  return rows.length === table.truck.length ? table : joinedRows([table], [rows])
}

/** Concatenates tables with the same columns, in the given order. */
export function joinTracks<T extends TruckTable>(parts: readonly T[]): T {
  const [only] = parts
  if (parts.length === 1) return only!
  return joinedRows(
    parts,
    parts.map(({ truck }) => Uint32Array.from(truck.keys())),
  )
}

function joinedRows<T extends TruckTable>(parts: readonly T[], kept: readonly Uint32Array[]): T {
  const placeOf = new Map<string, number>()
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
