import type { WorkingCopy } from './working-copy'

/** Key numbers of a packed package, by which the user recognises it. */
export interface PackedSums {
  readonly sources: number
  /** Months with dustfall. */
  readonly months: number
  readonly clauses: number
}

/** Key numbers of a working copy, and so of the file packed from it. */
export const packedSums = ({ opened, dataset }: Pick<WorkingCopy, 'opened' | 'dataset'>): PackedSums => ({
  sources: opened.inventory.sources.length,
  months: dataset.reports.length,
  clauses: dataset.clauses.length,
})
