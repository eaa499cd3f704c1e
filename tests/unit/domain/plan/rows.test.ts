import { describe, expect, it } from 'vitest'
import { type CarriedRule, carriedRules } from '@/domain/plan/carry-over'
import { clauseOf, draftsOf } from '@/domain/plan/draft'
import { daysInClause, isRowOpen, placeOfRow, ROW_LEFT_OUT, rowsOf, withRows } from '@/domain/plan/draft-rows'
import { namedTasks, taskIdentity } from '@/domain/plan/named-tasks'
import { readPlan } from '@/domain/plan/read-plan'
import type { Rule } from '@/domain/rules/rule'

const TEXT = `甲市2023年工作方案
2023年4月6日
1.推进工业企业退城入园。9月底前，完成西橡搬迁方案报批。〔市工信局牵头，秦都区政府落实〕
2.强化道路扬尘管控。主城区清扫率达到92%以上，4月底前，道路积尘负荷稳定达到优级。〔市住建局牵头〕
10月底前，完成弃土场整治。〔市城管局牵头〕
3.开展裸露土地攻坚。分期推进。
序号｜任务｜时限｜牵头单位
1｜老城区裸地覆盖｜6月底前｜市园林局
4.加强保障。〔市生态环境局牵头〕
附件
重点任务完成时限表
序号｜任务｜完成时限｜牵头单位｜责任单位
1｜西橡搬迁方案报批｜2023年9月30日｜市工信局｜秦都区政府、高新区管委会
2｜弃土场整治台账建立｜2023.7｜市城管局｜两区两管委会
3｜第二建材厂砖窑拆除｜2023年8月31日｜市自然资源局｜旬邑县政府
4｜应急演练｜长期｜｜各县市区政府`

const reading = readPlan(TEXT, [], 2023)
const drafts = draftsOf(reading)
const rows = rowsOf(reading, drafts)
const outside = rows.filter(({ isWithin }) => !isWithin)
const none = new Map<string, number>()

describe('the rows of the tables of a plan', () => {
  it('are read by the headings of their columns, within a clause or after all of them', () => {
    expect(rows.map(({ id, what, day, lead, carriedOutBy }) => [id, what, day, lead, carriedOutBy])).toEqual([
      ['within.1.1', '老城区裸地覆盖', '2023-06-30', ['市园林局'], []],
      ['row.1.1', '西橡搬迁方案报批', '2023-09-30', ['市工信局'], ['秦都区政府', '高新区管委会']],
      ['row.1.2', '弃土场整治台账建立', '2023-07-31', ['市城管局'], ['两区两管委会']],
      ['row.1.3', '第二建材厂砖窑拆除', '2023-08-31', ['市自然资源局'], ['旬邑县政府']],
      ['row.1.4', '应急演练', null, [], ['各县市区政府']],
    ])
  })

  it('belong to the clause with their words, or wait for the user', () => {
    expect(outside.map((row) => placeOfRow(row, none, drafts))).toEqual([1, 2, null, null])
    const placed = new Map([
      ['row.1.3', 3],
      ['row.1.4', ROW_LEFT_OUT],
    ])
    expect(outside.map((row) => placeOfRow(row, placed, drafts))).toEqual([1, 2, 3, ROW_LEFT_OUT])
    const without = drafts.map((draft) => ({ ...draft, isKept: draft.number !== 1 }))
    expect(placeOfRow(outside[0]!, none, without)).toBeNull()
  })

  it('add deadlines to a clause that does not state them itself', () => {
    const daysOf = (number: number, placed = none) =>
      clauseOf(withRows(drafts, rows, placed)[number - 1]!).deadlines.map(({ day, what }) => `${day} ${what.zh}`)
    expect(daysOf(1)).toEqual(['2023-09-30 完成西橡搬迁方案报批'])
    expect(daysOf(2)).toContain('2023-07-31 弃土场整治台账建立')
    expect(daysOf(4)).toEqual([])
    expect(daysOf(4, new Map([['row.1.3', 4]]))).toEqual(['2023-08-31 第二建材厂砖窑拆除'])
  })

  it('are compared with the deadlines that the clause states itself', () => {
    const [same] = outside
    expect(daysInClause(same!, drafts[0]!)).toEqual(['2023-09-30'])
    const later = { ...same!, day: '2023-11-30' }
    expect(daysInClause(later, drafts[0]!)).toEqual(['2023-09-30'])
    expect(daysInClause(same!, drafts[1]!)).toEqual([])
  })

  it.each(['—', '——', '/', '无', '-'])('name no department if a cell has %s', (none) => {
    const text = `甲市2023年工作方案\n1.裸地覆盖。〔市园林局牵头〕\n附件\n任务｜时限｜牵头单位｜配合单位\n建成区裸地覆盖｜6月底前｜市园林局｜${none}`
    expect(readPlan(text, [], 2023).rows).toMatchObject([{ lead: ['市园林局'], support: [] }])
  })

  it('add those taking part to their clause', () => {
    const text =
      '甲市2023年工作方案\n1.裸地覆盖。建成区裸地全部覆盖。〔市园林局牵头〕\n附件\n任务｜时限｜牵头单位｜配合单位｜责任单位\n建成区裸地全部覆盖｜6月底前｜市园林局｜市水利局及市城管局｜市住建局、各县市区政府'
    const read = readPlan(text, [], 2023)
    const own = draftsOf(read)
    const [clause] = withRows(own, rowsOf(read, own), none).map(clauseOf)
    expect(clause).toMatchObject({
      ...{ lead: ['市园林局'], support: ['市水利局', '市城管局', '市住建局'] },
      carriedOutBy: ['各县市区政府'],
    })
  })

  it('add their leads to a clause with the same deadline, which is not listed twice', () => {
    const withTable = (bracket: string) => {
      const text = `甲市2023年工作方案\n1.裸地覆盖。6月底前，建成区裸地全部覆盖。${bracket}\n附件\n任务｜时限｜责任单位\n建成区裸地全部覆盖｜6月底前｜市住建局、市水利局、秦都区政府`
      const read = readPlan(text, [], 2023)
      const own = draftsOf(read)
      const of = { text, drafts: own, rows: rowsOf(read, own), placed: none }
      expect(namedTasks(of, [])).toHaveLength(1)
      const { lead, support, carriedOutBy } = clauseOf(withRows(own, of.rows, none)[0]!)
      return [lead, support, carriedOutBy]
    }
    expect(withTable('〔市住建局牵头〕')).toEqual([['市住建局'], ['市水利局'], ['秦都区政府']])
    expect(withTable('')).toEqual([['市住建局', '市水利局', '秦都区政府'], [], []])
  })

  it('wait for the user if the clause has another deadline for the same task', () => {
    const [same] = outside
    const later = { ...same!, day: '2023-11-30' }
    expect([same!, later].map((row) => isRowOpen(row, none, drafts))).toEqual([false, true])
    expect(isRowOpen(later, new Map([[later.id, 1]]), drafts)).toBe(false)
  })

  it('have the same key for the same task in other words', () => {
    const told = (name: string) => taskIdentity({ clause: 1, name, day: '2023-09-30' })
    expect(told('完成西橡搬迁方案报批。')).toBe(told('西橡搬迁方案 报批工作'))
    expect(told('西橡搬迁方案报批')).not.toBe(told('西橡搬迁'))
  })

  it('are found by their cells if the table has no header', () => {
    const bare = '甲市2023年工作方案\n1.甲。〔市甲局牵头〕\n附件\n1｜建成区裸地覆盖｜6月底前｜市住建局\n2｜—｜—｜—'
    const read = readPlan(bare, [], 2023)
    expect(rowsOf(read, draftsOf(read))).toMatchObject([{ row: 1, what: '建成区裸地覆盖', day: '2023-06-30' }])
  })
})

