import type { KindId } from '@/domain/sources/kinds/kind'
import { type HandEdit, handEditsOf } from '@/io/package/hand-edits'
import { setByHandOf } from '@/io/package/read-descriptor'
import type { WorkingCopy } from './working-copy'

/** A field of a source that stands as a person set it. */
export interface HandMark {
  readonly kind: KindId
  readonly code: string
  readonly field: string
  /** What the file said, '' where it said nothing. */
  readonly said: string
  /** Who set it in the table, and why; null where it was set in the review of a file. */
  readonly edit: HandEdit | null
}

/** Everything of the sources that was set by hand and still stands. */
export function handMarks({ descriptor, opened }: Pick<WorkingCopy, 'descriptor' | 'opened'>): readonly HandMark[] {
  return opened.inventory.kinds.flatMap(({ kind, file }) => {
    const resource = descriptor.resources.find(({ path }) => path === file)
    if (!resource) return []
    const edits = handEditsOf(resource)
    return [...setByHandOf(resource)].flatMap(([code, set]) =>
      Object.entries(set).map(([field, said = '']): HandMark => {
        const edit = edits.findLast((each) => each.code === code && each.field === field) ?? null
        return { kind, code, field, said, edit }
      }),
    )
  })
}
