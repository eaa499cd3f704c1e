/** An entry that can't be used: the way to it within what was written, and what stands there. */
export interface EnglishFault {
  readonly way: readonly string[]
  readonly seen: string
}

/**
 * English by the words of the data, as a package writes it: `{"优": "Excellent"}`. What can't be used is left out by itself and
 * told, since without it a word only stays Chinese on English screens.
 */
export function readEnglish(written: unknown): {
  readonly words: Readonly<Record<string, string>>
  readonly faults: readonly EnglishFault[]
} {
  if (written === undefined) return { words: {}, faults: [] }
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    return { words: {}, faults: [{ way: [], seen: JSON.stringify(written) }] }
  const entries = Object.entries(written)
  const isFine = (entry: [string, unknown]): entry is [string, string] =>
    typeof entry[1] === 'string' && entry[1] !== ''
  return {
    words: Object.fromEntries(entries.filter(isFine)),
    faults: entries
      .filter((entry) => !isFine(entry))
      .map(([word, seen]) => ({ way: [word], seen: typeof seen === 'string' ? seen : JSON.stringify(seen) })),
  }
}
