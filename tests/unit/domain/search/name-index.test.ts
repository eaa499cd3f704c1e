import { describe, expect, it } from 'vitest'
import { indexNames } from '@/domain/search/name-index'

const index = indexNames([
  { name: '文林北段改造', code: 'LW-01', county: '秦都区' },
  { name: '北段文林', code: 'lw-02', county: '渭城区' },
  { name: '彩虹一路 Rainbow', code: 'R-7', county: '秦都区' },
  { name: '', code: '', county: '' },
])
const find = (query: string, limit = 10) => index.search(query, limit)

describe('a search', () => {
  it('has the entry of that very name or code before others that begin with it', () => {
    const roads = ['咸平路一号工地', '咸平路', '咸平路二号工地', 'A1'].map((name, i) => ({
      name,
      code: `A1${i}`,
      county: '',
    }))
    const find = (query: string) =>
      indexNames(roads)
        .search(query, 2)
        .map((i) => roads[i]!.name)
    expect(find('咸平路')).toEqual(['咸平路', '咸平路一号工地'])
    expect([find('a12')[0], find('a1')[0]]).toEqual(['咸平路二号工地', 'A1'])
  })

  it('finds parts of a name, code or county, with matches at the start first', () => {
    expect(find('文林')).toEqual([0, 1])
    expect(find('北段')).toEqual([1, 0])
    expect(find('LW')).toEqual([0, 1])
    expect(find('-0')).toEqual([0, 1])
    expect(find('秦都')).toEqual([0, 2])
    expect(find('没有')).toEqual([])
  })

  it('finds pinyin initials of names and counties, also mixed with letters', () => {
    expect(find('wlbdgz')).toEqual([0])
    expect(find('BDWL')).toEqual([1])
    expect(find('wcq')).toEqual([1])
    expect(find('chylrainbow')).toEqual([2])
    expect(find('bdgz')).toEqual([0])
    // An initial that is a vowel loses its tone mark.
    expect(indexNames([{ name: '安谷恩施', code: '', county: '' }]).search('ages', 1)).toEqual([0])
  })

  it('finds names and counties by pinyin in full, from any character on, also while the last syllable is typed', () => {
    expect(find('caihongyilu')).toEqual([2])
    expect(find('caihongyil')).toEqual([2])
    expect(find('hongyi')).toEqual([2])
    expect(find('yilurain')).toEqual([])
    expect(find('beiduan')).toEqual([1, 0])
    expect(find('wenlin weicheng')).toEqual([1])
    // A syllable is not found in the middle of another.
    expect(find('aihong')).toEqual([])
  })

  it('finds every reading of a character, and xi’an as well as xian', () => {
    expect(find('qinduqu')).toEqual([0, 2])
    expect(find('QINDU')).toEqual([0, 2])
    const names = ['吕家西安路', '咸阳行道'].map((name) => ({ name, code: '', county: '' }))
    const { search } = indexNames(names)
    expect(search('lvjia', 2)).toEqual([0])
    expect(search('xian', 2)).toEqual([1, 0])
    expect(search('xianyanghangdao', 2)).toEqual([1])
    expect(search('xianyangxingdao', 2)).toEqual([1])
  })

  it('for several words requires each, in any order and in any of the texts', () => {
    expect(find('文林 秦都')).toEqual([0])
    expect(find('秦都　bd')).toEqual([0])
    expect(find('彩虹 渭城')).toEqual([])
  })

  it('ignores case, width and surrounding spaces', () => {
    expect(find(' ｒａｉｎｂｏｗ ')).toEqual([2])
    expect(find('lw-0２')).toEqual([1])
  })

  it('finds nothing for an empty text, and never more than requested', () => {
    expect(find('')).toEqual([])
    expect(find('  ')).toEqual([])
    expect(find('区', 2)).toEqual([0, 1])
    expect(find('区', 1)).toEqual([0])
  })

  it('finds any part of a very long name, and the initials of its beginning', () => {
    const long = `${'甲'.repeat(300)}尾`
    const { search } = indexNames([{ name: long, code: '', county: '' }])
    expect(search('尾', 1)).toEqual([0])
    expect(search('j'.repeat(200), 1)).toEqual([0])
    expect(search('j'.repeat(201), 1)).toEqual([])
  })
})
