import { describe, expect, it } from 'vitest'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import {
  currentVerdict,
  type DoubtVerdict,
  type DoubtVerdicts,
  OPEN,
  SOUND,
  standingOfHours,
  undismissedDoubts,
  verdictsOnWrongHours,
  WRONG,
  wrongHoursOf,
} from '@/domain/monitoring/doubts/verdict'

const HOUR = 60
const G1 = { device: 'G1', parameter: 'tsp' }
const stuck = (from: number, until: number): Doubt => ({
  ...{ kind: 'stuck', device: 'G1', parameter: 'tsp', from: from * HOUR, until: until * HOUR },
  figures: { minutes: (until - from) * HOUR, value: 120, readings: until - from },
})
const verdict = (from: number, until: number, word: string): DoubtVerdict => ({
  ...{ doubt: 'stuck', parameter: 'tsp', from: from * HOUR, until: until * HOUR, verdict: word },
})
const by = (...of: DoubtVerdict[]): DoubtVerdicts => new Map([['G1', of]])
const standing = (doubts: Doubt[], verdicts: DoubtVerdicts) => [
  ...standingOfHours(doubts, verdicts, { device: 'G1', parameters: ['tsp'], from: 0, hours: 6 }),
]

describe('hours with doubts', () => {
  it('are open until a person decides, then sound or wrong', () => {
    const doubts = [stuck(1, 4)]
    expect(standing(doubts, new Map())).toEqual([SOUND, OPEN, OPEN, OPEN, SOUND, SOUND])
    expect(standing(doubts, by(verdict(1, 4, 'valid')))).toEqual([0, 0, 0, 0, 0, 0])
    expect(standing(doubts, by(verdict(1, 4, 'invalid')))).toEqual([SOUND, WRONG, WRONG, WRONG, SOUND, SOUND])
    // Neither 'pending' nor a verdict of a newer version is a decision.
    for (const word of ['pending', 'recalibrated'])
      expect(standing(doubts, by(verdict(1, 4, word)))).toEqual([SOUND, OPEN, OPEN, OPEN, SOUND, SOUND])
    expect(wrongHoursOf(by(verdict(1, 4, 'invalid')), { ...G1, from: 2 * HOUR, until: 6 * HOUR })).toBe(2)
  })

  it('are wrong only for the judged parameter and device, and if all verdicts agree', () => {
    const hours = { from: 0, until: 6 * HOUR }
    const verdicts = by(verdict(1, 4, 'invalid'))
    expect(wrongHoursOf(verdicts, { device: 'G1', parameter: 'pm10', ...hours })).toBe(0)
    expect(wrongHoursOf(verdicts, { device: 'G2', parameter: 'tsp', ...hours })).toBe(0)
    expect(wrongHoursOf(by({ ...verdict(1, 4, 'invalid'), parameter: '' }), { ...G1, ...hours })).toBe(3)
    expect(wrongHoursOf(by(verdict(1, 4, 'invalid'), verdict(1, 4, 'valid')), { ...G1, ...hours })).toBe(0)
  })

  it('are undecided if the verdicts leave hours between them', () => {
    expect(currentVerdict(by(verdict(0, 2, 'valid'), verdict(3, 6, 'valid')), stuck(0, 6))).toBe('pending')
    expect(currentVerdict(by(verdict(2, 6, 'valid'), verdict(0, 2, 'valid')), stuck(0, 6))).toBe('valid')
  })

  it('stay wrong by a verdict even if the doubt is not found in a shorter period or with other settings', () => {
    expect(standing([], by(verdict(1, 4, 'invalid')))).toEqual([SOUND, WRONG, WRONG, WRONG, SOUND, SOUND])
    expect(standing([], by({ ...verdict(1, 4, 'invalid'), parameter: 'pm10' }))).toEqual([0, 0, 0, 0, 0, 0])
    expect(standing([], by(verdict(1, 4, 'invalid'), verdict(1, 4, 'valid')))).toEqual([0, OPEN, OPEN, OPEN, 0, 0])
  })

  it('are decided for the reviewed part if the doubt has continued since', () => {
    const verdicts = by(verdict(1, 3, 'invalid'))
    expect(standing([stuck(1, 5)], verdicts)).toEqual([SOUND, WRONG, WRONG, OPEN, OPEN, SOUND])
    expect(currentVerdict(verdicts, stuck(1, 5))).toBe('pending')
  })

  it('stay open if verdicts differ, and are wrong if any doubt about them is confirmed', () => {
    expect(standing([stuck(0, 2)], by(verdict(0, 2, 'valid'), verdict(0, 2, 'invalid')))).toEqual([1, 1, 0, 0, 0, 0])
    const spike: Doubt = {
      ...{ kind: 'spike', device: 'G1', parameter: 'tsp', from: HOUR, until: 2 * HOUR },
      figures: { value: 900, median: 100, deviations: 20 },
    }
    const verdicts = by(verdict(0, 2, 'valid'), { ...verdict(1, 2, 'invalid'), doubt: 'spike' })
    expect(standing([stuck(0, 2), spike], verdicts)).toEqual([SOUND, WRONG, SOUND, SOUND, SOUND, SOUND])
    expect(undismissedDoubts(verdicts, [stuck(0, 2), spike])).toEqual([spike])
  })
})

it('wrong hours of a parameter in a time depend only on verdicts about it then, of devices with an invalid one', () => {
  const of = (parameter: string, verdict: string, from = 0) => ({
    doubt: 'stuck',
    parameter,
    from,
    until: from + 60,
    verdict,
  })
  const verdicts = new Map([
    ['a', [of('pm10', 'invalid'), of('pm10', 'valid'), of('tsp', 'invalid'), of('pm10', 'invalid', 600)]],
    ['b', [of('', 'invalid')]],
    ['c', [of('pm10', 'valid')]],
    ['d', [of('pm10', 'invalid', 60)]],
  ])
  expect([...verdictsOnWrongHours(verdicts, ['pm10'], { from: 0, until: 60 })]).toEqual([
    ['a', [of('pm10', 'invalid'), of('pm10', 'valid')]],
    ['b', [of('', 'invalid')]],
  ])
})
