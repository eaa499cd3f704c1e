import { expect, it } from 'vitest'
import { evaluateRules } from '@/questions/evaluated-package'
import { sourceRecord } from '@/questions/source/source-record'
import { defaultPackage, Office } from '../intake/office'
import { openFromDisk } from '../package-from-disk'

/** Headings in packages of earlier versions, by file. */
const FORMER: readonly (readonly [now: string, before: string])[] = [
  ['建设(运营)单位', '责任单位'],
  ['牵头部门', '责任单位'],
  ['扬尘在线监测仪更新日期', '监测仪更新日期'],
  ['扬尘在线监测仪在线', '监测在线'],
  ['扬尘在线监测', '扬尘监测'],
  ['暴露堆体', '暴露堆'],
  ['整治方案已制定', '方案已制定'],
  ['整治方案制定日期', '方案日期'],
]

/** The first line of a table, the properties of lines, or the schemas of the descriptor with the earlier headings. */
function asBefore(file: string, text: string): string {
  const former = (part: string) => FORMER.reduce((all, [now, before]) => all.replaceAll(now, before), part)
  if (/\.csv$/.test(file)) return text.replace(/^.*/, former)
  if (file === 'roads.geojson') return text.replaceAll(/"[^"]+":/g, former)
  return file === 'datapackage.json' ? text.replaceAll(/"name": "[^"]+"/g, former) : text
}

it('a package of an earlier version has its columns with the earlier headings', async () => {
  const [now, before] = await Promise.all(
    [await openFromDisk(''), await openFromDisk('', asBefore)].map(async ({ value, problems }) => {
      expect(problems).toEqual([])
      const evaluated = evaluateRules(value!, '2022-10-31')
      const rows = Array.from({ length: value!.inventory.sources.length }, (_, row) => row)
      return rows.map((row) => sourceRecord(evaluated, row).values)
    }),
  )
  expect(now!.filter(({ operator }) => operator).length).toBeGreaterThan(900)
  expect(before).toEqual(now)
})

it('an office’s file is read with the earlier and the current headings', async () => {
  const office = await Office.open(defaultPackage())
  const fieldsOf = async (operator: string, pile: string) => {
    const text = `编号,名称,区县,经度,纬度,${operator},${pile}\nD1,北堆,秦都区,108.7,34.33,示例公司,是\n`
    return (await office.read('表.csv', text, { role: 'stockpile', datum: 'wgs84' })).recognised.plan.columns
  }
  const before = await fieldsOf('责任单位', '暴露堆')
  expect(before).toMatchObject({ operator: 5, exposedPile: 6 })
  expect(await fieldsOf('建设（运营）单位', '暴露堆体')).toEqual(before)
})
