import { PROBLEM_ACTIONS, type Problem, type ProblemAction, type ProblemCode } from '@/domain/problem'

/** Problems of one kind in one column: their count, and the first of them. */
export interface ProblemGroup {
  readonly code: ProblemCode
  readonly column: string
  readonly action: ProblemAction
  readonly count: number
  readonly first: readonly Problem[]
}

/** Number of problems stored per group; a file of a million bad rows has a million problems. */
export const KEPT_PER_GROUP = 1000

/** Whether rows with a problem are written out to be corrected: those refused, that lost a cell, or may be misread. */
export const isToFix = ({ action, code }: Pick<ProblemGroup, 'action' | 'code'>): boolean =>
  action === 'refused' || action === 'emptied' || code === 'datum-disagrees' || code === 'digits-lost'

/** Collects the problems of an import by kind. */
export class ProblemLog {
  private readonly byGroup = new Map<string, { count: number; first: Problem[] }>()

  add(problem: Problem): void {
    this.count(problem, problem.column ?? '')?.push(problem)
  }

  /** Counts a problem of a column. Returns the list to add it to; null if enough are stored. */
  count({ code, action = 'kept' }: Pick<Problem, 'code' | 'action'>, column: string): Problem[] | null {
    const key = `${action} ${code} ${column}`
    let group = this.byGroup.get(key)
    if (!group) {
      group = { count: 0, first: [] }
      this.byGroup.set(key, group)
    }
    group.count++
    return group.first.length < KEPT_PER_GROUP ? group.first : null
  }

  /** Adds a group that was counted elsewhere. */
  addGroup({ code, column, action, count, first }: ProblemGroup): void {
    for (const problem of first) this.count({ code, action }, column)?.push(problem)
    this.byGroup.get(`${action} ${code} ${column}`)!.count += count - first.length
  }

  /** The groups, worst first: refused rows, emptied cells, doubts, repairs, skipped rows. */
  groups(): ProblemGroup[] {
    return [...this.byGroup.values()]
      .map(({ count, first }) => {
        const { code, column = '', action = 'kept' } = first[0]!
        return { code, column, action, count, first }
      })
      .sort((a, b) => PROBLEM_ACTIONS.indexOf(a.action) - PROBLEM_ACTIONS.indexOf(b.action) || b.count - a.count)
  }
}
