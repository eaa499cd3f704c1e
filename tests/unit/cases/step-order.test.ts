import { describe, expect, it } from 'vitest'
import { type CaseStep, type CaseStepName, caseStanding } from '@/domain/cases/stage'
import { findOrderConflict } from '@/domain/cases/step-order'

const at = (hour: number, minute = 0, second = 0) => new Date(Date.UTC(2022, 9, 31, hour, minute, second)).toISOString()
const NOW = Date.parse(at(20))
const OBSERVED = at(8)
/** A step with its time. In the tests each step knows all earlier ones. */
type Said = readonly [step: CaseStepName, when: string]
const standing = (...steps: readonly Said[]) =>
  caseStanding(
    steps.map(
      ([step, when], i): CaseStep => ({ id: `s${i}`, step, when, knows: steps.slice(0, i).map((_, j) => `s${j}`) }),
    ),
  )
const held = (step: CaseStepName, when: string, ...steps: readonly Said[]) => {
  const found = findOrderConflict(step, when, OBSERVED, standing(...steps), NOW)
  return found && `${found.isRefused ? 'refused' : 'noted'} ${found.what}`
}

describe('the time of a step', () => {
  it('before the value was noticed is refused for every step', () => {
    for (const step of ['arrived', 'reported', 'assessed', 'closed'] as const)
      expect(held(step, at(7, 59))).toBe('refused observed')
    expect(held('assessed', at(8))).toBeNull()
  })

  it('of an assessment or a closing before handing out, arrival or report is refused', () => {
    const steps: readonly [Said, Said, Said] = [
      ['given', at(9)],
      ['arrived', at(10)],
      ['reported', at(11)],
    ]
    expect(held('assessed', at(8, 30), ...steps)).toBe('refused reported')
    expect(held('closed', at(10, 30), ...steps)).toBe('refused reported')
    expect(held('assessed', at(8, 30), steps[0])).toBe('refused given')
    expect(held('closed', at(11, 30), ...steps, ['assessed', at(12)])).toBe('refused assessed')
    expect(held('assessed', at(11), ...steps)).toBeNull()
    expect(held('unassessed', at(11, 30), ...steps, ['assessed', at(12)])).toBe('refused assessed')
    expect(held('unassessed', at(12), ...steps, ['assessed', at(12)])).toBeNull()
  })

  it('of an arrival or a report before handing out is refused like that of any later step', () => {
    for (const step of ['arrived', 'reported', 'assessed', 'closed'] as const)
      expect(held(step, at(8, 30), ['given', at(9)])).toBe('refused given')
    // Handing out to a second team may follow anything.
    expect(held('given', at(9), ['given', at(9)], ['arrived', at(10)])).toBe('noted arrived')
    expect(held('reported', at(9, 30), ['given', at(9)], ['arrived', at(10)])).toBe('refused arrived')
    // Records of earlier versions may already contradict each other.
    expect(held('reported', at(8, 55), ['given', at(9)], ['arrived', at(8, 50)])).toBe('refused given')
  })

  it('is not compared with that of a move, which puts the place of an earlier step right', () => {
    expect(held('arrived', at(10), ['given', at(9)], ['moved', at(15)])).toBeNull()
    expect(held('arrived', at(10), ['given', at(9)], ['moved', at(15)], ['reported', at(11)])).toBe('noted reported')
  })

  it('is only noted if it is after the first step of the type that should come earlier', () => {
    const teams: readonly Said[] = [
      ['given', at(9)],
      ['arrived', at(10)],
      ['arrived', at(14)],
    ]
    expect(held('reported', at(11), ...teams)).toBe('noted arrived')
    expect(held('reported', at(9, 30), ...teams)).toBe('refused arrived')
    expect(held('reported', at(14), ...teams)).toBeNull()
    // Also if the later arrival was recorded first.
    expect(held('reported', at(11), ['arrived', at(14)], ['arrived', at(10)])).toBe('noted arrived')
    expect(held('closed', at(12), ...teams, ['reported', at(11)], ['reported', at(15)])).toBe('noted reported')
    expect(held('closed', at(10, 30), ...teams, ['reported', at(11)], ['reported', at(15)])).toBe('refused reported')
    const again: readonly Said[] = [...teams, ['closed', at(15)], ['reopened', at(16)], ['arrived', at(17)]]
    expect(held('reported', at(16, 30), ...again)).toBe('refused arrived')
  })

  it('is compared by the minute, as people write it', () => {
    expect(held('assessed', at(9), ['given', at(9, 0, 40)])).toBeNull()
  })

  it('in a later turn is compared with the reopening', () => {
    const again: readonly Said[] = [
      ['given', at(9)],
      ['closed', at(10)],
      ['reopened', at(12)],
    ]
    expect(held('arrived', at(11), ...again)).toBe('refused reopened')
    expect(held('arrived', at(12, 30), ...again)).toBeNull()
    expect(held('reopened', at(9, 30), ['given', at(9)], ['closed', at(10)])).toBe('refused closed')
  })

  it('is not refused because of a step from a device whose clock is ahead', () => {
    expect(held('closed', at(19), ['reported', at(22)])).toBe('noted reported')
  })
})
