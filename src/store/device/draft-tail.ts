import { z } from '@/io/zod'

/**
 * What a page that is being left has not written of a draft yet. The browser does not wait for a database then, so the
 * last letters of a note would be lost; what is put here is kept at once. Photos and spoken notes are too large for it.
 */
export interface DraftTail {
  /** The revisions of the stored draft that it may follow; null stands for none. */
  readonly after: readonly (string | null)[]
  readonly text: Readonly<Record<string, unknown>>
}

const PREFIX = 'chentu-draft-tail '
const schema = z.object({ after: z.array(z.string().nullable()), text: z.record(z.string(), z.unknown()) })

/** Keeps the tail of a draft, at once. A full or forbidden storage is ignored: nothing can be asked any more. */
export function keepTail(name: string, tail: DraftTail): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(tail))
  } catch {}
}

/** Removes the tail of a draft that is on the disk. */
export function dropTail(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name)
  } catch {}
}

/** The text left behind for the stored draft of a revision; null if there is none, or it belongs to an earlier one. */
export function tailOf(name: string, revision: string | null): DraftTail['text'] | null {
  try {
    const { after, text } = schema.parse(JSON.parse(localStorage.getItem(PREFIX + name) ?? ''))
    return after.includes(revision) ? text : null
  } catch {
    return null
  }
}
