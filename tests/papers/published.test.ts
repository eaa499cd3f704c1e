import { beforeAll, describe, expect, it } from 'vitest'
import { startI18n } from '@/i18n'
import { bulletinPaper } from '@/io/papers/bulletin-paper'
import { officialDocument } from '@/io/papers/official-document'
import { writePapers } from '@/io/papers/write-papers'
import { CITIES_2_PLUS_26, type PublishedTable, TONGCHUAN } from '../fixtures/published-tables'
import { papersWithTable } from '../unit/meeting/published'
import { type Page, pagesOf } from './pages'

const TABLES = [TONGCHUAN, CITIES_2_PLUS_26]
const FORMATS = ['docx', 'xlsx', 'pptx'] as const
/** All names differ, because the pages of all files are in one folder. */
const nameOf = ({ city }: PublishedTable, format: string) => `${city.code}-${format}.${format}`

describe('papers for tables that other cities published, as pages', () => {
  let pages: ReadonlyMap<string, readonly Page[]>
  beforeAll(async () => {
    await startI18n('zh-CN')
    const files = TABLES.flatMap((table) => FORMATS.map((format) => ({ table, format })))
    const written = files.map(async ({ table, format }) => {
      const made = await papersWithTable(table)
      const file = format === 'docx' ? officialDocument([bulletinPaper(made)]) : writePapers(made, format)
      return [nameOf(table, format), await file] as const
    })
    pages = await pagesOf(new Map(await Promise.all(written)))
  }, 180_000)

  it.each(TABLES)('$city.zh: no page is blank, and every place is in each paper', (table) => {
    const { counties } = table
    for (const format of FORMATS) {
      const of = pages.get(nameOf(table, format))!
      for (const [i, { ink }] of of.entries()) expect(ink, `${format} page ${i + 1}`).toBeGreaterThan(0.002)
      const all = of.map(({ text }) => text.replace(/\s/g, '')).join('')
      for (const county of counties) expect(all, format).toContain(county)
      expect(all).not.toMatch(/NaN|undefined/)
    }
  })

  it.each(TABLES)('$city.zh: the ranking is in the bulletin, on two pages at most, each with its headings', (table) => {
    const pagesOfIt = pages.get(nameOf(table, 'docx'))!.map(({ text }) => text.replace(/\s/g, ''))
    const ranked = pagesOfIt.filter((text) => text.includes('排名区县'))
    expect([1, 2]).toContain(ranked.length)
    for (const county of table.counties) expect(ranked.join('')).toContain(county)
  })

  it.each(TABLES)('$city.zh: the ranking prints on one page of the workbook', (table) => {
    const { counties } = table
    const [first] = pages.get(nameOf(table, 'xlsx'))!
    for (const county of counties) expect(first!.text.replace(/\s/g, '')).toContain(county)
  })
})
