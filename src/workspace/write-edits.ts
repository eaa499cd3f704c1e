import { handKey, type SetByHand } from '@/domain/intake/set-by-hand'
import type { Problem } from '@/domain/problem'
import { countyName } from '@/domain/sources/county'
import type { Field } from '@/domain/sources/kinds/field'
import type { KindId } from '@/domain/sources/kinds/kind'
import { storedField } from '@/domain/sources/kinds/stored-field'
import { cellText, readCell } from '@/domain/sources/reading/read-cell'
import { findText, lineOf } from '@/domain/table/column'
import { type HandEdit, withHandEdits } from '@/io/package/hand-edits'
import { patchCsv, patchLines } from '@/io/package/patch-table'
import { setByHandOf } from '@/io/package/read-descriptor'
import { withPatchedCells } from '@/io/package/write-package'
import { storedText } from '@/questions/table/stored-cell'
import type { PackageDraft } from './package-draft'

/** An overwritten cell of a source. */
export interface CellEdit {
  readonly kind: KindId
  readonly code: string
  /** 1-based position among sources with this code; the first if absent. */
  readonly nth?: number
  /** Name of the column. */
  readonly column: string
  /** The cell's text when it was overwritten, and the new text, as cells of a file. */
  readonly before: string
  readonly cell: string
}

/** Who overwrote cells, why, and when. */
export interface EditReason {
  readonly by: string
  readonly why: string
  /** Milliseconds since 1970. */
  readonly at: number
}

interface PlacedEdit extends CellEdit {
  readonly row: number
  /** 1-based position among sources with this code in the file. */
  readonly nthInFile: number
  readonly field: Field
  /** The new text of the cell, as in a file. */
  readonly text: string
}

type KindOfPackage = PackageDraft['opened']['inventory']['kinds'][number]

/** Overwrites cells in a package's tables, all or none; returns the same problems as reading a file. */
export async function writeEdits(
  next: PackageDraft,
  edits: readonly CellEdit[],
  reason: EditReason,
): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  const placed = new Map<KindOfPackage, PlacedEdit[]>()
  for (const edit of edits) {
    const found = placeEdit(next, edit)
    if ('problem' in found) problems.push(found.problem)
    else placed.set(found.kind, [...(placed.get(found.kind) ?? []), found.edit])
  }
  if (problems.length > 0) return problems
  for (const [kind, own] of placed) await writeKind(next, kind, own, reason)
  return []
}

/** The row and parsed value of an edit, or a problem. */
function placeEdit(
  { opened }: PackageDraft,
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
  const nthInFile = placeAmong(kind, edit.code, row)
  const text = county ? countyName(opened.pack, county) : cellText(kind.table.columns[field.name]!.type, value)
  return { kind, edit: { ...edit, row, nthInFile, field, text } }
}

/** Table and row of a source; its code may occur in several files of its kind. */
function rowOfSource(kinds: readonly KindOfPackage[], { kind: id, code, nth = 1 }: CellEdit) {
  let count = 0
  for (const kind of kinds.filter((each) => each.kind === id)) {
    const { code: codes } = kind.table.columns
    for (let row = findText(codes, code); row >= 0; row = findText(codes, code, row + 1))
      if (++count === nth) return { kind, row }
  }
  return null
}

/** 1-based position of a row among those of its file with a code. */
function placeAmong({ table }: KindOfPackage, code: string, row: number): number {
  let nth = 1
  for (
    let at = findText(table.columns.code, code);
    at >= 0 && at < row;
    at = findText(table.columns.code, code, at + 1)
  )
    nth++
  return nth
}

/** Patches the cells in the file as it is, without correcting or losing any other cell. */
async function writeKind(
  next: PackageDraft,
  { file, schema, table }: KindOfPackage,
  edits: readonly PlacedEdit[],
  reason: EditReason,
): Promise<void> {
  const resource = next.descriptor.resources.find(({ path }) => path === file)
  const blob = next.files.get(file)
  if (!resource || !blob) throw new RangeError(`no resource ${file}`)
  const patches = edits.map(({ row, field, text }) => ({ line: lineOf(table, row), field, text }))
  const patched = await (file.endsWith('.geojson')
    ? patchLines(blob, schema.fields, patches)
    : patchCsv(blob, schema.fields, resource.chentu, patches))
  next.files.set(file, patched.blob)
  // The file is read again, to report the problems of its other cells.
  next.known.delete(file)
  const kept = edits.map(({ code, nthInFile: nth, field, before, cell: after }): HandEdit => {
    return { code, ...(nth > 1 ? { nth } : {}), field: field.name, before, after, ...reason }
  })
  const byHand = setByEdits(setByHandOf(resource), edits)
  const written = withHandEdits(withPatchedCells(resource, patched.added, byHand), kept)
  next.descriptor = {
    ...next.descriptor,
    resources: next.descriptor.resources.map((each) => (each.path === file ? written : each)),
  }
}

/**
 * Values set by hand after some edits: the file's original value stays recorded; a cell that is changed back to it no
 * longer counts as set by hand.
 */
function setByEdits(known: SetByHand, edits: readonly PlacedEdit[]): SetByHand {
  const byHand = new Map(known)
  for (const { code, nthInFile, field, before, text } of edits) {
    const key = handKey(code, nthInFile)
    const { [field.name]: said = before, ...others } = byHand.get(key) ?? {}
    const own = said === text ? others : { ...others, [field.name]: said }
    if (Object.keys(own).length > 0) byHand.set(key, own)
    else byHand.delete(key)
  }
  return byHand
}
