import { describe, expect, it } from 'vitest'
import { readFile } from './read-file'

/** A cell that fits the column with a heading. */
function cellOf(heading: string): string {
  if (/经/.test(heading)) return '108.7'
  if (/纬/.test(heading)) return '34.35'
  if (/县|区/.test(heading)) return '秦都区'
  if (/面积|长度/.test(heading)) return '1200'
  if (heading === '工程类型') return '市政'
  if (heading === '物料') return '砂石'
  return /围挡|覆盖|苫盖|喷淋|湿法|硬化|冲洗/.test(heading) ? '是' : `甲${heading}`
}

const roleOf = async (name: string, headings: string) => {
  const row = headings.split(',').map(cellOf).join(',')
  return (await readFile(name, `${headings}\n${row}\n${row}2\n`)).recognised.plan.role
}

describe('a table of works with hoardings', () => {
  it.each([
    ['工程围挡台账.csv', '序号,工程名称,区县,围挡,覆盖'],
    ['台账.csv', '序号,工程名称,所属区县,建设单位,围挡,覆盖,喷淋'],
    ['在建工程.csv', '工程名称,区县,围挡,硬化,冲洗,覆盖'],
    ['建设工程围挡.csv', '名称,区县,围挡,苫盖,喷淋'],
    ['表一.csv', '工程名称,工程编号,所在县区,东经,北纬,围挡情况,备注'],
    ['房建工程扬尘.csv', '编号,项目,区县,经度,纬度,四周围挡,裸土覆盖'],
  ])('is recognised as construction sites: %s with %s', async (name, headings) => {
    expect(await roleOf(name, headings)).toBe('construction-site')
  })

  it.each([
    ['堆场.csv', '编号,名称,区县,物料,占地面积,围挡,覆盖', 'stockpile'],
    ['堆场.csv', '编号,工程名称,区县,物料,占地面积,围挡,覆盖', 'stockpile'],
    ['台账.csv', '编号,名称,区县,物料,占地面积,围挡,苫盖', 'stockpile'],
    ['拆除工程.csv', '编号,工程名称,区县,拆除面积,围挡,湿法作业', 'demolition-site'],
    ['管网工程.csv', '编号,工程名称,工程类型,区县,围挡', 'linear-works'],
    ['台账.csv', '编号,工程名称,工程类型,区县', 'linear-works'],
  ])('is recognised as another kind if its headings say so more clearly: %s with %s', async (name, headings, role) => {
    expect(await roleOf(name, headings)).toBe(role)
  })
})
