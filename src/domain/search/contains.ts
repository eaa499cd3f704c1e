const folded = (text: string) => text.normalize('NFKC').toLowerCase()

/**
 * Returns a test for whether any of some texts contains the typed text, ignoring width and case; empty input matches
 * all.
 */
export function containsText(typed: string): (texts: readonly string[]) => boolean {
  const wanted = folded(typed).trim()
  return (texts) => wanted === '' || texts.some((each) => folded(each).includes(wanted))
}
