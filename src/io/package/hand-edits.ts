import { z } from '@/io/zod'
import type { ResourceDescriptor } from './descriptor'

const handEdit = z.object({
  code: z.string(),
  /** Which of several sources of its file with this code, from 1; the first where it is not said. */
  nth: z.number().optional(),
  field: z.string(),
  /** As cells of a file; counties by their names. */
  before: z.string(),
  after: z.string(),
  by: z.string(),
  why: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
})

/** A cell that somebody set in the table: what it was, what it is, who did it, and why. */
export type HandEdit = Readonly<z.infer<typeof handEdit>>

/** What was set cell by cell in a resource, oldest first; what another version wrote in a form of its own is left out. */
export function handEditsOf({ chentu }: ResourceDescriptor): readonly HandEdit[] {
  const { edits } = chentu
  return Array.isArray(edits) ? edits.flatMap((each) => handEdit.safeParse(each).data ?? []) : []
}

/** A resource with further edits behind those that it has. */
export const withHandEdits = (resource: ResourceDescriptor, added: readonly HandEdit[]): ResourceDescriptor => {
  const { edits } = resource.chentu
  return { ...resource, chentu: { ...resource.chentu, edits: [...(Array.isArray(edits) ? edits : []), ...added] } }
}
