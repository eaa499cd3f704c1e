import { describe, expect, it } from 'vitest'
import { carriedRules } from '@/domain/plan/carry-over'
import { clauseOf, clauseParts, type DraftClause, draftsOf } from '@/domain/plan/draft'
import { readPlan } from '@/domain/plan/read-plan'
import type { Rule } from '@/domain/rules/rule'

const TEXT = `甲市2023年工作方案
1.强化道路扬尘管控。推进机械化清扫作业，主城区道路机械化清扫率达到92%以上。〔市住房和城乡建设局牵头，市城市管理执法局、市公安局参与，各县市区政府（管委会）落实〕
对中华路等重点路段常态化开展洒水、雾炮、冲洗作业，4月底前，道路积尘负荷稳定达到优级。
10月底前完成弃土场整治。〔市城市管理执法局牵头，两区两管委会落实〕
5月底前，完成各类堆场摸排，暴露堆体动态“清零”。〔两区两管委会落实〕
2.加强监管。〔市公安局牵头〕`

const drafts = () => draftsOf(readPlan(TEXT, [], 2023))
const both = (zh: string) => ({ zh, en: zh })
const rule = (id: string, lead: readonly string[]): Rule => ({
  ...{ id, clause: 4, kind: 'road', title: both(id), scope: [], lead },
  check: { type: 'all-yes', fields: ['a'] },
  from: '2022-05-30',
})
const earlier = { ...clauseOf(drafts()[0]!), number: 4, lead: ['市城市管理执法局'], support: ['市公安局'] }

function carried(rules: readonly Rule[], read: readonly DraftClause[] = drafts()) {
  const partsOf = (clause: number) => {
    const draft = read.find(({ number }) => number === clause)!
    return clauseParts(draft).map((part, i) => ({ ...part, words: draft.parts[i]!.words }))
  }
  const base = { links: new Map([[4, 1]]), kinds: [], partsOf }
  return carriedRules(rules, [earlier], read.map(clauseOf), base)
}

describe('a clause whose paragraphs have their own brackets', () => {
  it('has departments by part: a bracket applies to everything after the previous bracket', () => {
    const [clause, other] = drafts().map(clauseOf)
    expect(clause!.parts).toEqual([
      {
        what: both('推进机械化清扫作业，主城区道路机械化清扫率达到92%以上'),
        lead: ['市住房和城乡建设局'],
        support: ['市城市管理执法局', '市公安局'],
        carriedOutBy: ['各县市区政府（管委会）'],
      },
      expect.objectContaining({ lead: ['市城市管理执法局'], support: [], carriedOutBy: ['两区两管委会'] }),
      expect.objectContaining({ lead: [], support: [], carriedOutBy: ['两区两管委会'] }),
    ])
    // Each of the departments finds the clause.
    expect(clause!.lead).toEqual(['市住房和城乡建设局', '市城市管理执法局'])
    expect(other).not.toHaveProperty('parts')
  })

  it('uses, in a part, the name that the user gave a department, and leaves out removed departments', () => {
    const [draft] = drafts()
    const fields = draft!.fields.map((field) => {
      if (field.value.kind !== 'body') return field
      if (field.value.name === '市住房和城乡建设局') return { ...field, value: { ...field.value, name: '市住建局' } }
      return field.value.name === '市公安局' ? { ...field, decision: 'dropped' as const } : field
    })
    expect(clauseParts({ ...draft!, fields })[0]).toMatchObject({ lead: ['市住建局'], support: ['市城市管理执法局'] })
  })
})

describe('a requirement under a clause with bracketed paragraphs', () => {
  const whole = ['市城市管理执法局']

  it('is led by the lead of the part with its words', () => {
    const [sweeping, silt, spoil] = carried([
      rule('主城区机械化清扫率不低于90%', whole),
      rule('积尘负荷稳定为优', whole),
      rule('弃土场整治完成', whole),
    ])
    expect(sweeping).toMatchObject({ part: 0, lead: ['市住房和城乡建设局'], joins: whole, doubts: ['lead-joins'] })
    expect(silt).toMatchObject({ part: 1, lead: whole, doubts: [] })
    expect(spoil).toMatchObject({ part: 1, lead: whole, doubts: [] })
  })

  it('in a part without a lead belongs to those who carry it out', () => {
    const [own, other] = carried([rule('暴露堆体动态清零', ['两区两管委会']), rule('堆场摸排', ['市城市管理执法局'])])
    expect(own).toMatchObject({ part: 2, lead: ['两区两管委会'], doubts: [] })
    expect(other).toMatchObject({ part: 2, lead: ['两区两管委会'], gone: whole, doubts: ['lead-changed'] })
  })

  it('is undecided if its part is unknown', () => {
    expect(carried([rule('绿色出行', ['市交通运输局'])])).toMatchObject([
      {
        ...{ part: null, lead: [], gone: [], joins: [], doubts: ['lead-open'] },
        parts: [['市住房和城乡建设局'], ['市城市管理执法局'], ['两区两管委会']],
      },
    ])
  })
})

it('lists among its former leads only those that are gone, not those that still take part', () => {
  const text = '甲市2023年工作方案\n1.堆场。〔市甲局牵头，市乙局参与〕'
  const read = draftsOf(readPlan(text, [], 2023))
  const lead = ['市甲局', '市乙局', '市丙局']
  expect(carried([rule('堆场覆盖', lead)], read)).toMatchObject([
    { lead: ['市甲局'], gone: ['市丙局'], doubts: ['lead-changed'] },
  ])
})

it('does not report a department as gone whose name is still to be confirmed', () => {
  const text = '甲市2023年工作方案\n1.堆场。〔市甲局牵头，市住建局参与〕'
  const known = ['市住房和城乡建设局']
  const read = draftsOf(readPlan(text, known, 2023))
  expect(read[0]!.fields[1]).toMatchObject({ decision: 'open', value: { name: '市住房和城乡建设局' } })
  expect(carried([rule('堆场覆盖', known)], read)).toMatchObject([{ lead: known, doubts: [] }])
})
