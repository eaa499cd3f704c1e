import { readFileSync } from 'node:fs'
import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { clocksOf, earlierClocks, isMissed, nextDue } from '@/domain/cases/clock'
import { hourEndOfKey, runOpeningKey } from '@/domain/cases/opening-key'
import { type CaseStep, standingOf } from '@/domain/cases/stage'
import { startI18n } from '@/i18n'
import { readCaseSettings } from '@/io/package/cases-file'
import { runsFromText } from '@/store/words/case-words'

const OBSERVED = '2022-10-29T00:00:00.000Z'
const at = (minute: number) => new Date(Date.parse(OBSERVED) + minute * 60_000).toISOString()
const TERMS = [
  { step: 'arrived', minutes: 60 },
  { step: 'reported', minutes: 120 },
  { step: 'closed', minutes: 1440 },
] as const

function statesAt(minute: number, ...said: readonly (readonly [step: string, minute: number])[]) {
  const steps = said.map(
    ([step, when], i): CaseStep => ({
      id: `d-${i}`,
      step,
      when: at(when),
      knows: said.slice(0, i).map((_, n) => `d-${n}`),
    }),
  )
  return clocksOf(OBSERVED, TERMS, standingOf(steps), Date.parse(at(minute)))
}
const names = (clocks: ReturnType<typeof statesAt>) => clocks.map(({ state }) => state)

describe('the clock of a case', () => {
  it('runs from when the value was noticed, and the last minute of a term is still in time', () => {
    expect(names(statesAt(60))).toEqual(['running', 'running', 'running'])
    expect(names(statesAt(61))).toEqual(['overdue', 'running', 'running'])
    expect(names(statesAt(500, ['arrived', 60], ['reported', 121]))).toEqual(['in-time', 'late', 'running'])
  })

  it('takes a report as an arrival, because the reporter was there', () => {
    expect(names(statesAt(500, ['reported', 50]))).toEqual(['in-time', 'in-time', 'running'])
  })

  it('uses the recorded arrival even if a report is earlier', () => {
    expect(names(statesAt(500, ['arrived', 90], ['reported', 50]))).toEqual(['late', 'in-time', 'running'])
  })

  it('needs no further steps after closing, and marks terms that ended before a late closing', () => {
    expect(names(statesAt(9000, ['closed', 30]))).toEqual(['unneeded', 'unneeded', 'in-time'])
    expect(names(statesAt(9000, ['closed', 100]))).toEqual(['late', 'unneeded', 'in-time'])
    expect(names(statesAt(9000, ['closed', 1441]))).toEqual(['late', 'late', 'late'])
  })

  it('starts again when the case is reopened', () => {
    const again = [
      ['arrived', 10],
      ['closed', 90],
      ['reopened', 3000],
    ] as const
    expect(names(statesAt(3030, ...again))).toEqual(['running', 'running', 'running'])
    expect(names(statesAt(3061, ...again))).toEqual(['overdue', 'running', 'running'])
    expect(names(statesAt(9000, ...again, ['arrived', 3070]))).toEqual(['late', 'overdue', 'overdue'])
  })

  it('keeps which terms of an earlier turn were late', () => {
    const steps = (arrived: number): CaseStep[] => [
      { id: 'd-0', step: 'arrived', when: at(arrived), knows: [] },
      { id: 'd-1', step: 'closed', when: at(200), knows: ['d-0'] },
      { id: 'd-2', step: 'reopened', when: at(3000), knows: ['d-0', 'd-1'] },
      { id: 'd-3', step: 'closed', when: at(3010), knows: ['d-0', 'd-1', 'd-2'] },
    ]
    const earlier = (arrived: number) => earlierClocks(OBSERVED, TERMS, standingOf(steps(arrived)))
    expect(names(earlier(61))).toEqual(['late', 'late', 'in-time'])
    expect(names(earlier(60))).toEqual(['in-time', 'late', 'in-time'])
    expect(clocksOf(OBSERVED, TERMS, standingOf(steps(61)), Date.parse(at(9000))).some(isMissed)).toBe(false)
    expect(earlierClocks(OBSERVED, TERMS, standingOf(steps(61).slice(0, 2)))).toEqual([])
  })

  it('does not judge a step that is dated before the value', () => {
    const [arrived] = statesAt(500, ['arrived', -5])
    expect(arrived).toMatchObject({ state: 'unclear' })
    expect(isMissed(arrived!)).toBe(false)
  })

  it('takes a step in the same minute as the value, and a closing in the last minute of a term, as in time', () => {
    expect(names(statesAt(500, ['arrived', 0]))[0]).toBe('in-time')
    expect(names(statesAt(9000, ['closed', 60]))).toEqual(['unneeded', 'unneeded', 'in-time'])
  })

  it('counts the first of several steps of the same type', () => {
    expect(names(statesAt(500, ['arrived', 30], ['arrived', 90]))[0]).toBe('in-time')
  })

  it('marks an arrival as inferred only if nothing but a report shows it', () => {
    const inferred = (...said: Parameters<typeof statesAt>[1][]) =>
      statesAt(500, ...said).map(({ isInferred }) => isInferred)
    expect(inferred(['reported', 50])).toEqual([true, undefined, undefined])
    expect(inferred(['arrived', 40], ['reported', 50], ['closed', 55])).toEqual([undefined, undefined, undefined])
    expect(inferred(['closed', 55])).toEqual([undefined, undefined, undefined])
    expect(statesAt(500, ['arrived', 40])[0]).not.toHaveProperty('isInferred')
  })

  it('returns the step that is due next, whatever the order of the terms', () => {
    const open = standingOf([])
    const clocks = clocksOf(OBSERVED, [...TERMS].reverse(), open, Date.parse(at(1)))
    expect(nextDue(clocks)?.step).toBe('arrived')
  })

  it('returns the step that is due next, or null if the case is closed', () => {
    expect(nextDue(statesAt(61, ['arrived', 10]))?.step).toBe('reported')
    expect(nextDue(statesAt(61))?.step).toBe('arrived')
    expect(nextDue(statesAt(61, ['closed', 10]))).toBeNull()
  })
})

