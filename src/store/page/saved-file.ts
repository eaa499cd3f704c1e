import { create } from 'zustand'

const SAID_MS = 5000

/** Name of the file saved last by a dialog that closed afterwards, until it has been shown; '' if there is none. */
export const useSavedFile = create<{ readonly name: string }>()(() => ({ name: '' }))

let saying: ReturnType<typeof setTimeout> | undefined

/** Says for a while that a file was saved. */
export function saySaved(name: string): void {
  clearTimeout(saying)
  useSavedFile.setState({ name })
  saying = setTimeout(() => useSavedFile.setState({ name: '' }), SAID_MS)
}
