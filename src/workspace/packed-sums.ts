import type { WorkingCopy } from './working-copy'

/** What is in a package that was packed, by which a person tells that it is the right one. */
export interface PackedSums {
  readonly sources: number
  /** Months with dustfall. */
  readonly months: number
  readonly clauses: number
}

/** How much of what a person looks for is in a working copy, and so in the file that is made of it. */
export const packedSums = ({ opened, dataset }: Pick<WorkingCopy, 'opened' | 'dataset'>): PackedSums => ({
  sources: opened.inventory.sources.length,
  months: dataset.reports.length,
  clauses: dataset.clauses.length,
})
