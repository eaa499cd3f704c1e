import { cellText } from '@/domain/sources/reading/read-cell'
import { lineOf, type Table, textAt, valueAt } from '@/domain/table/column'
import { putCells } from '@/domain/table/put-cells'

/** What of a source somebody may set by hand in the review of an import, and a later file must not take away unasked. */
export const HAND_FIELDS = ['name', 'county', 'position'] as const
export type HandField = (typeof HAND_FIELDS)[number]

/** Under which key it is said what was set of a source: its code; of a later one of several in a file with one code, its number too. */
export const handKey = (code: string, nth = 1): string => (nth > 1 ? `${code}\t${nth}` : code)

/** Code and number of such a key. */
export function ofHandKey(key: string): { readonly code: string; readonly nth: number } {
  const [code = '', nth = '1'] = key.split('\t')
  return { code, nth: Number(nth) }
}

/**
 * By code (see {@link handKey}), what was set by hand: one of {@link HAND_FIELDS} in a review, any field in the table; with it what the file said
 * instead, '' where it said nothing.
 */
export type SetByHand = ReadonlyMap<string, Readonly<Partial<Record<string, string>>>>

/** Fields of a file's rows that were empty there and were worked out here, row by row of its table. */
export interface WorkedOut {
  readonly name: readonly boolean[]
  readonly county: readonly boolean[]
}

/** A value of the package against which a file brings another one. */
export interface Contested {
  /** Row of the file. */
  readonly row: number
  readonly code: string
  readonly name: string
  /** One of {@link HAND_FIELDS}, or a field that was set in the table. */
  readonly field: string
  readonly standing: string
  readonly brought: string
  /** The standing one was set by hand; or the one that is brought stands in no cell and was worked out from the position. */
  readonly why: 'by-hand' | 'worked-out'
  /** Somebody has chosen that the file's stands. */
  readonly replaced: boolean
}

/** What is brought to a package that has the same sources. */
export interface Bringing {
  readonly byHand: SetByHand
  readonly workedOut: WorkedOut
  /** For which values the file's is to stand: {@link contestedKey} of each. */
  readonly replaced: ReadonlySet<string>
}

export interface Held {
  /** The file's table, with the package's values where they stand. */
  readonly table: Table
  readonly contested: readonly Contested[]
  /** What is set by hand once the table is taken over; of sources that the file does not have it is as it was. */
  readonly byHand: SetByHand
}

export const contestedKey = ({ code, field }: Pick<Contested, 'code' | 'field'>) => `${code}\u0000${field}`

/** Degrees to a decimetre: a position that was written and read again is the same. */
const place = (table: Table, row: number): string => {
  const [lon, lat] = [valueAt(table, 'lon', row), valueAt(table, 'lat', row)]
  return typeof lon === 'number' && typeof lat === 'number' ? `${lon.toFixed(6)}, ${lat.toFixed(6)}` : ''
}

const said = (table: Table, row: number, field: string) =>
  field === 'position' ? place(table, row) : cellText(table.columns[field]?.type ?? 'text', valueAt(table, field, row))

const inReview = (field: string): field is HandField => (HAND_FIELDS as readonly string[]).includes(field)

/**
 * Lets what the package has of a source stand against a file, before the two are put together: what a person set, unless the
 * person says otherwise, against what the file states; and what is there against what the file does not state at all and was
 * only worked out here. An empty cell takes nothing away. Rows are the same by their code.
 */
export function holdSetByHand(before: Table, after: Table, known: SetByHand, bringing: Bringing): Held {
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
      // Set anew in this review: that is the person's last word.
      if (fresh?.[field] !== undefined || standing === brought) continue
      if (inReview(field) && (standing === '' || brought === '')) continue
      const isSet = own[field] !== undefined
      const isWorkedOut = (field === 'name' || field === 'county') && bringing.workedOut[field][row] === true
      if (!isSet && !isWorkedOut) continue
      const replaced = bringing.replaced.has(contestedKey({ code, field }))
      // Of a name that is only the code again, or a county worked out where a person has set one, there is nothing to ask.
      // An empty cell says nothing either.
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

/** The file's table with some values of the package's. `kept` are rows of both, by field. */
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

/** What is set by hand of the sources that a table has. */
export function setIn(table: Table, byHand: SetByHand): SetByHand {
  if (byHand.size === 0) return byHand
  const counts = new Map<string, number>()
  for (let row = 0; row < table.length; row++) {
    const code = textAt(table, 'code', row)
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return new Map(
    [...byHand].filter(([key]) => {
      const { code, nth } = ofHandKey(key)
      return (counts.get(code) ?? 0) >= nth
    }),
  )
}
