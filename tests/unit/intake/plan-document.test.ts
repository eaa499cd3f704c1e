import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { clauseOf } from '@/domain/plan/draft'
import { readPlan } from '@/domain/plan/read-plan'
import { splitWording } from '@/domain/plan/wording'
import { readPlanText } from '@/io/package/plan-document'
import { planWording } from '@/workspace/plan/plan-wording'
import { proposePlan } from '@/workspace/plan/propose-plan'
import { encodeGb18030 } from '../../fixtures/encode-gb18030'
import { cell, paragraph, row, table, wordDocument } from '../../fixtures/old-workbooks'

const TEXT = '1、第一条的原文。\n2、第二条的原文。\n续第二条。'
const CLAUSES = [
  [1, '第一条的原文。'],
  [2, '第二条的原文。\n续第二条。'],
]
const utf16 = (text: string) => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
const fileOf = (bytes: Uint8Array, name: string) => new File([Uint8Array.from(bytes)], name)

it.each([
  ['.docx', readFileSync('tests/fixtures/plan.docx')],
  ['.txt in GB18030', encodeGb18030(TEXT)],
  ['.txt in UTF-8', Buffer.from(TEXT)],
  ['.txt in UTF-16', utf16(TEXT)],
])('the published text of a plan is read by its clauses: %s', async (name, bytes) => {
  const { value, problems } = await readPlanText(fileOf(bytes, name))
  expect(problems).toEqual([])
  expect([...splitWording(value!)]).toEqual(CLAUSES)
})

it.each([
  ['方案.pdf', Buffer.from('%PDF-1.7\n'), 'plan-pdf'],
  ['扫描件.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'plan-without-text'],
  ['空白.txt', Buffer.from(' \n　\n'), 'plan-without-text'],
  ['空.txt', Buffer.from(''), 'file-empty'],
  ['程序.exe', Buffer.from('MZ\0\0\0'), 'plan-kind-unknown'],
  ['表.xlsx', readFileSync('tests/fixtures/workbooks/libreoffice.xlsx'), 'plan-kind-unknown'],
  ['坏.docx', Buffer.from('PK\u0003\u0004'), 'file-unreadable'],
  ['太长.txt', Buffer.from('字'.repeat(500_001)), 'file-too-large'],
])('a problem of %s is reported as what it is', async (name, bytes, code) => {
  expect(await readPlanText(fileOf(bytes, name))).toMatchObject({ value: null, problems: [{ code, file: name }] })
})

it('a text without numbered clauses has no wording, which is reported', () => {
  expect(planWording('无编号', '方案.txt', { year: 2022, title: '', number: '', clauses: [] })).toEqual({
    value: null,
    problems: [{ code: 'plan-without-clauses', file: '方案.txt' }],
  })
})

it('the wording of another plan is refused for the plan that is shown', () => {
  const text = (title: string, number: string, ...tasks: string[]) =>
    [title, number, ...tasks.map((task, i) => `${i + 1}.${task}。〔市甲局牵头〕`)]
      .filter((line) => line !== '')
      .join('\n')
  const TASKS = ['开展裸露土地整治', '加强道路扬尘管控', '推进工业企业退城入园', '严格降尘监测考核']
  const own = text('甲市2022年工作方案', '甲政发〔2022〕3号', ...TASKS)
  const clauses = proposePlan(own, '', { clauses: [], rules: [], settings: { year: 2021 } } as never).value!.drafts.map(
    clauseOf,
  )
  const of = { year: 2022, title: '甲市2022年工作方案', number: '甲政发〔2022〕3号', clauses }
  const taken = (words: string) => {
    const { value, problems } = planWording(words, '方案.docx', of)
    return value === null ? problems.map(({ code, seen }) => [code, seen]) : [...value.keys()]
  }
  expect(taken(own)).toEqual([1, 2, 3, 4])
  expect(taken(text('', '', ...TASKS))).toEqual([1, 2, 3, 4])
  expect(taken(text('甲市2022年工作方案', '甲政发〔2022〕4号', ...TASKS))).toEqual([
    ['plan-other', '甲政发〔2022〕4号'],
  ])
  expect(taken(text('甲市2023年工作方案', '', ...TASKS))).toEqual([['plan-other', '甲市2023年工作方案']])
  expect(taken(text('甲市2022年碧水保卫战工作方案', '', ...TASKS))).toEqual([
    ['plan-other', '甲市2022年碧水保卫战工作方案'],
  ])
  // The words belong to other clauses, or to none.
  expect(taken(text('', '', ...TASKS.slice(1)))).toEqual([['plan-other', '加强道路扬尘管控']])
  expect(taken(text('', '', ...TASKS, '加强应急演练', '开展宣传教育', '落实资金保障'))).toEqual([
    ['plan-other', '开展裸露土地整治'],
  ])
})

it('a row of a table becomes a line, and a deadline in it belongs to its task', async () => {
  const body =
    paragraph('1.开展裸地整治。〔市甲局牵头〕') +
    table(row('序号', '任务', '完成时限', '责任单位'), row('1', '建成区裸地覆盖', '6月底前', '市住建局')) +
    paragraph('2.加强监管。〔市乙局牵头〕')
  const { value } = await readPlanText(fileOf(wordDocument(body), '方案.docx'))
  expect(value).toContain('1｜建成区裸地覆盖｜6月底前｜市住建局\n')
  const { clauses } = readPlan(value!, [], 2023)
  expect(clauses.map(({ deadlines }) => deadlines.map(({ day, what }) => [day, what]))).toEqual([
    [['2023-06-30', '建成区裸地覆盖']],
    [],
  ])
})

it('text that only uses a table for layout is kept as paragraphs', async () => {
  const lines = ['1.甲。〔市甲局牵头〕', '2.乙。〔市甲局牵头〕', '3.丙。〔市甲局牵头〕', '4.丁。〔市甲局牵头〕']
  const body = table(row('主要任务', cell(lines.map(paragraph).join('')))) + table(row(cell(paragraph('附注'))))
  const { value } = await readPlanText(fileOf(wordDocument(body), '方案.docx'))
  expect(value!.split('\n').filter((line) => line !== '')).toEqual(['主要任务', ...lines, '附注'])
})
