import { textColumn } from '@/domain/table/build-column'
import { lineOf, type Table, textAt, valueAt } from '@/domain/table/column'

/** What of a source somebody may set by hand in the review of an import, and a later file must not take away unasked. */
export const HAND_FIELDS = ['name', 'county', 'position'] as const
export type HandField = (typeof HAND_FIELDS)[number]

/** By code, what was set by hand; with it what the file said instead, '' where it said nothing. */
export type SetByHand = ReadonlyMap<string, Readonly<Partial<Record<HandField, string>>>>

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
  readonly field: HandField
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

const said = (table: Table, row: number, field: HandField) =>
  field === 'position' ? place(table, row) : textAt(table, field, row)

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
  const kept: Record<HandField, Map<number, number>> = { name: new Map(), county: new Map(), position: new Map() }
  const byHand = new Map(known)
  for (let row = 0; row < after.length; row++) {
    const code = textAt(after, 'code', row)
    const was = rowOf.get(code)
    const fresh = bringing.byHand.get(code)
    let own = { ...known.get(code), ...fresh }
    for (const field of was === undefined ? [] : HAND_FIELDS) {
      const [standing, brought] = [said(before, was!, field), said(after, row, field)]
      // Set anew in this review: that is the person's last word.
      if (fresh?.[field] !== undefined || standing === '' || brought === '' || standing === brought) continue
      const isSet = own[field] !== undefined
      const isWorkedOut = field !== 'position' && bringing.workedOut[field][row] === true
      if (!isSet && !isWorkedOut) continue
      const replaced = bringing.replaced.has(contestedKey({ code, field }))
      // Of a name that is only the code again, or a county worked out where a person has set one, there is nothing to ask.
      if (!(isWorkedOut && (isSet || field === 'name'))) {
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
      kept[field].set(row, was!)
    }
    if (Object.keys(own).length > 0) byHand.set(code, own)
    else byHand.delete(code)
  }
  return { table: withKept(before, after, kept), contested, byHand }
}

/** The file's table with some values of the package's. `kept` are rows of both, by field. */
function withKept(before: Table, after: Table, kept: Readonly<Record<HandField, ReadonlyMap<number, number>>>): Table {
  const columns = { ...after.columns }
  for (const field of ['name', 'county'] as const) {
    if (kept[field].size === 0) continue
    const text = (row: number) => {
      const was = kept[field].get(row)
      return was === undefined ? textAt(after, field, row) : textAt(before, field, was)
    }
    columns[field] = textColumn(Array.from({ length: after.length }, (_, row) => text(row)))
  }
  for (const axis of kept.position.size > 0 ? (['lon', 'lat'] as const) : []) {
    const [from, to] = [before.columns[axis], columns[axis]]
    if (from?.type !== 'number' || to?.type !== 'number') continue
    const values = Float64Array.from(to.values)
    for (const [row, was] of kept.position) values[row] = from.values[was]!
    columns[axis] = { type: 'number', values }
  }
  return { ...after, columns }
}

/** What is set by hand of the sources that a table has. */
export function setIn(table: Table, byHand: SetByHand): SetByHand {
  if (byHand.size === 0) return byHand
  const codes = new Set(Array.from({ length: table.length }, (_, row) => textAt(table, 'code', row)))
  return new Map([...byHand].filter(([code]) => codes.has(code)))
}
