import 'fake-indexeddb/auto'
import { writeXlsx } from 'hucre/xlsx'
import { beforeEach, expect, it } from 'vitest'
import { textAt, valueAt } from '@/domain/table/column'
import { readHeldFile } from '@/io/formats/held-file'
import { readPlanText } from '@/io/package/plan-document'
import type { DeskWords } from '@/workspace/import/desk-words'
import { ImportDesk } from '@/workspace/import/import-desk'
import type { Workspace } from '@/workspace/workspace'
import { newBrowser, newWindow } from '../../fixtures/window'

const WORDS = { roles: { 'construction-site': '建筑工地' }, problems: {} } as unknown as DeskWords
const HEADER = '工地编号,工地名称,区县,经度,纬度,坐标系,围挡,地面硬化'

let workspace: Workspace
let desk: ImportDesk

beforeEach(async () => {
  await newBrowser()
  workspace = await newWindow()
  desk = new ImportDesk(workspace, readHeldFile, readPlanText)
})

async function add(name: string, ...measures: readonly string[]) {
  const rows = measures.map((each, i) => `XY-${i},工地${i},秦都区,108.7${i},34.33,WGS84,${each}`)
  const file = new File([[HEADER, ...rows].join('\n')], name)
  const [view] = (await desk.add(file, file.size, () => undefined))!
  return { id: view!.id, table: view!.table! }
}
const take = async (id: number) => expect((await desk.takeOver([id], WORDS, 1)).value).not.toBeNull()
const change = async (id: number, choice: Parameters<ImportDesk['change']>[1]) =>
  (await desk.change(id, choice, () => undefined))!.table!

const sites = () => workspace.copy.opened.inventory.kinds.find(({ kind }) => kind === 'construction-site')!.table
const stored = (field: string) => Array.from({ length: sites().length }, (_, row) => valueAt(sites(), field, row))
const kept = (field: string) => Array.from({ length: sites().length }, (_, row) => textAt(sites(), field, row))

it('a site whose percentage falls becomes a no, in whatever form the percentage is written', async () => {
  await take((await add('一.csv', '100%,1', '70%,1', '1,100%')).id)
  expect([stored('enclosed'), stored('hardened')]).toEqual([
    [true, false, true],
    [true, true, true],
  ])
  const { id, table } = await add('二.csv', '0.5,1', '100%,0.85', '1,60%')
  expect(table.blockers).toEqual([])
  await take(id)
  expect([stored('enclosed'), stored('hardened')]).toEqual([
    [false, true, true],
    [true, false, false],
  ])
  // The percentages of the latest file stay, and none of an earlier one.
  expect([kept('+围挡（原文）'), kept('+地面硬化（原文）')]).toEqual([
    ['0.5', '100%', ''],
    ['', '0.85', '60%'],
  ])
})

it('an answer about one percentage counts for those of the next week', async () => {
  const first = await add('一.csv', '95%,1', '70%,1')
  expect((await change(first.id, { flagWords: { 'enclosed 95%': 'yes' } })).flagWords[0]).toMatchObject({
    yes: ['95%'],
    no: ['70%'],
  })
  await take(first.id)
  desk = new ImportDesk(workspace, readHeldFile, readPlanText)
  await take((await add('二.csv', '0.96,1', '0.5,1')).id)
  expect(stored('enclosed')).toEqual([true, false])
})

it('a stored yes or no is not emptied by a cell that is not read, unless a person confirms it', async () => {
  await take((await add('一.csv', '100%,是', '70%,是', '—,是')).id)
  const { id, table } = await add('二.csv', '基本到位,是', '大部分,—', '部分,是')
  // Not the cell marked as without a value, nor the one in whose place nothing is stored.
  expect(table).toMatchObject({ blockers: ['unread'], doubt: { blocker: 'unread', count: 2, first: [] } })
  expect((await desk.takeOver([id], WORDS, 1)).value).toBeNull()
  const read = await change(id, { flagWords: { 'enclosed 大部分': 'no' } })
  expect(read.doubt).toEqual({ blocker: 'unread', count: 1, first: [] })
  expect((await change(id, { confirmed: { unread: 1 } })).blockers).toEqual([])
  await take(id)
  expect(stored('enclosed')).toEqual([null, false, null])
})

