import { handKey, splitHandKey } from '@/domain/intake/set-by-hand'
import type { KindId } from '@/domain/sources/kinds/kind'
import { findText, type Table } from '@/domain/table/column'
import { type HandEdit, handEditsOf } from '@/io/package/hand-edits'
import { setByHandOf } from '@/io/package/read-descriptor'
import type { WorkingCopy } from './working-copy'

/** A field of a source that keeps the value set by a person. */
export interface HandMark {
  readonly kind: KindId
  readonly code: string
  /** 2-based position among sources of its kind with this code; absent for the first. */
  readonly nth?: number
  readonly field: string
  /** The value in the file, '' if none. */
  readonly said: string
  /** Who changed it in the table, and why; null if it was set while reviewing a file. */
  readonly edit: HandEdit | null
}

/** All values of sources that were set by hand and still hold. */
export function handMarks({ descriptor, opened }: Pick<WorkingCopy, 'descriptor' | 'opened'>): readonly HandMark[] {
  return opened.inventory.kinds.flatMap(({ kind, file, table, first }) => {
    const resource = descriptor.resources.find(({ path }) => path === file)
    if (!resource) return []
    const byHand = setByHandOf(resource)
    const edits = handEditsOf(resource)
    return [...byHand].flatMap(([key, set]) =>
      Object.entries(set).map(([field, said = '']): HandMark => {
        const { code, nth } = splitHandKey(key)
        const own = edits.filter((each) => each.code === code && each.field === field)
        // Older marks had no number: they take that of the edit, unless another mark has it.
        const edit =
          own.findLast((each) => (each.nth ?? 1) === nth) ??
          (nth === 1 ? own.findLast((each) => !byHand.has(handKey(code, each.nth))) : undefined)
        const row = rowOfNth(table, code, edit?.nth ?? nth)
        const place = opened.sameCode.get(first + row)?.nth ?? 1
        return { kind, code, ...(place > 1 ? { nth: place } : {}), field, said, edit: edit ?? null }
      }),
    )
  })
}

/** Row of the `nth` source with a code in a file, or of the last if there are fewer. */
function rowOfNth({ columns }: Table, code: string, nth: number): number {
  let row = findText(columns.code, code)
  for (let count = 1; count < nth; count++) {
    const next = findText(columns.code, code, row + 1)
    if (next < 0) break
    row = next
  }
  return row
}