it('the clock of an exceedance starts at the end of its first hour, and the card explains why', async () => {
  await startI18n('zh-CN')
  const from = runOpeningKey('A/1', 'tsp', Date.parse('2022-10-30T15:00:00Z') / 60_000)
  expect(hourEndOfKey(from)).toBe(Date.parse('2022-10-30T16:00:00Z') / 60_000)
  expect(hourEndOfKey('complaint/X/1/2022-10-31')).toBeNull()
  expect(hourEndOfKey('fire-point/X/1/2022-10-31T08')).toBeNull()
  const words = (observed: string, reopening: CaseStep | null = null) =>
    runsFromText(i18next.t, { from, observed }, { reopening })
  expect(words('2022-10-30T16:00:00.000Z')).toContain('2022-10-31 00:00 起算：小时值在该小时结束时才能得出')
  expect(words('2022-10-30T17:00:00.000Z')).toBe('时限从发现时间 2022-10-31 01:00 起算。')
  const reopening = { id: 'r', step: 'reopened', when: '2022-11-01T00:00:00.000Z', knows: [] }
  expect(words('2022-10-30T16:00:00.000Z', reopening)).toBe('时限从重新打开时间 2022-11-01 08:00 起算。')
})

it('the terms of the delivered package are distinct: no report is due at the moment of the arrival', () => {
  const { sorts } = readCaseSettings('cases.json', JSON.parse(readFileSync('data/cases.json', 'utf8'))).value!
  for (const { id, terms } of sorts) {
    const minutes = terms.map((each) => each.minutes)
    expect([id, [...new Set(minutes)].sort((a, b) => a - b)]).toEqual([id, minutes])
  }
})
