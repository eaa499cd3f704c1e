import { describe, expect, it } from 'vitest'
import { type Filters, NO_FILTERS } from '@/domain/sources/view/filters'
import { evaluateRules } from '@/questions/evaluated-package'
import { countFilteredSources, filterSources } from '@/questions/filtered-sources'
import { sourcesInRing } from '@/questions/map/sources-in-ring'
import { searchConditions } from '@/questions/search/search-conditions'
import { searchNames } from '@/questions/search/search-names'
import { openFromDisk } from '../package-from-disk'

const STANDINGS = {
  overdue: ['已逾期', '逾期', 'Overdue'],
  failing: ['不符合', 'Failing'],
  toVerify: ['待核实'],
  unknown: ['缺数据'],
  due: ['未到期'],
  fine: ['符合'],
}

describe('search conditions in the default package', async () => {
  const opened = (await openFromDisk('')).value!
  const evaluated = evaluateRules(opened, '2022-10-31')
  const members = sourcesInRing(opened, { basis: 'outline', radiusMetres: 25_000 })
  // The current filters are ignored: the search starts without any.
  const filtered = filterSources(evaluated, members, { ...NO_FILTERS, kinds: ['road'] })
  const find = async (query: string) => searchConditions(filtered, query, STANDINGS, 6)
  const keys = async (query: string) =>
    (await find(query)).map(({ conditions }) => conditions.map(({ key }) => key).join(' + '))

  it('are found in combination, with the count that their filters leave', async () => {
    const [fenced] = await find('围挡 秦都')
    expect(fenced!.filters).toEqual({ ...NO_FILTERS, requirements: ['23-six/enclosed'], counties: ['610402'] })
    expect(fenced!.total).toBe(filterSources(evaluated, members, fenced!.filters).total)
    expect(fenced!.total).toBeGreaterThan(0)
    const [stockpiles] = await find('堆场 渭城')
    expect(stockpiles!.filters).toEqual({ ...NO_FILTERS, kinds: ['stockpile'], counties: ['610404'] })
    const [overdue] = await find('逾期 兴平')
    expect(overdue!.filters).toEqual({ ...NO_FILTERS, statuses: ['overdue'], counties: ['610481'] })
  })

  it('have the counts of the corresponding lists, for any query', () => {
    const asked: Partial<Filters>[] = [
      {},
      { statuses: ['fine'], requirements: ['23-six/enclosed'] },
      { statuses: ['overdue', 'unknown'], counties: ['610402'] },
      { clauses: [23], ring: ['inside'] },
      { leads: ['市住房和城乡建设局'], kinds: ['construction-site'] },
      { columns: [{ column: 'overdueDays', from: 10, to: null }], clauses: [23] },
    ]
    for (const each of asked) {
      const filters = { ...NO_FILTERS, ...each }
      const { total } = filterSources(evaluated, members, filters)
      expect(total).toBeGreaterThan(0)
      expect(countFilteredSources(evaluated, members, filters)).toBe(total)
    }
  })

  it('are found in English, by pinyin initials and without a space', async () => {
    expect((await keys('wet work qindu'))[0]).toBe('23-six/wetWork + 610402')
    expect((await keys('sfzy wc'))[0]).toBe('23-six/wetWork + 610404')
    expect((await keys('渭城堆场'))[0]).toBe('610404 + stockpile')
  })

  it('without results are offered only if there are no others; those with most results come first', async () => {
    const found = await find('围挡 秦都')
    expect(found.length).toBeGreaterThan(1)
    const totals = found.map(({ total }) => total)
    expect(totals.every((total) => total > 0)).toBe(true)
    expect(totals).toEqual([...totals].sort((one, other) => other - one))
    const none = await find('湿法作业 道路')
    expect(none.length).toBeGreaterThan(0)
    expect(none.every(({ total }) => total === 0)).toBe(true)
  })

  it('on their own are kinds or standings; counties and requirements are found elsewhere', async () => {
    expect(await keys('堆场')).toContain('stockpile')
    expect(await keys('逾期')).toEqual(['overdue'])
    expect(await keys('秦都')).toEqual([])
    expect(await keys('围挡')).toEqual([])
    expect(await keys('咸平路')).toEqual([])
  })
})

it('entries of the page are found by their words and initials', async () => {
  const named = (name: string) => ({ name, code: '', county: '' })
  const entries = ['导出 Excel（.xlsx） 下载 表格', '复制链接 分享 share', '秦都区 Qindu'].map(named)
  expect(await searchNames(entries, '导出')).toEqual([0])
  expect(await searchNames(entries, 'EXCEL')).toEqual([0])
  expect(await searchNames(entries, '表格 导出')).toEqual([0])
  expect(await searchNames(entries, 'share')).toEqual([1])
  expect(await searchNames(entries, 'fzlj')).toEqual([1])
  expect(await searchNames(entries, 'qdq')).toEqual([2])
})
