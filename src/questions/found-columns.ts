import { STATUS } from '@/domain/rules/status'
import type { FoundColumn } from '@/domain/sources/kinds/reserved'
import type { Filters } from '@/domain/sources/view/filters'
import { ABSENT_DAY, type Column, type NumberColumn, type TextColumn } from '@/domain/table/column'
import { type AskedOf, type AskedRule, asksAboutFindings } from './asked-findings'
import type { EvaluatedPackage } from './evaluated-package'
import { memoOf } from './memo'
import { standingOf } from './standing'
import { unmetOf } from './unmet'
import { linesCell, unmetCell } from './unmet-cell'

/** What is asked of the findings, by which filters. */
export interface FoundOf extends AskedOf {
  readonly filters: Filters
}

/** What was found of `length` sources from number `first` on, as a column of their table, whether they are left by the filters or not. */
export function foundColumn(of: FoundOf, name: FoundColumn, first: number, length: number): Column {
  if (name === 'overdueDays') return overdueColumn(overdueDaysOfAll(of), first, length)
  return unmetColumns(of, first, length)[name]
}

/** Days overdue as a column; absent where nothing is overdue. */
export function overdueColumn(overdueDays: Int32Array, first: number, length: number): NumberColumn {
  const days = new Float64Array(overdueDays.subarray(first, first + length))
  return { type: 'number', values: days.map((count) => count || Number.NaN) }
}

/** Days overdue of all sources, also of those that are not left, as the table says them. */
function overdueDaysOfAll(of: FoundOf): Int32Array {
  const { evaluated, filters, asked } = of
  if (!asksAboutFindings(filters)) return evaluated.overdueDays
  const made = heldOf(asked)
  made.overdueDays ??= standingOf(of, new Uint8Array(evaluated.status.length).fill(1)).overdueDays
  return made.overdueDays
}

type UnmetColumns = Readonly<Record<Exclude<FoundColumn, 'overdueDays'>, Column>>

/** What was made of the findings that are asked about, for as long as these are asked: each takes long for a million sources. */
interface Held {
  overdueDays?: Int32Array
  readonly unmet: Map<string, UnmetColumns>
}
const heldOf = memoOf((_: readonly AskedRule[]): Held => ({ unmet: new Map() }))

function unmetColumns(of: FoundOf, first: number, length: number): UnmetColumns {
  const { unmet } = heldOf(of.asked)
  const key = `${first} ${length}`
  const columns = unmet.get(key) ?? makeUnmetColumns(of, first, length)
  unmet.set(key, columns)
  return columns
}

function makeUnmetColumns({ evaluated, asked, wanted }: FoundOf, first: number, length: number): UnmetColumns {
  const since = new Int32Array(length).fill(ABSENT_DAY)
  const due = new Int32Array(length).fill(ABSENT_DAY)
  const [unmet, leads] = [textsOf(length), textsOf(length)]
  for (const { first: start, table } of evaluated.tables) {
    if (start < first || start + table.length > first + length) continue
    // Rules of other tables say nothing of these rows.
    const own = { evaluated, wanted, asked: asked.filter(({ findings }) => findings.first === start) }
    for (let source = start; source < start + table.length; source++) {
      const found = unmetOf(own, source)
      if (found.findings.length === 0) continue
      const row = source - first
      if (found.since !== null) since[row] = found.since
      if (found.due !== null) due[row] = found.due
      unmet.put(row, unmetCell(found.findings))
      leads.put(row, linesCell(found.leads))
    }
  }
  return {
    unmet: unmet.column,
    unmetLeads: leads.column,
    unmetSince: { type: 'day', values: since },
    unmetDue: { type: 'day', values: due },
  }
}

/** A column of texts that repeat, filled row by row. */
function textsOf(length: number): { readonly column: TextColumn; put(row: number, text: string): void } {
  const codes = new Uint32Array(length)
  const dictionary = ['']
  const known = new Map([['', 0]])
  return {
    column: { type: 'text', codes, dictionary },
    put(row, text) {
      const code = known.get(text) ?? dictionary.push(text) - 1
      known.set(text, code)
      codes[row] = code
    },
  }
}

/** The columns of which some source of each table, by its first number, has anything: others are not offered. */
export const columnsFound = memoOf(({ tables, findings }: EvaluatedPackage) => {
  const ofTable = new Map<number, ReadonlySet<FoundColumn>>()
  for (const { first } of tables) {
    const own = findings.filter((each) => each.first === first)
    const found = new Set<FoundColumn>(own.length > 0 ? ['overdueDays', 'unmet', 'unmetLeads'] : [])
    for (const rule of own) {
      for (let row = 0; row < rule.status.length; row++) {
        if (found.has('unmetSince') && found.has('unmetDue')) break
        if (rule.status[row] === STATUS.fine) continue
        const { since, due } = rule.at(row)
        if (since !== null) found.add('unmetSince')
        if (due !== null) found.add('unmetDue')
      }
    }
    ofTable.set(first, found)
  }
  return ofTable
})
