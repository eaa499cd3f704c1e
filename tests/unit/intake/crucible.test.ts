import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DUSTFALL_SAMPLE_FIELDS } from '@/domain/sources/kinds/regional'
import { datasetOf } from '@/questions/dataset'
import { openFromDisk } from '../package-from-disk'
import { readFile } from './read-file'

const OLD = ['空缸质量m0(g)', '样品质量m1(g)', '空白质量m2(g)']
const NEW = ['瓷坩埚质量m0(g)', '瓷坩埚加降尘质量m1(g)', '空白值m2(g)']

describe('the masses under HJ 1221-2021, which are of the crucible and not of the cylinder', () => {
  it('have these names in the package and its templates', () => {
    const [, , ...masses] = DUSTFALL_SAMPLE_FIELDS.slice(0, 5).map(({ headings }) => headings[0])
    expect(masses).toEqual(NEW)
    expect(readFileSync('data/dustfall-samples.csv', 'utf8').split('\n')[0]).toContain(NEW.join(','))
  })

  it.each([
    ['now', NEW],
    ['before', OLD],
    ['short', ['m0', 'm1', 'm2']],
    ['by an office', ['空坩埚质量（g）', '坩埚加样品质量（g）', '空白（g）']],
  ])('are recognised by the headings of files as written %s', async (_, [m0, m1, m2]) => {
    const item = await readFile(
      'x.csv',
      `点位编号,月份,${m0},${m1},${m2},缸口内径(cm),采样天数\nJC-610402-1,2022-11,61.5597,61.6824,0.0008,15.0,30.9\n`,
      { role: 'dustfall-samples' },
    )
    const { columns } = item.taken.table
    const value = (name: string) => columns[name]?.type === 'number' && columns[name].values[0]
    expect([value('dishGrams'), value('dustedGrams'), value('blankGrams')]).toEqual([61.5597, 61.6824, 0.0008])
  })

  it('of a package with the old headings are read as before', async () => {
    const now = await openFromDisk('')
    const before = await openFromDisk('', (file, text) =>
      file === 'dustfall-samples.csv' ? OLD.reduce((all, old, i) => all.replace(NEW[i]!, old), text) : text,
    )
    expect(before.problems).toEqual([])
    expect(before.value!.reports).toEqual(now.value!.reports)
    expect(datasetOf(before.value!).checksum).toBe(datasetOf(now.value!).checksum)
  })
})
