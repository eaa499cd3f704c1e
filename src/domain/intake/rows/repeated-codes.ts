import { isRunningNumber } from '@/domain/intake/recognise/running-number'
import { cellText } from '@/domain/sources/reading/read-cell'
import { EXTRA } from '@/domain/sources/reading/read-table'
import { lineOf, type Table, valueAt } from '@/domain/table/column'
import type { CurrentRow } from './current-row'
import { KEPT_PER_GROUP } from './problem-log'

/** A row whose code an earlier row has. */
interface Repeated {
  readonly row: number
  readonly earlier: number
  readonly code: string
  readonly cells: readonly string[]
}

/**
 * Rows that are left out because an earlier row has their code, compared with it once the table is read: a copy adds
 * nothing, and of two that differ the first counts.
 */
export class RepeatedCodes {
  private readonly found: Repeated[] = []

  /** Keeps a row for the comparison, or reports only its code if there are too many. */
  add(one: Repeated, hand: CurrentRow): void {
    if (this.found.length < KEPT_PER_GROUP) this.found.push(one)
    else noteCode(hand, one)
  }

  /**
   * Reports each row beside the earlier one; returns how many are copies. `read` reads a row as the only one of its
   * table.
   */
  finish(
    table: Table,
    hand: CurrentRow,
    countyName: (code: string) => string,
    read: (cells: readonly string[], row: number) => Table,
  ): number {
    if (this.found.length === 0) return 0
    const rowOf = new Map(Array.from({ length: table.length }, (_, row) => [lineOf(table, row), row]))
    let copies = 0
    for (const one of this.found) {
      hand.number = one.row
      const [first, again] = [rowOf.get(one.earlier), read(one.cells, one.row)]
      // Without its code, one of them is left out for another reason as well.
      if (first === undefined || again.length === 0) {
        noteCode(hand, one)
        continue
      }
      const differing = columnsOf(table, again).filter(
        (name) => valueAt(table, name, first) !== valueAt(again, name, 0),
      )
      if (differing.length > 0) {
        const said = (of: Table, row: number) =>
          [one.code, ...differing.map((name) => `${headingOf(name, hand)} ${textIn(of, name, row, countyName)}`)].join(
            ' · ',
          )
        const earlier = { row: one.earlier, value: said(table, first) }
        hand.refuse({ code: 'code-contradicts', seen: said(again, 0), earlier }, hand.heading('code'))
        continue
      }
      const earlier = { row: one.earlier, value: one.code }
      hand.note({ code: 'row-repeated', seen: one.code, earlier, action: 'skipped' }, '')
      copies++
    }
    return copies
  }
}

const noteCode = (hand: CurrentRow, { earlier, code }: Repeated) =>
  hand.refuse({ code: 'duplicate-code', seen: code, earlier: { row: earlier, value: code } }, hand.heading('code'))

const headingOf = (name: string, hand: CurrentRow) =>
  name.startsWith(EXTRA) ? name.slice(EXTRA.length) : hand.heading(name)

/** A cell as it is shown; a dash for none. */
function textIn(table: Table, name: string, row: number, countyName: (code: string) => string): string {
  const value = valueAt(table, name, row)
  if (value === null || value === '') return '—'
  return name === 'county' ? countyName(String(value)) : cellText(table.columns[name]!.type, value)
}

/** The columns of either table that say something about a thing: not its code, nor a running number. */
const columnsOf = (...tables: readonly Table[]): string[] =>
  [...new Set(tables.flatMap(({ columns }) => Object.keys(columns)))].filter(
    (name) => name !== 'code' && !(name.startsWith(EXTRA) && isRunningNumber(name)),
  )
