import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitWording } from '@/domain/plan/wording'
import { checklistOf } from '@/domain/rules/checklist'
import { isAdvisory, type Rule } from '@/domain/rules/rule'
import { addToSeverity, bySeverity, NO_DAY, noSeverity } from '@/domain/rules/severity'
import { STATUS } from '@/domain/rules/status'

describe('the severity of a source', () => {
  it('is its worst standing, its most days overdue, and the number of failures', () => {
    const severity = noSeverity(2)
    const add = (status: keyof typeof STATUS, days: number, failures: number, since: number | null = null) =>
      addToSeverity(severity, 1, { status: STATUS[status], days, since, failures })
    const now = () => [severity.status[1], severity.overdueDays[1], severity.failures[1]]
    add('due', 90, 1)
    expect(now()).toEqual([STATUS.due, 0, 0])
    add('unknown', 0, 0)
    expect(now()).toEqual([STATUS.unknown, 0, 0])
    add('failing', 0, 2)
    expect(now()).toEqual([STATUS.failing, 0, 2])
    add('overdue', 10, 0)
    expect(now()).toEqual([STATUS.overdue, 10, 3])
    add('overdue', 5, 1)
    add('failing', 80, 1)
    add('due', 200, 7)
    expect(now()).toEqual([STATUS.overdue, 10, 5])
    expect([severity.status[0], severity.overdueDays[0], severity.failures[0]]).toEqual([0, 0, 0])
  })

  it('has the earliest day of its failing findings, ignoring overdue and undated ones', () => {
    const severity = noSeverity(1)
    const add = (status: keyof typeof STATUS, since: number | null) => {
      addToSeverity(severity, 0, { status: STATUS[status], days: 0, since, failures: 1 })
      return severity.failingSince[0]
    }
    expect([add('failing', null), add('overdue', 7), add('unknown', 8)]).toEqual([NO_DAY, NO_DAY, NO_DAY])
    expect([add('failing', 30), add('failing', 40), add('failing', 20)]).toEqual([30, 30, 20])
  })

  it('ranks one day overdue above any number of failures, and one failure above any difference in distance', () => {
    const severity = {
      status: new Uint8Array(6).fill(STATUS.overdue),
      overdueDays: Int32Array.of(1, 2, 1, 1, 1, 1),
      failingSince: new Int32Array(6),
      failures: Uint16Array.of(60_000, 0, 4095, 4094, 1, 1),
    }
    const metres = Float64Array.of(Infinity, Infinity, 10, 0, 500, 499.996)
    // Counts are capped at 4095: 60,000 equals 4095, and the nearer one comes first. 499.996 m rounds to 500 m.
    expect([...bySeverity(severity, metres)]).toEqual([1, 2, 0, 3, 4, 5])
  })
})

describe('the order of severity', () => {
  it('is status, then days overdue or first day of failure, then failures, distance and number', () => {
    const source = fc.record({
      status: fc.integer({ min: 0, max: 4 }),
      days: fc.integer({ min: 0, max: 400 }),
      since: fc.constantFrom(-9000, 19_000, 19_001, 20_000, NO_DAY),
      failures: fc.integer({ min: 0, max: 6 }),
      metres: fc.constantFrom(0, 12.5, 900, 40_000, Number.POSITIVE_INFINITY),
    })
    fc.assert(
      fc.property(fc.array(source, { maxLength: 60 }), (sources) => {
        const severity = {
          status: Uint8Array.from(sources, ({ status }) => status),
          overdueDays: Int32Array.from(sources, ({ days }) => days),
          failingSince: Int32Array.from(sources, ({ since }) => since),
          failures: Uint16Array.from(sources, ({ failures }) => failures),
        }
        const order = bySeverity(
          severity,
          Float64Array.from(sources, ({ metres }) => metres),
        )
        const wanted = sources
          .map((each, i) => ({ ...each, i }))
          .sort(
            (a, b) =>
              b.status - a.status ||
              (a.status === STATUS.failing ? a.since - b.since : b.days - a.days) ||
              b.failures - a.failures ||
              (a.metres === b.metres ? 0 : a.metres - b.metres) ||
              a.i - b.i,
          )
        expect([...order]).toEqual(wanted.map(({ i }) => i))
      }),
    )
  })
})

