import type { WorkingCopy } from './working-copy'

/** Key numbers of a packed package, by which the user recognises it. */
export interface PackageSummary {
  readonly sources: number
  /** Months with dustfall. */
  readonly months: number
  readonly clauses: number
}

/** Key numbers of a working copy, and so of the file packed from it. */
export const summarisePackage = ({ opened, dataset }: Pick<WorkingCopy, 'opened' | 'dataset'>): PackageSummary => ({
  sources: opened.inventory.sources.length,
  months: dataset.reports.length,
  clauses: dataset.clauses.length,
})
