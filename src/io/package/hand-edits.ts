import { z } from '@/io/zod'
import type { ResourceDescriptor } from './descriptor'

const handEdit = z.object({
  code: z.string(),
  /** Which of several sources of the file with this code, from 1; the first if absent. */
  nth: z.number().optional(),
  field: z.string(),
  /** As in cells of a file; counties by name. */
  before: z.string(),
  after: z.string(),
  by: z.string(),
  why: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
})

/** A cell edited in the table: old and new value, author, reason and time. */
export type HandEdit = Readonly<z.infer<typeof handEdit>>

/** Cell edits of a resource, oldest first; entries in an unknown form are skipped. */
export function handEditsOf({ chentu }: ResourceDescriptor): readonly HandEdit[] {
  const { edits } = chentu
  return Array.isArray(edits) ? edits.flatMap((each) => handEdit.safeParse(each).data ?? []) : []
}

/** Appends edits to those of a resource. */
export const withHandEdits = (resource: ResourceDescriptor, added: readonly HandEdit[]): ResourceDescriptor => {
  const { edits } = resource.chentu
  return { ...resource, chentu: { ...resource.chentu, edits: [...(Array.isArray(edits) ? edits : []), ...added] } }
}
