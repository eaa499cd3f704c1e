import { expect, it } from 'vitest'
import { emptyPackage, Office } from './office'

const HEADER = '预警名称,预警等级,启动时间,解除时间,预警区域,发布单位'
const FIRST = [
  '第3号橙色预警,Ⅱ级（橙色）,2022-10-29 12:00,,全市,市应急指挥部',
  '第4号,蓝色,2022-10-30 12:00,,,',
  '第5号,黄色,待定,,,',
  '第6号,黄色,2022-10-30 12:00,2022-10-29 12:00,,',
  '第7号,黄色,2022-10-30 12:00,,长安区,',
]
const csv = (...rows: readonly string[]) => `${[HEADER, ...rows].join('\n')}\n`

it('refuses unusable warnings before they are imported, each with its row and the reason', async () => {
  const office = await Office.open(emptyPackage())
  const { recognised, taken } = await office.read('预警记录.csv', csv(...FIRST))
  expect(recognised.plan.role).toBe('warnings')
  expect(taken.counts).toMatchObject({ read: 5, taken: 1, refused: 4 })
  const said = taken.groups.flatMap(({ first }) => first.map(({ code, row }) => [code, row]))
  for (const fault of [
    ['warning-level', 3],
    ['not-a-time', 4],
    ['time-order', 5],
    ['unknown-county', 6],
  ])
    expect(said).toContainEqual(fault)
})

it('identifies a warning by its name, so that a later table lifts it; one without a number is another warning', async () => {
  const office = await Office.open(emptyPackage())
  await office.takeOver(await office.read('预警记录.csv', csv(FIRST[0]!)))
  const [first] = office.opened.pack.warnings
  const lifted = FIRST[0]!.replace('12:00,,', '12:00,2022-11-03 08:00,')
  await office.takeOver(await office.read('预警记录.csv', csv(lifted)))
  expect(office.opened.pack.warnings).toHaveLength(1)
  expect(office.opened.pack.warnings[0]).toMatchObject({ code: first!.code, until: expect.any(Number) })
  await office.takeOver(await office.read('预警记录.csv', csv('第8号,红色,2022-12-01 12:00,,,')))
  expect(new Set(office.opened.pack.warnings.map(({ code }) => code)).size).toBe(2)
})

it('uses the document number as the warning’s number', async () => {
  const office = await Office.open(emptyPackage())
  const table = '文号,预警等级,启动时间,解除时间,预警区域\n咸应急〔2022〕3号,黄色,2022-10-29 12:00,,\n'
  await office.takeOver(await office.read('重污染天气预警.csv', table))
  expect(office.opened.pack.warnings).toMatchObject([{ code: '咸应急〔2022〕3号', name: '咸应急〔2022〕3号' }])
})
