import type { HandoverSheet } from '@/questions/exports/handover'

/**
 * Number of distinct findings on all sheets: a finding led by several departments is on the sheet of each, and counts
 * once.
 */
export function distinctFindings(sheets: readonly HandoverSheet[]): number {
  const found = new Set<string>()
  for (const { source, findings } of sheets.flatMap(({ sources }) => sources))
    for (const { clause, title } of findings) found.add(`${source} ${clause} ${title}`)
  return found.size
}