it('a yes or no that a person set in the table stays anyway, so that there is no question', async () => {
  await take((await add('一.csv', '100%,是', '70%,是')).id)
  const edit = { kind: 'construction-site', code: 'XY-1', column: 'enclosed', before: '否', cell: '是' }
  expect((await workspace.editCells([edit], { by: '张三', why: '现场核实', at: 2 }, '改')).problems).toEqual([])
  expect(stored('enclosed')).toEqual([true, true])
  const { id, table } = await add('二.csv', '1,是', '基本到位,是')
  expect(table.blockers).toEqual([])
  await take(id)
  expect(stored('enclosed')).toEqual([true, true])
})

it('what is measured beside a requirement is no share of it', async () => {
  const headings = [
    '围挡长度（公里）',
    '围挡（km）',
    '围挡破损率',
    '地面硬化面积(万㎡)',
    '视频监控在线率',
    '裸土未覆盖率',
  ]
  for (const heading of [...headings, '围挡达标率', '地面硬化率']) {
    const rows = ['0.5', '95%'].map((each, i) => `XY-${i},工地${i},秦都区,108.7${i},34.33,WGS84,${each}`)
    const head = `工地编号,工地名称,区县,经度,纬度,坐标系,${heading}`
    const file = new File([[head, ...rows].join('\n')], '工地.csv')
    const [view] = (await desk.add(file, file.size, () => undefined))!
    const below = view!.table!.groups.some(({ code }) => code === 'percentage-below')
    expect([heading, below]).toEqual([heading, !headings.includes(heading)])
  }
})

it('columns of percentages are recognised below a group, as texts and as cells of a workbook', async () => {
  const six = ['围挡', '物料覆盖', '出入车辆冲洗', '地面硬化', '湿法作业', '渣土车密闭']
  const cells = (...shares: readonly number[]) =>
    shares.map((value, i) => (i % 2 === 0 ? { value: `${value * 100}%` } : { value, style: { numFmt: '0%' } }))
  const texts = (...values: readonly string[]) => values.map((value) => ({ value }))
  const place = ['秦都区', '108.71', '34.33', 'WGS84']
  const rows = [
    texts('编号', '项目名称', '所在区县', '经度', '纬度', '坐标系', '六个百分百', '', '', '', '', ''),
    texts('', '', '', '', '', '', ...six),
    [...texts('A1', '甲工地', ...place), ...cells(1, 1, 0.85, 1, 1, 0.6)],
    [...texts('A2', '乙工地', ...place), ...cells(0, 0.5, 1, 0, 1, 1)],
  ]
  const below = (column: number) => ({ startRow: 0, endRow: 1, startCol: column, endCol: column })
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '台账',
        rows: rows.map((row) => row.map(({ value }) => value)),
        cells: new Map(rows.flatMap((row, i) => row.map((cell, column) => [`${i},${column}`, cell] as const))),
        merges: [...[0, 1, 2, 3, 4, 5].map(below), { startRow: 0, endRow: 0, startCol: 6, endCol: 11 }],
      },
    ],
  })
  const file = new File([bytes as Uint8Array<ArrayBuffer>], '建筑工地台账.xlsx')
  const [view] = (await desk.add(file, file.size, () => undefined))!
  const { groups, missing, blockers, head } = view!.table!
  expect(blockers).toEqual([])
  expect(head[2]!.slice(6)).toEqual(['100%', '100%', '85%', '100%', '100%', '60%'])
  expect(missing.filter(({ heading }) => six.includes(heading))).toEqual([])
  const said = groups.filter(({ code }) => code === 'percentage-below' || code === 'not-a-boolean')
  expect(said.map(({ code, column, count }) => [code, column, count]).sort()).toEqual(
    ['出入车辆冲洗', '围挡', '地面硬化', '渣土车密闭', '物料覆盖'].map((column) => ['percentage-below', column, 1]),
  )
  await take(view!.id)
  const values = ['enclosed', 'covered', 'washed', 'hardened', 'wetWork', 'sealedTrucks'].map(stored)
  expect(values.map(([first]) => first)).toEqual([true, true, false, true, true, false])
  expect(values.map(([, second]) => second)).toEqual([false, false, true, false, true, true])
  expect(kept('+渣土车密闭（原文）')).toEqual(['60%', '100%'])
})
