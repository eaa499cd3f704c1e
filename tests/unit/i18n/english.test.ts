import { readFileSync } from 'node:fs'
import { parse } from 'papaparse'
import { describe, expect, it } from 'vitest'
import { translateText } from '@/domain/glossary'
import { targetsOf } from '@/domain/intake/recognise/target'
import { GRADE_MOVE, GRADE_MOVES } from '@/domain/sources/grades'
import * as published from '@/domain/sources/kinds/published'
import * as regional from '@/domain/sources/kinds/regional'
import { en } from '@/i18n/en'
import { singularEn } from '@/i18n/singular.en'
import type { DataPackage } from '@/io/package/open-package'
import { openFromDisk } from '../package-from-disk'
import { bilingualTexts, type LocatedText, textsOf } from './located-texts'

const CHINESE = /[\p{Script=Han}、，。；：（）？！【】]/u
/** Names of languages in that language, and the number of a document. */
const NAMES = /中文|^中$|咸政办发〔2022〕32号/g
const chinese = (texts: readonly LocatedText[]) => texts.filter(([, text]) => CHINESE.test(text.replace(NAMES, '')))

describe('English texts', () => {
  it('of the screen contain no Chinese', () => {
    expect(chinese(textsOf(en))).toEqual([])
    expect(GRADE_MOVES.every((move) => move in en.grades.move)).toBe(true)
  })

  it('for a count of 1 belong to a plural text, insert nothing else, and begin and end as it does', () => {
    const plurals = new Map(textsOf(en))
    const inserted = (text: string) => text.match(/\{\{\w+\}\}/g) ?? []
    for (const [key, text] of textsOf(singularEn)) {
      const plural = plurals.get(key.replace(/_one$/, ''))
      expect(plural, key).toBeDefined()
      expect(inserted(plural!), key).toEqual(expect.arrayContaining(inserted(text)))
      expect([text.startsWith(' '), text.endsWith(' ')], key).toEqual([plural!.startsWith(' '), plural!.endsWith(' ')])
    }
  })

  it('of kinds, rules and clauses contain no Chinese', () => {
    expect(chinese(bilingualTexts('en'))).toEqual([])
  })

  it('of labels contain no Chinese', () => {
    const own = Object.values({ ...regional, ...published })
      .filter(Array.isArray)
      .flat()
    const titles = [...own, GRADE_MOVE, ...targetsOf([])].map(({ title }): LocatedText => [title.zh, title.en])
    expect(titles.length).toBeGreaterThan(20)
    expect(chinese(titles)).toEqual([])
  })
})

describe.each(['', 'changzhi/'])('the terms in the delivered package data/%s', async (folder) => {
  const { pack } = (await openFromDisk(folder)).value!
  const english = (words: Iterable<string>) =>
    chinese([...new Set(words)].map((word): LocatedText => [word, translateText(pack.glossary, word, 'en')]))

  it('have English translations: labels, grades and all other listed values', () => {
    const fields = pack.kinds.flatMap((kind) => [...kind.fields, ...(kind.surveys?.fields ?? [])])
    expect(chinese(fields.map(({ title }): LocatedText => [title.zh, title.en]))).toEqual([])
    expect(english(fields.flatMap(({ values }) => values ?? []))).toEqual([])
    expect(['优', '良', '中', '差', '引领性', 'B-'].map((word) => translateText(pack.glossary, word, 'en'))).toEqual([
      'Excellent',
      'Good',
      'Fair',
      'Poor',
      'Leading',
      'B-',
    ])
  })

  it('have English translations: departments and units', () => {
    const departments = [
      ...pack.clauses.flatMap(({ lead, support, carriedOutBy }) => [...lead, ...support, ...carriedOutBy]),
      ...pack.rules.flatMap(({ lead }) => lead),
    ]
    expect(english(departments)).toEqual([])
    expect(english(pack.clauses.flatMap(({ targets }) => targets.map(({ unit }) => unit)))).toEqual([])
  })

  it('have English translations: titles and sources of tables', () => {
    expect(english(pack.provenance.flatMap(({ title, source, licence }) => [title, source, licence]))).toEqual([])
  })

  it('have English translations: texts in cells, except names', () => {
    expect(english(cellsOf(pack, folder))).toEqual([])
  })
})

/** Texts in the cells of a package's tables, except names, yes and no. */
function cellsOf(pack: Pick<DataPackage, 'provenance'>, folder: string): Set<string> {
  // Level and area of a warning are shown in the screen's own words, not as written.
  const named = /名称|编号|代码|区县|县区|别名|单位|企业|车牌|类型|点位|联系|人员|安装的污染源|预警/
  const files = pack.provenance.filter(({ path }) => path.endsWith('.csv') && !path.startsWith('counties'))
  return new Set(
    files.flatMap(({ path }) => {
      const { data } = parse<Record<string, string>>(readFileSync(`data/${folder}${path}`, 'utf8'), { header: true })
      return data
        .flatMap((row) => Object.entries(row))
        .flatMap(([heading, cell]) => (named.test(heading) || cell === '是' || cell === '否' ? [] : [cell]))
    }),
  )
}
