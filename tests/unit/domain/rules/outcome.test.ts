import { describe, expect, it } from 'vitest'
import { type JudgedClause, outcomeOf } from '@/domain/rules/outcome'

const tally = (change: Partial<JudgedClause['requirements'][number]>) => ({
  ...{ fine: 0, due: 0, unknown: 0, failing: 0, overdue: 0 },
  ...change,
})
const of = (change: Partial<JudgedClause>) => outcomeOf({ targets: [], requirements: [], hasDay: false, ...change })

describe('the result of a clause', () => {
  it('is done if everything is known and met', () => {
    expect(of({ targets: ['met'] })).toBe('done')
    expect(of({ targets: ['met', 'met'], requirements: [tally({ fine: 3 })] })).toBe('done')
  })

  it('is not done as soon as a target is missed or a source fails, even if other things are unknown', () => {
    expect(of({ targets: ['noData', 'notMet'] })).toBe('notDone')
    expect(of({ targets: ['met'], requirements: [tally({ fine: 9, failing: 1 })] })).toBe('notDone')
    expect(of({ requirements: [tally({ unknown: 9, overdue: 1 })] })).toBe('notDone')
  })

  it('is unknown while a part is unknown; missing data is never a failure', () => {
    expect(of({ targets: ['noData'] })).toBe('noData')
    expect(of({ requirements: [tally({ unknown: 1 })] })).toBe('noData')
    // The package has no sources in scope.
    expect(of({ requirements: [tally({})] })).toBe('noData')
    // A deadline exists, but no data shows whether it was met.
    expect(of({ hasDay: true })).toBe('noData')
  })

  it('is partly done if everything with data is met', () => {
    expect(of({ targets: ['partlyMet'] })).toBe('partlyKnown')
    expect(of({ targets: ['met', 'noData'] })).toBe('partlyKnown')
    expect(of({ targets: ['met'], requirements: [tally({ fine: 9, unknown: 1 })] })).toBe('partlyKnown')
    expect(of({ targets: ['partlyMet', 'notMet'] })).toBe('notDone')
  })

  it('is not due while its deadlines are in the future', () => {
    expect(of({ targets: ['met'], requirements: [tally({ fine: 2, due: 1 })] })).toBe('notDue')
    expect(of({ targets: ['met', 'notDue'] })).toBe('notDue')
    // Even if other parts are unknown; their number is shown beside it.
    expect(of({ targets: ['partlyMet'], requirements: [tally({ fine: 2, due: 1, unknown: 1 })] })).toBe('notDue')
    expect(of({ targets: ['notMet'], requirements: [tally({ due: 1, unknown: 1 })] })).toBe('notDone')
  })

  it('has no target if the plan states neither a number nor a deadline', () => {
    expect(of({})).toBe('noTarget')
  })
})
