import { describe, expect, it } from 'vitest'
import { clauseOutcome, type JudgedClause } from '@/domain/rules/outcome'

const tally = (change: Partial<JudgedClause['requirements'][number]>) => ({
  ...{ fine: 0, due: 0, unknown: 0, failing: 0, overdue: 0 },
  ...change,
})
const of = (change: Partial<JudgedClause>) => clauseOutcome({ targets: [], requirements: [], hasDay: false, ...change })

describe('what a clause of the plan comes to', () => {
  it('is done where all is known and met', () => {
    expect(of({ targets: ['met'] })).toBe('done')
    expect(of({ targets: ['met', 'met'], requirements: [tally({ fine: 3 })] })).toBe('done')
  })

  it('is not done as soon as a target is missed or a source fails, whatever else is not known', () => {
    expect(of({ targets: ['noData', 'notMet'] })).toBe('notDone')
    expect(of({ targets: ['met'], requirements: [tally({ fine: 9, failing: 1 })] })).toBe('notDone')
    expect(of({ requirements: [tally({ unknown: 9, overdue: 1 })] })).toBe('notDone')
  })

  it('is not known while a part of it is not: never missed for want of data', () => {
    expect(of({ targets: ['noData'] })).toBe('noData')
    expect(of({ requirements: [tally({ unknown: 1 })] })).toBe('noData')
    // Asked of sources that the package has none of.
    expect(of({ requirements: [tally({})] })).toBe('noData')
    // A day is named, and nothing says whether it was kept.
    expect(of({ hasDay: true })).toBe('noData')
  })

  it('is done as far as known, and not done, where all is met of which there is data', () => {
    expect(of({ targets: ['partlyMet'] })).toBe('partlyKnown')
    expect(of({ targets: ['met', 'noData'] })).toBe('partlyKnown')
    expect(of({ targets: ['met'], requirements: [tally({ fine: 9, unknown: 1 })] })).toBe('partlyKnown')
    expect(of({ targets: ['partlyMet', 'notMet'] })).toBe('notDone')
  })

  it('is not yet due while its days lie ahead', () => {
    expect(of({ targets: ['met'], requirements: [tally({ fine: 2, due: 1 })] })).toBe('notDue')
    expect(of({ targets: ['met', 'notDue'] })).toBe('notDue')
    // Whatever is not known of the rest: how much is, stands beside it.
    expect(of({ targets: ['partlyMet'], requirements: [tally({ fine: 2, due: 1, unknown: 1 })] })).toBe('notDue')
    expect(of({ targets: ['notMet'], requirements: [tally({ due: 1, unknown: 1 })] })).toBe('notDone')
  })

  it('has no target where the plan gives neither number nor day', () => {
    expect(of({})).toBe('noTarget')
  })
})
