import { describe, expect, it } from 'vitest'
import { indexConditions } from '@/domain/search/conditions'

const TERMS = [
  { facet: 'requirements', texts: ['围挡', 'Fenced'] },
  { facet: 'requirements', texts: ['湿法作业', 'Wet work'] },
  { facet: 'kinds', texts: ['物料堆场', 'Stockpiles', '堆场'] },
  { facet: 'kinds', texts: ['建筑工地', 'Construction sites', '工地'] },
  { facet: 'statuses', texts: ['已逾期', '逾期', 'Overdue'] },
  { facet: 'counties', texts: ['秦都区', 'Qindu', '秦都'] },
  { facet: 'counties', texts: ['渭城区', 'Weicheng', '渭城'] },
  { facet: 'counties', texts: ['兴平市', 'Xingping', ''] },
  { facet: 'requirements', texts: ['工地围挡'] },
]
const index = indexConditions(TERMS)
const meant = (query: string, count = 10) =>
  index.search(query, count).map(({ terms }) => terms.map((term) => TERMS[term]!.texts[0]))

describe('a query of several words', () => {
  it('can be a requirement, a kind or a standing together with a county', () => {
    expect(meant('围挡 秦都')[0]).toEqual(['围挡', '秦都区'])
    expect(meant('堆场 渭城')[0]).toEqual(['物料堆场', '渭城区'])
    expect(meant('逾期 兴平')[0]).toEqual(['已逾期', '兴平市'])
    expect(meant('兴平　逾期')[0]).toEqual(['兴平市', '已逾期'])
    expect(meant('逾期 围挡 秦都')[0]).toEqual(['已逾期', '围挡', '秦都区'])
  })

  it('is understood in English, if a name itself has several words, and by pinyin', () => {
    expect(meant('overdue qindu')).toEqual([['已逾期', '秦都区']])
    expect(meant('wet work Qindu')).toEqual([['湿法作业', '秦都区']])
    expect(meant('sites weicheng')).toEqual([['建筑工地', '渭城区']])
    expect(meant('sfzy wc')).toEqual([['湿法作业', '渭城区']])
    expect(meant('duichang qindu')[0]).toEqual(['物料堆场', '秦都区'])
    expect(meant('shifazuoye xingpingshi')).toEqual([['湿法作业', '兴平市']])
  })

  it('needs no space between two Chinese names, and splits none', () => {
    expect(meant('渭城堆场')[0]).toEqual(['渭城区', '物料堆场'])
    expect(meant('秦都逾期围挡')[0]).toEqual(['秦都区', '已逾期', '围挡'])
    expect(meant('湿法作业')).toEqual([['湿法作业']])
    expect(meant('建筑工地')).toEqual([['建筑工地']])
  })

  it('lists the best matching name first, and each combination once', () => {
    expect(meant('围挡 秦都')).toEqual([
      ['围挡', '秦都区'],
      ['工地围挡', '秦都区'],
    ])
    expect(meant('围挡 秦都', 1)).toHaveLength(1)
    expect(meant('堆场 堆场')).toEqual([])
  })

  it('gives no condition if a word has no meaning or two words have the same', () => {
    expect(meant('围挡 不知道')).toEqual([])
    expect(meant('秦都 渭城')).toEqual([])
    expect(meant('文林北段改造')).toEqual([])
    expect(meant('')).toEqual([])
    expect(meant('区 秦都')).toEqual([])
    // In Latin letters a name matches only from the start of a word.
    expect(meant('due qindu')).toEqual([])
  })

  it('is given up quickly if it is very long', () => {
    expect(meant('围挡 '.repeat(9))).toEqual([])
    expect(meant(Array(8).fill('秦都渭城堆场围挡逾期工地'.repeat(20)).join(' '))).toEqual([])
  })
})
