import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { targetsOf } from '@/domain/intake/recognise/target'
import { textAt, valueAt } from '@/domain/table/column'
import { type TemplateWords, writeTemplate } from '@/io/export/template'
import { searchSources } from '@/questions/search/search-sources'
import { Desk } from '../../fixtures/desk'
import { encodeGb18030 } from '../../fixtures/encode-gb18030'
import { twoKinds } from '../../fixtures/two-kinds'
import { Office } from '../intake/office'

const HEADINGS = ['序号', '单位名称', '所属区县', '经营地址', '东经', '北纬', '法人', '信用代码']
const ASKED = ['是否安装净化装置', '最近清洗时间', '餐位', '检查时间', '备注']
const ROWS = [
  [
    '1',
    '张记羊肉馆',
    '秦都',
    '人民路1号',
    '108.70',
    '34.34',
    '张三',
    '91610402MA0000001P',
    '有',
    '2022.10.1',
    '60',
    '2022年10月5日',
    '',
  ],
  ['2', '李家面馆', '渭城区', '文林路2号', '108.79', '34.37', '李四', '', '√', '20220815', '30座', '2022/10/6', '新店'],
  ['3', '王氏火锅', '三原县', '北大街3号', '108.93', '34.62', '', '', '无', '', '120', '', '排烟口朝路'],
  ['合计', '3', '', '', '', '', '', '', '2', '', '210', '', ''],
]
const TITLE = ['全市餐饮单位油烟治理台账（2022年10月）']
const csv = [TITLE, [...HEADINGS, ...ASKED], ...ROWS].map((row) => row.join(',')).join('\r\n')
const xlsx = async () =>
  (await writeXlsx({
    sheets: [{ name: 'Sheet1', rows: [TITLE, [...HEADINGS, ...ASKED], ...ROWS] }],
  })) as Uint8Array<ArrayBuffer>

const WORDS: TemplateWords = {
  title: '餐饮单位',
  notes: '说明',
  column: '列',
  required: '必填',
  type: '类型',
  allowed: '取值',
  alsoKnown: '也认',
  yes: '是',
  types: { text: '文字', number: '数字', flag: '是/否', day: '日期' },
  example: '示例',
}

describe('a list of restaurants in an office’s format', async () => {
  const files = twoKinds()
  const open = () => Office.open(files, '2022-11-01')

  it.each([
    ['GB18030 with a title, a sum and signs of its own', '油烟台账.csv', async () => encodeGb18030(csv)],
    ['a workbook', '10月.xlsx', xlsx],
  ])('is recognised with its columns: %s', async (_, name, made) => {
    const office = await open()
    const item = await office.read(name, await made(), { datum: 'wgs84' })
    const { plan } = item.recognised
    expect(plan.role).toBe('restaurant')
    expect(Object.keys(plan.columns).sort()).toEqual(
      ['address', 'county', 'creditCode', 'inspectedOn', 'name', 'purifier', 'purifierCleanedOn', 'seats'].sort(),
    )
    const { table, counts } = item.taken!
    expect(counts).toMatchObject({ taken: 3, skipped: 1, refused: 0 })
    expect([0, 1, 2].map((row) => valueAt(table, 'purifier', row))).toEqual([true, true, false])
    expect(textAt(table, '+备注', 2)).toBe('排烟口朝路')
    expect(textAt(table, 'code', 0)).toBe('91610402MA0000001P')
  })

  it('replaces illustrative sources, keeps all its columns, and is evaluated', async () => {
    const office = await open()
    await office.takeOver(await office.read('油烟台账.csv', encodeGb18030(csv), { datum: 'wgs84' }))
    const desk = new Desk(office.opened)
    const table = desk.opened.inventory.kinds.find(({ kind }) => kind === 'restaurant')!
    expect([table.table.length, table.dataClass, table.file]).toEqual([3, 'real', 'restaurant.csv'])
    expect((await office.text('restaurant.csv')).split('\n')[0]).toBe(
      '编号,名称,区县,经度,纬度,地址,统一社会信用代码,油烟净化装置,净化装置清洗日期,餐位数,检查日期,序号,法人,备注',
    )
    const wang = (await searchSources(desk.evaluated, '王氏火锅', 1))[0]!
    expect(desk.broken('restaurant', wang.code)).toEqual(['46-purifier'])
    // Everything else is unchanged: the other kind, its file, and the kinds themselves.
    expect(desk.opened.inventory.kinds.find(({ kind }) => kind === 'fuel-station')!.table.length).toBe(25)
    expect(await office.text('kinds-city.json')).toBe(await files.get('kinds-city.json')!.text())
  })

  it('is merged with the office’s real sources by code, row by row', async () => {
    const office = await open()
    await office.takeOver(await office.read('油烟台账.csv', encodeGb18030(csv), { datum: 'wgs84' }))
    const code = textAt(office.opened.inventory.kinds.find(({ kind }) => kind === 'restaurant')!.table, 'code', 2)
    const later = `编号,名称,油烟净化装置\n${code},王氏火锅,是\nCY-9,新开饭店,是\n`
    const item = await office.read('餐饮补充.csv', later, { gone: 'keep' })
    expect(item.recognised.plan.role).toBe('restaurant')
    await office.takeOver(item)
    const desk = new Desk(office.opened)
    expect(desk.opened.inventory.kinds.find(({ kind }) => kind === 'restaurant')!.table.length).toBe(4)
    const { values } = desk.record('restaurant', code)
    expect(values).toMatchObject({ purifier: true, seats: 120, '+备注': '排烟口朝路' })
  })

  it('is read from its own template, which has the drop-downs and notes of the kind', async () => {
    const office = await open()
    const target = targetsOf(office.opened.pack.kinds).find(({ role }) => role === 'restaurant')!
    const blob = await writeTemplate(target.fields, WORDS)
    const { readXlsx } = await import('hucre/xlsx')
    const book = await readXlsx(new Uint8Array(await blob.arrayBuffer()))
    const [sheet, notes] = book.sheets
    expect(sheet!.rows[0]).toEqual(target.fields.map(({ headings }) => headings[0]))
    const line = notes!.rows.find(([heading]) => heading === '餐位数')
    expect(line).toEqual(['餐位数', expect.anything(), '数字', '0 … 5000', '餐位、座位数'])
    const filled = sheet!.rows[0]!.map(
      (heading) => ({ 编号: 'CY-9', 名称: '新店', 油烟净化装置: '否', 餐位数: 12 })[String(heading)] ?? '',
    )
    const bytes = (await writeXlsx({
      sheets: [{ name: '餐饮单位', rows: [...sheet!.rows, filled] }],
    })) as Uint8Array<ArrayBuffer>
    const item = await office.read('模板.xlsx', bytes)
    expect(item.recognised.plan.role).toBe('restaurant')
    expect(item.taken!.table.length).toBe(1)
    expect(valueAt(item.taken!.table, 'seats', 0)).toBe(12)
  })

  it('is distinguished from a list of fuel stations by its columns, without a hint in the file name', async () => {
    const office = await open()
    const text =
      '编号,名称,区县,油气回收检测日期,双层罐改造日期,年检日期\nJY-9,城北站,秦都区,2022-09-01,2021-05-01,2022-03-01\n'
    const item = await office.read('表1.csv', text)
    expect(item.recognised.plan.role).toBe('fuel-station')
    expect(Object.keys(item.recognised.plan.columns)).toEqual(
      expect.arrayContaining(['vapourTestedOn', 'tanksDoneOn', 'yearlyCheckedOn']),
    )
  })
})
