import { describe, expect, it } from 'vitest'
import { evaluateRules } from '@/questions/evaluated-package'
import { findSource } from '@/questions/source/find-source'
import { sourceRecord } from '@/questions/source/source-record'
import { openFromDisk } from '../package-from-disk'

/** A file of the package with two blank lines after its header and a cell of two lines in its first row. */
const spaced = (text: string) => text.replace('\n', '\n\n,,,,,,,,\n')

describe('line numbers of a file with blank rows and cells of several lines', async () => {
  const { value, problems } = await openFromDisk('', (file, text) => {
    if (file === 'stockpile.csv')
      return spaced(text)
        .replace('临平中粉料堆场', '"临平中\n粉料堆场"')
        .replace('窑店西煤场,兴平市', '窑店西煤场,无名县')
        .replace('DC2022-0004', 'DC2022-0003')
    if (file === 'dustfall-samples.csv') return spaced(text).replace('JC-610402-2,2020-11', 'JC-610402-2,十一月')
    if (file === 'dustfall-points.csv') return spaced(text).replace('西区监测点,秦都区', '西区监测点,无名县')
    return text
  })
  const evaluated = evaluateRules(value!, '2022-10-31')
  const said = (file: string) =>
    problems
      .filter((each) => each.file === file)
      .map(({ code, row, expected, earlier }) => [code, row, expected ?? earlier?.row])

  it('are those that a spreadsheet shows, in messages', () => {
    expect(said('stockpile.csv')).toEqual([
      ['unknown-county', 5, undefined],
      ['duplicate-code', 7, 6],
    ])
    expect(said('dustfall-samples.csv')[0]).toEqual(['not-a-month', 5, '2022-10'])
    expect(said('dustfall-points.csv')[0]).toEqual(['unknown-county', 5, undefined])
  })

  it('are also those in the record of a source', () => {
    const { source } = findSource(evaluated, 'stockpile', 'DC2022-0002')!
    expect(sourceRecord(evaluated, source).row).toBe(5)
  })

  it('of a GeoJSON file are the numbers of its features', () => {
    const { source } = findSource(evaluated, 'road', 'DL-001')!
    expect(sourceRecord(evaluated, source).row).toBe(1)
  })
})
