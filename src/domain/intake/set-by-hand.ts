import { cellText } from '@/domain/sources/reading/read-cell'
import { lineOf, type Table, textAt, valueAt } from '@/domain/table/column'
import { putCells } from '@/domain/table/put-cells'
import { keysOf } from './merge'

/** Values that a person may set in the review of an import, and that a later file must not overwrite unasked. */
export const HAND_FIELDS = ['name', 'county', 'position'] as const
export type HandField = (typeof HAND_FIELDS)[number]

/**
 * Key of a source in {@link SetByHand}: its code; for later ones of several with the same code in a file, also their
 * number.
 */
export const handKey = (code: string, nth = 1): string => (nth > 1 ? `${code}\t${nth}` : code)

/** Splits a {@link handKey} into code and number. */
export function splitHandKey(key: string): { readonly code: string; readonly nth: number } {
  const [code = '', nth = '1'] = key.split('\t')
  return { code, nth: Number(nth) }
}

/**
 * Values set by hand, by code (see {@link handKey}): any of {@link HAND_FIELDS} in a review, any field in the table.
 * Each entry has the file's value that was replaced, '' if empty.
 */
export type SetByHand = ReadonlyMap<string, Readonly<Partial<Record<string, string>>>>

/** Whether the name or county was empty in the file and computed here, for each row of its table. */
export interface ComputedCells {
  readonly name: readonly boolean[]
  readonly county: readonly boolean[]
}

/** A value of the package that a file wants to replace. */
export interface Contested {
  /** Row of the file. */
  readonly row: number
  readonly code: string
  readonly name: string
  /** One of {@link HAND_FIELDS}, or a field that was set in the table. */
  readonly field: string
  readonly standing: string
  readonly brought: string
  /** The existing value was set by hand; or the new one is in no cell but was computed from the position. */
  readonly why: 'by-hand' | 'worked-out'
  /** Whether the user chose the file's value. */
  readonly replaced: boolean
}

/** Data of an import into a package that has the same sources. */
export interface ImportContext {
  readonly byHand: SetByHand
  readonly workedOut: ComputedCells
  /** Values for which the user chose the file's: the {@link contestedKey} of each. */
  readonly replaced: ReadonlySet<string>
}

export interface ProtectedTable {
  /** The file's table, with the package's values where they are kept. */
  readonly table: Table
  readonly contested: readonly Contested[]
  /** Values set by hand after the table is taken over; unchanged for sources that are not in the file. */
  readonly byHand: SetByHand
}

export const contestedKey = ({ code, field }: Pick<Contested, 'code' | 'field'>) => `${code}\u0000${field}`

/** Degrees to 6 decimals (a decimetre), so that a position is equal after being written and read again. */
const place = (table: Table, row: number): string => {
  const [lon, lat] = [valueAt(table, 'lon', row), valueAt(table, 'lat', row)]
  return typeof lon === 'number' && typeof lat === 'number' ? `${lon.toFixed(6)}, ${lat.toFixed(6)}` : ''
}

const said = (table: Table, row: number, field: string) =>
  field === 'position' ? place(table, row) : cellText(table.columns[field]?.type ?? 'text', valueAt(table, field, row))

const inReview = (field: string): field is HandField => (HAND_FIELDS as readonly string[]).includes(field)

/**
 * Protects values of the package before a file is merged: values set by a person, unless the user chooses the file's;
 * and existing values where the file has none and the new one was only computed here. Empty cells remove nothing. Rows
 * are matched by code.
 */
export function protectHandSetValues(
  before: Table,
  after: Table,
  known: SetByHand,
  bringing: ImportContext,
): ProtectedTable {
  const rowOf = new Map<string, number>()
  for (let row = 0; row < before.length; row++) {
    const code = textAt(before, 'code', row)
    if (!rowOf.has(code)) rowOf.set(code, row)
  }
  const contested: Contested[] = []
  const kept = new Map<string, Map<number, number>>()
  const byHand = new Map(known)
  for (let row = 0; row < after.length; row++) {
    const code = textAt(after, 'code', row)
    const was = rowOf.get(code)
    const fresh = bringing.byHand.get(code)
    let own = { ...known.get(code), ...fresh }
    const inTable = Object.keys(own).filter((field) => !inReview(field) && field in after.columns)
    for (const field of was === undefined ? [] : [...HAND_FIELDS, ...inTable]) {
      const [standing, brought] = [said(before, was!, field), said(after, row, field)]
      // Set in this review: the person's latest decision.
      if (fresh?.[field] !== undefined || standing === brought) continue
      if (inReview(field) && (standing === '' || brought === '')) continue
      const isSet = own[field] !== undefined
      const isWorkedOut = (field === 'name' || field === 'county') && bringing.workedOut[field][row] === true
      if (!isSet && !isWorkedOut) continue
      const replaced = bringing.replaced.has(contestedKey({ code, field }))
      // Nothing to ask if the name is only a copy of the code, or if a county was computed where a person has set one;
      // nor for an empty cell.
      if (brought !== '' && !(isWorkedOut && (isSet || field === 'name'))) {
        const why = isSet ? 'by-hand' : 'worked-out'
        contested.push({
          row: lineOf(after, row),
          code,
          name: textAt(before, 'name', was!),
          field,
          standing,
          brought,
          why,
          replaced,
        })
        if (replaced) {
          const { [field]: _, ...rest } = own
          own = rest
          continue
        }
      }
      kept.set(field, (kept.get(field) ?? new Map<number, number>()).set(row, was!))
    }
    if (Object.keys(own).length > 0) byHand.set(code, own)
    else byHand.delete(code)
  }
  return { table: withKept(before, after, kept), contested, byHand }
}

/**
 * The file's table with the package's values, if there are any, where a spreadsheet left only the first digits of a
 * number. `lostDigits`: the rows of the file, by column.
 */
export function keepKnownDigits(
  before: Table,
  after: Table,
  key: readonly string[],
  lostDigits: ReadonlyMap<string, ReadonlySet<number>>,
): Table {
  if (lostDigits.size === 0) return after
  const rowOf = new Map(keysOf(before, key).map((each, row) => [each, row]))
  const keys = keysOf(after, key)
  const known = (name: string, row: number) => {
    const was = rowOf.get(keys[row]!)
    return was !== undefined && valueAt(before, name, was) !== null ? [[row, was] as const] : []
  }
  const kept = [...lostDigits].map(
    ([name, rows]) => [name, new Map([...rows].flatMap((row) => known(name, row)))] as const,
  )
  return withKept(before, after, new Map(kept))
}

/**
 * The file's table with some of the package's values. `kept` maps rows of the file to rows of the package, by field.
 */
function withKept(before: Table, after: Table, kept: ReadonlyMap<string, ReadonlyMap<number, number>>): Table {
  const columns = { ...after.columns }
  for (const [field, rows] of kept)
    for (const name of field === 'position' ? ['lon', 'lat'] : [field]) {
      const [from, to] = [before.columns[name], columns[name]]
      if (from && to)
        columns[name] = putCells(to, new Map([...rows].map(([row, was]) => [row, valueAt(before, name, was)])))
    }
  return { ...after, columns }
}

/** Values set by hand, restricted to the sources in a table. */
export function setByHandInTable(table: Table, byHand: SetByHand): SetByHand {
  if (byHand.size === 0) return byHand
  const counts = new Map<string, number>()
  for (let row = 0; row < table.length; row++) {
    const code = textAt(table, 'code', row)
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return new Map(
    [...byHand].filter(([key]) => {
      const { code, nth } = splitHandKey(key)
      return (counts.get(code) ?? 0) >= nth
    }),
  )
}
