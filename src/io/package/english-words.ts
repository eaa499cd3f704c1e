/** An entry that cannot be used: its path within the setting, and its value. */
export interface EnglishFault {
  readonly way: readonly string[]
  readonly seen: string
}

/**
 * English words of a package: `{"优": "Excellent"}`. Invalid entries are skipped and reported, since without one a word
 * merely stays Chinese on English screens.
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
