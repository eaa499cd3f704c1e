import { FirstNotes } from './FirstNotes'

/** The notes on the ※ of a scene, in its last line. */
export function MarkNotes({ notes }: { readonly notes: readonly string[] }) {
  // The mark stays on the line of its note.
  return <FirstNotes notes={notes.map((note) => note.replace(' ', '\u00a0'))} />
}
