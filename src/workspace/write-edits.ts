import type { Geometry } from 'geojson'
import type { SetByHand } from '@/domain/intake/set-by-hand'
import type { Problem } from '@/domain/problem'
import type { KindId } from '@/domain/sources/kinds/kind'
import { storedField } from '@/domain/sources/kinds/stored-field'
import { readCell } from '@/domain/sources/reading/read-cell'
import { findText, lineOf, type Table, type Value } from '@/domain/table/column'
import { putCells } from '@/domain/table/put-cells'
import { type HandEdit, withHandEdits } from '@/io/package/hand-edits'
import { setByHandOf } from '@/io/package/read-descriptor'
import { lineSources } from '@/questions/line-sources'
import { storedText } from '@/questions/stored-cell'
import { type NextPackage, saidOf, writeTable } from './next-package'

/** A cell of a source that somebody writes over. */
export interface CellEdit {
  readonly kind: KindId
  readonly code: string
  /** Which of several sources with this code, from 1; the first where it is not said. */
  readonly nth?: number
  /** Name of the column. */
  readonly column: string
  /** What stood there when it was written over, and what is to stand there, as cells of a file. */
  readonly before: string
  readonly cell: string
}

/** Who wrote cells over, why, and when. */
export interface EditReason {
  readonly by: string
  readonly why: string
  /** Milliseconds since 1970. */
  readonly at: number
}

interface PlacedEdit extends CellEdit {
  readonly row: number
  readonly field: string
  readonly value: Value
}

type KindOfPackage = NextPackage['opened']['inventory']['kinds'][number]

/** Writes cells over in the tables of a package, all or none; what is wrong with them, as a reader of a file says it. */
export function writeEdits(next: NextPackage, edits: readonly CellEdit[], reason: EditReason): readonly Problem[] {
  const problems: Problem[] = []
  const placed = new Map<KindOfPackage, PlacedEdit[]>()
  for (const edit of edits) {
    const found = placeEdit(next, edit)
    if ('problem' in found) problems.push(found.problem)
    else placed.set(found.kind, [...(placed.get(found.kind) ?? []), found.edit])
  }
  if (problems.length > 0) return problems
  for (const [kind, own] of placed) writeKind(next, kind, own, reason)
  return []
}

/** Where an edit goes, and the value that it brings; or why it can't. */
function placeEdit(
  { opened }: NextPackage,
  edit: CellEdit,
): { kind: KindOfPackage; edit: PlacedEdit } | { problem: Problem } {
  const { column } = edit
  const at = rowOfSource(opened.inventory.kinds, edit)
  if (!at) return { problem: { code: 'cell-gone', file: edit.code, column } }
  const { kind, row } = at
  const field = storedField(kind.schema, column)
  const where = { file: kind.file, row: lineOf(kind.table, row), column: field?.headings[0] ?? column }
  if (!field || !kind.table.columns[field.name]) return { problem: { ...where, code: 'cell-gone' } }
  const now = storedText(opened, kind, field.name, row)
  if (now !== edit.before) return { problem: { ...where, code: 'cell-changed', seen: now, expected: edit.before } }
  const { value, fault } = readCell(field, edit.cell)
  if (fault) return { problem: { ...where, ...fault } }
  const county = field.name === 'county' && value !== null ? opened.lookup.find(String(value)) : null
  if (field.name === 'county' && value !== null && county === null)
    return { problem: { ...where, code: 'unknown-county', seen: edit.cell } }
  return { kind, edit: { ...edit, row, field: field.name, value: county ?? value } }
}

/** The table and the row of a source; its code may stand in several files of its kind. */
function rowOfSource(kinds: readonly KindOfPackage[], { kind: id, code, nth = 1 }: CellEdit) {
  let count = 0
  for (const kind of kinds.filter((each) => each.kind === id)) {
    const { code: codes } = kind.table.columns
    for (let row = findText(codes, code); row >= 0; row = findText(codes, code, row + 1))
      if (++count === nth) return { kind, row }
  }
  return null
}

function writeKind(next: NextPackage, kind: KindOfPackage, edits: readonly PlacedEdit[], reason: EditReason): void {
  const resource = next.descriptor.resources.find(({ path }) => path === kind.file)
  if (!resource) throw new RangeError(`no resource ${kind.file}`)
  const table = withEdits(kind.table, edits)
  const byHand = setByEdits(setByHandOf(resource), edits)
  const said = { role: kind.kind, ...saidOf(resource), table, byHand }
  writeTable(next, said, kind.schema.place === 'line' ? linesOf(next, kind) : null)
  const kept = edits.map(({ code, nth, field, before, cell: after }): HandEdit => {
    return { code, ...(nth === undefined ? {} : { nth }), field, before, after, ...reason }
  })
  next.descriptor = {
    ...next.descriptor,
    resources: next.descriptor.resources.map((each) => (each.path === kind.file ? withHandEdits(each, kept) : each)),
  }
}

function withEdits(table: Table, edits: readonly PlacedEdit[]): Table {
  const columns = { ...table.columns }
  for (const field of new Set(edits.map((each) => each.field))) {
    const cells = edits.filter((each) => each.field === field).map(({ row, value }) => [row, value] as const)
    columns[field] = putCells(columns[field]!, new Map(cells))
  }
  return { ...table, columns }
}

/** What is set by hand from now on: of what was set before, what the file said stays. */
function setByEdits(known: SetByHand, edits: readonly PlacedEdit[]): SetByHand {
  const byHand = new Map(known)
  for (const { code, field, before } of edits) byHand.set(code, { [field]: before, ...byHand.get(code) })
  return byHand
}

/** The lines of a kind's sources, row by row. */
function linesOf({ opened }: NextPackage, { kind, first, table }: KindOfPackage): (Geometry | null)[] {
  const bySource = new Map(
    lineSources(opened).flatMap((line) => (line.kind === kind ? [[line.source, line.geometry] as const] : [])),
  )
  return Array.from({ length: table.length }, (_, row) => bySource.get(first + row) ?? null)
}
