import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { type BodyRole, responsibilitiesIn } from '@/domain/plan/bodies'
import { plainForm } from '@/domain/plan/plan-text'
import type { Clause } from '@/domain/rules/clause'
import type { Rule } from '@/domain/rules/rule'
import { PLAN_WORDS } from '../../fixtures/plan-words'

const clauses = JSON.parse(readFileSync('data/clauses.json', 'utf8')) as Clause[]
const rules = ['rules.json', 'rules-beyond-dust.json'].flatMap(
  (file) => JSON.parse(readFileSync(`data/${file}`, 'utf8')) as Rule[],
)
const tasks = Papa.parse<Record<string, string>>(readFileSync('data/plan-tasks.csv', 'utf8').trim(), {
  header: true,
}).data

/** A slip in the plan: clause 19 names a bureau differently from all other clauses. */
const SLIPS: Readonly<Record<string, string>> = { 市工业和信息局: '市工业和信息化局' }
const right = (bodies: readonly string[]) => bodies.map((body) => SLIPS[body] ?? body)

type Bodies = Readonly<Record<BodyRole, readonly string[]>>
function readBracket(text: string): Bodies {
  const places = responsibilitiesIn({ text, plain: plainForm(text) }, { start: 0, end: text.length }, [])
  const bodies = places.flatMap(({ bodies }) => bodies)
  const named = (role: BodyRole) => bodies.filter((body) => body.role === role).map(({ name }) => name)
  return { lead: named('lead'), support: named('support'), carriedOutBy: named('carriedOutBy') }
}

const brackets = new Map(
  PLAN_WORDS.map(({ number, brackets }): [number, Bodies[]] => [
    number,
    brackets.map(readBracket).map(({ lead, support, carriedOutBy }) => ({
      lead: right(lead),
      support: right(support),
      carriedOutBy: right(carriedOutBy),
    })),
  ]),
)
const all = (number: number, role: keyof Bodies) => [
  ...new Set(brackets.get(number)!.flatMap((bracket) => bracket[role])),
]

