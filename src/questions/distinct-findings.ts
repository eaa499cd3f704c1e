import type { HandoverSheet } from './handover'

/** How many findings sheets have between them: one that several departments lead stands on the sheet of each, and is one. */
export function distinctFindings(sheets: readonly HandoverSheet[]): number {
  const found = new Set<string>()
  for (const { source, findings } of sheets.flatMap(({ sources }) => sources))
    for (const { clause, title } of findings) found.add(`${source} ${clause} ${title}`)
  return found.size
}