describe('the named tasks of a plan', () => {
  const both = (zh: string) => ({ zh, en: zh })
  const plan = { text: TEXT, drafts, rows, placed: new Map([['row.1.4', 4]]) }
  const tasks = (goingOn: readonly { rule: CarriedRule; day: string }[] = [], of = plan) =>
    namedTasks(of, goingOn).map(({ clause, name, day, lead }) => [clause, day, name, lead.join('、')])

  it('are one per deadline, led by the lead of the part of the clause or of the row', () => {
    expect(tasks()).toEqual([
      [1, '2023-09-30', '西橡搬迁方案报批', '市工信局'],
      [2, '2023-04-30', '道路积尘负荷稳定达到优级', '市住建局'],
      [2, '2023-10-31', '弃土场整治', '市城管局'],
      [2, '2023-07-31', '弃土场整治台账建立', '市城管局'],
      [3, '2023-06-30', '老城区裸地覆盖', '市园林局'],
      [4, null, '应急演练', '各县市区政府'],
    ])
  })

  it('quote the words of the plan', () => {
    const words = namedTasks(plan, []).map((task) => task.words)
    expect(words[2]).toBe('10月底前，完成弃土场整治')
    expect(words[3]).toBe('2｜弃土场整治台账建立｜2023.7｜市城管局｜两区两管委会')
  })

  it('leave out a deadline that was removed or belongs to a requirement', () => {
    const rule: Rule = {
      ...{ id: 'silt', clause: 2, kind: 'road', title: both('积尘负荷稳定为优'), scope: [], lead: [] },
      check: { type: 'all-yes', fields: ['a'] },
      ...{ from: '2022-05-30', deadline: '2022-05-31' },
    }
    const earlier = { ...clauseOf(drafts[1]!), parts: [] }
    const base = { links: new Map([[2, 2]]), kinds: [] }
    const [carried] = carriedRules([rule], [earlier], drafts.map(clauseOf), base)
    const names = (all: ReturnType<typeof tasks>) => all.map(([, , name]) => name)
    expect(names(tasks([{ rule: carried!, day: '2023-04-30' }]))).not.toContain('道路积尘负荷稳定达到优级')
    // A requirement with another deadline, or about something else, does not replace the task.
    expect(names(tasks([{ rule: carried!, day: '2023-05-31' }]))).toContain('道路积尘负荷稳定达到优级')
    expect(names(tasks([{ rule: carried!, day: '2023-10-31' }]))).toContain('弃土场整治')
    const dropped = drafts.map((draft) => ({
      ...draft,
      fields: draft.fields.map((field) => ({ ...field, decision: 'dropped' as const })),
    }))
    expect(
      names(
        tasks([], {
          ...plan,
          drafts: dropped,
          placed: new Map([
            ['row.1.1', ROW_LEFT_OUT],
            ['row.1.2', ROW_LEFT_OUT],
          ]),
        }),
      ),
    ).toEqual([])
  })
})
