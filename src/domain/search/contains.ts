const folded = (text: string) => text.normalize('NFKC').toLowerCase()

/** Whether any of some texts has what a person typed in it, whatever its width and case; of nothing typed all have it. */
export function containsText(typed: string): (texts: readonly string[]) => boolean {
  const wanted = folded(typed).trim()
  return (texts) => wanted === '' || texts.some((each) => folded(each).includes(wanted))
}
