import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CASE_STEPS, type CaseStep, type CaseStepName, caseStanding } from '@/domain/cases/stage'

const at = (minute: number) => new Date(Date.UTC(2022, 9, 29, 0, minute)).toISOString()
const step = (id: string, name: string, minute: number, knows: readonly string[] = []): CaseStep => ({
  id,
  step: name,
  when: at(minute),
  knows,
})

/** A chain of steps, each of which knows all earlier ones. */
const chain = (...names: readonly CaseStepName[]): CaseStep[] =>
  names.map((name, i) =>
    step(
      `d-${i}`,
      name,
      i,
      names.slice(0, i).map((_, before) => `d-${before}`),
    ),
  )

/**
 * Several devices write steps of one case. At each turn a device either receives all steps that another has, or writes
 * a step, which knows all that the device has.
 */
const histories = fc
  .array(
    fc.record({
      device: fc.nat(2),
      from: fc.nat(2),
      writes: fc.constantFrom(null, ...CASE_STEPS, 'audited'),
      minute: fc.nat(600),
    }),
    { maxLength: 24 },
  )
  .map((acts) => {
    const has: CaseStep[][] = [[], [], []]
    const all: CaseStep[] = []
    for (const [i, { device, from, writes, minute }] of acts.entries()) {
      const own = has[device]!
      if (writes === null) has[device] = [...new Set([...own, ...has[from]!])]
      else {
        const next = step(
          `${device}-${i}`,
          writes,
          minute,
          own.map(({ id }) => id),
        )
        own.push(next)
        all.push(next)
      }
    }
    return all
  })

describe('a case', () => {
  it('passes through its stages in order, and may skip some', () => {
    const stages = (['given', 'arrived', 'reported', 'assessed', 'closed'] as const).map(
      (_, i, all) => caseStanding(chain(...all.slice(0, i + 1))).stage,
    )
    expect(stages).toEqual(['given', 'arrived', 'reported', 'assessed', 'closed'])
    expect(caseStanding([]).stage).toBe('opened')
    expect(caseStanding(chain('reported')).stage).toBe('reported')
    expect(caseStanding(chain('given', 'closed')).stage).toBe('closed')
  })

  it('starts a new turn when it is reopened, and only later steps count for that turn', () => {
    const again = caseStanding(chain('given', 'reported', 'closed', 'reopened'))
    expect(again).toMatchObject({ stage: 'opened', turn: 2, contested: false, closing: null })
    expect(caseStanding(chain('given', 'reported', 'closed', 'reopened', 'given')).stage).toBe('given')
    const twice = caseStanding(chain('closed', 'reopened', 'closed', 'reopened', 'arrived', 'closed'))
    expect(twice).toMatchObject({ stage: 'closed', turn: 3 })
    // Two desks that reopen it without knowing of each other start one turn.
    const known = chain('given', 'closed')
    const both = [step('a-1', 'reopened', 9, ['d-0', 'd-1']), step('b-1', 'reopened', 10, ['d-0', 'd-1'])]
    expect(caseStanding([...known, ...both])).toMatchObject({ stage: 'opened', turn: 2 })
  })

  it('is not closed by a closing that did not know of an earlier step', () => {
    const given = step('desk-1', 'given', 0)
    const reported = step('tablet-1', 'reported', 20, ['desk-1'])
    const closed = step('desk-2', 'closed', 30, ['desk-1'])
    expect(caseStanding([given, closed]).stage).toBe('closed')
    expect(caseStanding([given, reported, closed])).toMatchObject({ stage: 'assessed', contested: true, closing: null })
    const knowing = step('desk-3', 'closed', 40, ['desk-1', 'desk-2', 'tablet-1'])
    expect(caseStanding([given, reported, closed, knowing])).toMatchObject({ stage: 'closed', contested: false })
  })

  it('orders steps by what they knew, not by their clocks', () => {
    const given = step('desk-1', 'given', 50)
    const arrived = step('tablet-1', 'arrived', 10, ['desk-1'])
    expect(caseStanding([arrived, given]).steps.map(({ id }) => id)).toEqual(['desk-1', 'tablet-1'])
    // Ids that form a circle, which only a forged file has, don't loop forever.
    const circle = [step('x-1', 'given', 1, ['x-2']), step('x-2', 'closed', 2, ['x-1'])]
    expect(caseStanding(circle).steps).toHaveLength(2)
  })

  it('keeps a step of a newer version, which changes no stage, but contests a closing that did not know it', () => {
    expect(caseStanding([...chain('given'), step('l-1', 'audited', 5, ['d-0'])]).stage).toBe('given')
    expect(caseStanding([...chain('given', 'closed'), step('l-1', 'audited', 5, ['d-0'])]).contested).toBe(true)
  })

  it('counts no assessment that was withdrawn, of any device, and may be assessed again', () => {
    const withdrawn = caseStanding(chain('given', 'reported', 'assessed', 'unassessed'))
    expect(withdrawn).toMatchObject({ stage: 'reported', turn: 1, annulled: [{ id: 'd-2' }] })
    expect(withdrawn.current.map(({ id }) => id)).toEqual(['d-0', 'd-1', 'd-3'])
    const again = caseStanding(chain('given', 'reported', 'assessed', 'unassessed', 'assessed'))
    expect(again).toMatchObject({ stage: 'assessed', annulled: [{ id: 'd-2' }] })
    expect(caseStanding(chain('reported', 'assessed', 'unassessed', 'assessed', 'closed')).stage).toBe('closed')
  })

  it('counts an assessment that the one who withdrew another did not know', () => {
    const before = chain('reported', 'assessed')
    const annulment = step('a-1', 'unassessed', 9, ['d-0', 'd-1'])
    const other = step('b-1', 'assessed', 5, ['d-0', 'd-1'])
    expect(caseStanding([...before, other, annulment])).toMatchObject({ stage: 'assessed', annulled: [{ id: 'd-1' }] })
  })

  it('annuls no assessment of a turn that was closed and reopened before', () => {
    const again = caseStanding(chain('assessed', 'closed', 'reopened', 'reported', 'assessed', 'unassessed'))
    expect(again).toMatchObject({ stage: 'reported', turn: 2, annulled: [{ id: 'd-4' }] })
  })

  it('annuls only assessments, and only those known to whoever withdrew them', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const { steps, annulled, current } = caseStanding(all)
        for (const each of annulled) {
          expect(each.step).toBe('assessed')
          expect(current).not.toContain(each)
          expect(steps.some((later) => later.step === 'unassessed' && later.knows.includes(each.id))).toBe(true)
        }
      }),
    )
  })

  it('has the same result in whatever order its steps arrive', () => {
    fc.assert(
      fc.property(
        histories.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(caseStanding(shuffled)).toEqual(caseStanding(all))
        },
      ),
    )
  })

  it('loses no step, and is closed only if the closing knew every other step or was known to it', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const { steps, stage, closing } = caseStanding(all)
        expect(steps.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
        expect(stage === 'closed').toBe(closing !== null)
        if (!closing) return
        const unseen = all.filter(
          (each) => each.step !== 'closed' && !closing.knows.includes(each.id) && !each.knows.includes(closing.id),
        )
        expect(unseen).toEqual([])
        expect(all.filter((each) => each.step === 'reopened' && each.knows.includes(closing.id))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('is open again as soon as a step arrives that its closing did not know', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...CASE_STEPS.filter((name) => name !== 'closed')), (all, name) => {
        expect(caseStanding([...all, step('late-1', name, 5)]).stage).not.toBe('closed')
      }),
    )
  })
})
