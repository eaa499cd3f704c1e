import type { EvaluatedPackage } from './evaluated-package'

/**
 * Returns a function that calls `fill` once for each table within the requested sources (`length` from number `first`
 * on), at the first request.
 */
export function tableByTable({ tables }: EvaluatedPackage, fill: (first: number, length: number) => void) {
  const filled = new Set<number>()
  return (first: number, length: number): void => {
    for (const { first: start, table } of tables) {
      // An empty table begins at the same number as the next one.
      if (table.length === 0 || filled.has(start) || start < first || start + table.length > first + length) continue
      filled.add(start)
      fill(start, table.length)
    }
  }
}
