import { expect, it } from 'vitest'
import { missingColumns } from '@/workspace/import/missing-columns'
import { twoKinds } from '../../fixtures/two-kinds'
import { Office } from '../intake/office'

const office = await Office.open(twoKinds(), '2022-11-01')
const missing = async (role: string, text: string) => {
  const item = await office.read('表.csv', text, { role, datum: 'wgs84' })
  return missingColumns(item.recognised.plan, office.opened.pack.rules).map(({ heading, rules }) => [
    heading,
    rules.map(({ clause, title }) => `${clause} ${title.zh}`),
  ])
}
const rulesOf = (kind: string) => office.opened.pack.rules.filter((rule) => rule.kind === kind)

it('lists each column that a requirement reads and the file lacks, with clause and requirement', async () => {
  const { clause, title } = rulesOf('restaurant').find(({ id }) => id === '46-purifier')!
  const found = await missing('restaurant', '编号,单位名称,区县,净化装置清洗日期\nCY-1,甲,秦都区,2022-09-01\n')
  expect(found[0]).toEqual(['油烟净化装置', expect.arrayContaining([`${clause} ${title.zh}`])])
  expect(found.map(([heading]) => heading)).not.toContain('净化装置清洗日期')
  // No requirement reads these.
  expect(found.map(([heading]) => heading)).not.toContain('餐位数')
})

it('is empty if every column was matched, under whatever heading', async () => {
  const text = '编号,单位名称,区县,是否安装净化装置,最近清洗时间\nCY-1,甲,秦都区,有,2022-09-01\n'
  expect(await missing('restaurant', text)).toEqual([])
})

it('leaves out calculated and surveyed columns, hints, and tables without sources', async () => {
  const roads = await missing('road', '编号,道路名称,区县\nR1,甲路,秦都区\n')
  expect(roads.map(([heading]) => heading)).not.toContain('区县')
  const silt = office.opened.pack.kinds.find(({ id }) => id === 'road')!.surveys!
  for (const { headings } of silt.fields) expect(roads.map(([heading]) => heading)).not.toContain(headings[0])
  expect(await missing('dustfall-samples', '点位名称,县区,月份,降尘量\n甲,秦都区,2022-10,3.0\n')).toEqual([])
})

it('names the column whose heading says what is missing, but whose cells are no values of it', async () => {
  const text = '编号,单位名称,区县,检查情况/油烟净化装置,最近清洗时间\nCY-1,甲,秦都区,静电式,2022-09-01\n'
  const item = await office.read('表.csv', text, { role: 'restaurant', datum: 'wgs84' })
  const found = missingColumns(item.recognised.plan, office.opened.pack.rules)
  expect(found.map(({ heading, seen }) => [heading, seen])).toEqual([['油烟净化装置', '检查情况/油烟净化装置']])
})