/** The last day of the plan's 10月底, 5月10日, 年底 or 年内; in 2022 unless it names another year. */
function dayOf(words: string): string {
  const [, year = '2022', month = '12', end] = /^(?:(\d{4})年)?(?:(\d{1,2})月(底|\d{1,2}日)|年底|年内)$/.exec(words)!
  const day =
    end && end !== '底' ? Number.parseInt(end, 10) : new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return `${year}-${month.padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
const daysOf = (number: number, without = '') =>
  PLAN_WORDS[number - 1]!.days.filter((words) => words !== without).map(dayOf)

describe('the clauses compared with the words of the plan', () => {
  it('are all 45, and each is parsed', () => {
    expect(PLAN_WORDS.map(({ number }) => number)).toEqual(Array.from({ length: 45 }, (_, i) => i + 1))
    expect(PLAN_WORDS.every(({ brackets }) => brackets.length > 0)).toBe(true)
  })

  it.each(clauses.map(({ number, title }) => [number, title.zh] as const))('clause %d %s: departments', (number) => {
    const { lead, support, carriedOutBy } = clauses[number - 1]!
    expect({ lead, support, carriedOutBy }).toEqual({
      lead: all(number, 'lead'),
      support: all(number, 'support'),
      carriedOutBy: all(number, 'carriedOutBy'),
    })
  })

  it.each(clauses.map(({ number, title }) => [number, title.zh] as const))('clause %d %s: deadlines', (number) => {
    // 年内有实质性进展 and 年内启动 are not deadlines for finishing something.
    const days = clauses[number - 1]!.deadlines.map(({ day }) => day)
    expect([...new Set(days)].sort()).toEqual([...new Set(daysOf(number, '年内'))].sort())
  })

  it('have only targets whose figure is in the plan', () => {
    for (const { number, targets } of clauses) {
      for (const { what, value, unit } of targets) {
        const written = PLAN_WORDS[number - 1]!.figures.map((words) => [
          Number.parseFloat(words),
          words.replace(/^[\d.]+/, ''),
        ])
        const found = written.some(([figure, own]) => figure === value && String(own)[0] === unit[0])
        expect(found, `${number} ${what.zh} ${value} ${unit}`).toBe(true)
      }
    }
  })
})

describe('a figure of the plan that only limits what a task applies to', () => {
  it('is a condition, with its figures, and not a target', () => {
    const conditions = clauses.flatMap(({ number, conditions = [] }) =>
      conditions.map(({ zh }) => [number, zh] as const),
    )
    expect([...new Set(conditions.map(([number]) => number))]).toEqual([14, 15, 24])
    for (const [number, zh] of conditions)
      expect(
        PLAN_WORDS[number - 1]!.figures.filter((figure) => zh.includes(figure)),
        zh,
      ).toHaveLength(1)
    for (const [number] of conditions) expect(clauses[number - 1]!.targets).toEqual([])
  })
})

describe('the rules compared with the words of the plan', () => {
  it('are led by the departments in a bracket of their clause, or by those that carry it out if none leads', () => {
    for (const { id, clause, lead } of rules.filter(({ lead }) => lead.length > 0)) {
      const possible = brackets.get(clause)!.map((each) => (each.lead.length > 0 ? each.lead : each.carriedOutBy))
      expect(possible, id).toContainEqual(lead)
    }
  })

  it('apply only to sources that their clause is about', () => {
    const scopeOf = (id: string) => rules.find((rule) => rule.id === id)?.scope
    expect(scopeOf('38-held')).toEqual([{ field: 'permitClass', oneOf: ['重点管理', '简化管理'] }])
    expect(scopeOf('30-purifier')).toContainEqual({ field: 'makesFumes', is: true })
    expect(scopeOf('32-collected')).toEqual([{ field: 'odourTrade', oneOf: ['橡胶', '塑料', '食品加工'] }])
    expect(scopeOf('32-monitor')).toContainEqual({ field: 'parkOrKeyFirm', is: true })
    expect(scopeOf('9-spray')).toContainEqual({ field: 'vocInsoluble', is: true })
    expect(JSON.stringify(scopeOf('9-weak'))).not.toContain('喷淋')
    expect(scopeOf('37-pressure')).toContainEqual({ field: 'fuelSampled', is: true })
    for (const id of ['36-recovery', '36-tanks']) {
      const rule = rules.find((each) => each.id === id)!
      expect(rule.scope).toContainEqual({ field: 'refitPlanned', is: true })
      expect(rule.check).toMatchObject({ type: 'done', deadline: { field: 'refitDue' } })
    }
  })

  it('leave out general principles, totals and named enterprises, which are covered by figures, targets and tasks', () => {
    const ids = new Set(rules.map(({ id }) => id))
    for (const id of ['1-level', '10-6b', '15-mine', '15-new', '14-retire', '18-plan', '19-share'])
      expect(ids, id).not.toContain(id)
    const followed = [1, 10, 15].map((number) => clauses[number - 1]!.figures?.length)
    expect(followed).toEqual([1, 1, 2])
    expect(JSON.stringify(clauses[14]!.figures)).toContain('{"field":"sidingFit","is":true}')
  })

  it('have only deadlines that their clause sets', () => {
    for (const { id, clause, check, deadline } of rules) {
      const own =
        check.type === 'not-before'
          ? check.deadline
          : check.type === 'done' && 'day' in check.deadline
            ? check.deadline.day
            : null
      for (const day of [own, deadline]) {
        // 年度抽检抽测 applies to the whole year.
        if (day && id !== '20-sampled') expect(daysOf(clause), id).toContain(day)
      }
    }
  })

  it('have named tasks, too, with deadlines and departments of their clause', () => {
    for (const { 编号: code, 条款: clause, 期限: day, 牵头部门: operator } of tasks) {
      const possible = brackets
        .get(Number(clause))!
        .map((each) => (each.lead.length > 0 ? each.lead : each.carriedOutBy).join('、'))
      // A task without a day has none in the plan either; it applies to the whole year.
      if (day !== '') expect(daysOf(Number(clause)), code).toContain(day)
      expect(possible, code).toContain(operator)
    }
  })
})
