/** A clause begins a line with its number: `22.严格降尘…`, also `22．` and `22、`. */
const CLAUSE_START = /^\s*(\d{1,3})\s*[.．、]\s*(?=\S)/
/** A heading of the plan ends the clause before it: `（八）推进…` or `三、保障措施`. */
const HEADING = /^\s*(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)/

/**
 * Splits the published text of a plan by clause number: number → wording, paragraphs parted by line breaks.
 * A number counts only when it is the one after the last, so that figures and lists inside a clause do not split it.
 */
export function splitWording(text: string): Map<number, string> {
  const paragraphs = new Map<number, string[]>()
  let current = 0
  let open = false
  for (const line of text.split(/\r?\n/)) {
    const trimmed = line.trim()
    if (trimmed === '') continue
    const start = CLAUSE_START.exec(trimmed)
    if (start && Number(start[1]) === current + 1) {
      current += 1
      open = true
      paragraphs.set(current, [trimmed.slice(start[0].length)])
    } else if (HEADING.test(trimmed)) {
      open = false
    } else if (open) {
      paragraphs.get(current)?.push(trimmed)
    }
  }
  return new Map([...paragraphs].map(([number, lines]) => [number, lines.join('\n')]))
}