describe('a checklist', () => {
  const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
    id,
    clause: 23,
    kind: 'yard',
    title: { zh: id, en: id },
    scope: [],
    check: { type: 'at-least', field: 'x', value: 1 },
    from: '2022-05-30',
    lead: [],
    ...more,
  })
  const six: Partial<Rule> = { check: { type: 'all-yes', fields: ['covered', 'washed'] } }

  it('has an item for each field that should be yes, otherwise for the rule, each once, in the order of the rules', () => {
    const { items } = checklistOf(
      [rule('a', six), rule('b', { clause: 24 }), rule('c', { check: { type: 'all-yes', fields: ['washed'] } })],
      'yard',
    )
    expect(items.map(({ id, field, clause }) => [id, field, clause])).toEqual([
      ['covered', 'covered', 23],
      ['washed', 'washed', 23],
      ['b', null, 24],
    ])
    // The last rule that checks a field sets its title.
    expect(items[1]!.title.zh).toBe('c')
  })

  it('has the requirements of its kind, without hints', () => {
    const rules = [rule('a', { kind: 'road' }), rule('b', { advisory: true }), rule('c')]
    expect(checklistOf(rules, 'yard').items.map(({ id }) => id)).toEqual(['c'])
  })

  it('has another version whenever an item changes, and the same one for the same items', () => {
    const { version } = checklistOf([rule('a', six)], 'yard')
    expect(version).toMatch(/^[0-9a-f]{8}$/)
    expect(checklistOf([rule('z', { kind: 'road' }), rule('a', six)], 'yard').version).toBe(version)
    expect(checklistOf([rule('a', { ...six, clause: 24 })], 'yard').version).not.toBe(version)
    expect(checklistOf([rule('a', { ...six, title: { zh: 'b', en: '' } })], 'yard').version).not.toBe(version)
  })
})

describe('the hint of older packages', () => {
  const older = {
    id: '26-survey',
    clause: 26,
    kind: 'road',
    check: { type: 'max-age', field: 'siltSurveyedOn', days: 30 },
  } as Rule

  it('is recognised by all its delivered properties; anything that differs is a rule of the office', () => {
    expect(isAdvisory(older)).toBe(true)
    const others: Partial<Rule>[] = [
      { id: '26-x' },
      { clause: 27 },
      { check: { type: 'max-age', field: 'siltSurveyedOn', days: 31 } },
      { check: { type: 'this-quarter', field: 'siltSurveyedOn' } },
      { advisory: false },
    ]
    for (const other of others) expect(isAdvisory({ ...older, ...other })).toBe(false)
    expect(isAdvisory({ ...older, id: 'own', advisory: true })).toBe(true)
  })
})

describe('the wording of clauses', () => {
  const split = (...lines: string[]) => Object.fromEntries(splitWording(lines.join('\n')))

  it('begins with the next number, whatever comes after it', () => {
    expect(split('1.甲', ' 2 ． 乙', '3、丙', '4.　丁')).toEqual({ 1: '甲', 2: '乙', 3: '丙', 4: '丁' })
    expect(split('前言', '2.不是第一条', '1.甲')).toEqual({ 1: '甲' })
    expect(split('1.甲', '3.跳号', '1.又一', '2.乙')).toEqual({ 1: '甲\n3.跳号\n1.又一', 2: '乙' })
    expect(split('1.甲', '2.', '2.乙')).toEqual({ 1: '甲\n2.', 2: '乙' })
    expect(split('1.甲', '见2.5条')).toEqual({ 1: '甲\n见2.5条' })
  })

  it('counts beyond nine, and ignores spaces at the ends of a line', () => {
    const twelve = Array.from({ length: 12 }, (_, i) => `${i + 1}.条${i + 1} `)
    expect(split(...twelve.slice(0, 11), '  ', ' 续 ', twelve[11]!)).toMatchObject({ 11: '条11\n续', 12: '条12' })
  })

  it('ends at a heading in either form, and continues over blank lines', () => {
    expect(split('1.甲', '', '续', '（二）标题', '说明', '2.乙', '十一、保障', '说明', '3.丙')).toEqual({
      1: '甲\n续',
      2: '乙',
      3: '丙',
    })
    expect(split('1.甲', '（十二）标题', '说明')).toEqual({ 1: '甲' })
    expect(split('1.甲', '见（二）', '三是要求', '第三、不是标题')).toEqual({
      1: '甲\n见（二）\n三是要求\n第三、不是标题',
    })
    expect(Object.fromEntries(splitWording('1.甲\r\n续\r\n2.乙'))).toEqual({ 1: '甲\n续', 2: '乙' })
    expect(split('')).toEqual({})
  })
})
