import type { EvaluatedPackage } from './evaluated-package'

/** Calls `fill` once for each table among the `length` sources from number `first` on, when these are first asked for. */
export function tableByTable({ tables }: EvaluatedPackage, fill: (first: number, length: number) => void) {
  const filled = new Set<number>()
  return (first: number, length: number): void => {
    for (const { first: start, table } of tables) {
      if (filled.has(start) || start < first || start + table.length > first + length) continue
      filled.add(start)
      fill(start, table.length)
    }
  }
}
