import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { startI18n } from '@/i18n'
import { bulletinPaper } from '@/io/papers/bulletin-paper'
import { officialDocument } from '@/io/papers/official-document'
import { type MeetingPapers, printedRows } from '@/io/papers/papers'
import { writePapers } from '@/io/papers/write-papers'
import { blockersOf } from '@/workspace/import/blockers'
import { CITIES_2_PLUS_26, countyCodeIn, publishedRows, TONGCHUAN } from '../../fixtures/published-tables'
import { officeWith, papersWithTable } from './published'

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())
/** All text in an office file, part by part. */
async function textsIn(blob: Blob, parts: RegExp): Promise<string[]> {
  const files = Object.entries(unzipSync(await bytesOf(blob))).filter(([path]) => parts.test(path))
  const xml = files
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([, bytes]) => new TextDecoder().decode(bytes))
  return [...xml.join('').matchAll(/<(?:w|a):t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text!)
}

beforeAll(() => startI18n('zh-CN'))

describe('a table published by another office is imported unchanged', () => {
  it('of 铜川市: five counties, ranked as on the page, with its mean, smallest and largest figure', async () => {
    const { office, item } = await officeWith(TONGCHUAN)
    expect(item.recognised.plan.role).toBe('dustfall-published')
    expect([item.taken!.counts, item.taken!.groups, blockersOf(item)]).toMatchObject([{ read: 5, taken: 5 }, [], []])
    const report = office.opened.reports.find(({ month }) => month === TONGCHUAN.month)!
    expect(report.rows.map(({ rank, county, figure }) => [rank, county, figure.value])).toEqual(
      publishedRows(TONGCHUAN).map(([rank, county, value]) => [
        Number(rank),
        countyCodeIn(TONGCHUAN, county!),
        Number(value),
      ]),
    )
    // The page has figures from 2.4 to 4.0 and a mean of 3.1. Its 同比 of -18.4 % refers to an unknown month.
    expect(report.city).toMatchObject({ min: 2.4, max: 4, mean: 3.1, yearOnYear: null, overCount: 0 })
  })

  it('of the “2+26” cities: shared ranks, a city without a figure, and every published year-on-year change', async () => {
    const { office, item } = await officeWith(CITIES_2_PLUS_26)
    // The largest and smallest value of a city are not imported: 平均值 is the figure.
    expect(item.taken!.counts).toMatchObject({ read: 15, taken: 14, refused: 1 })
    expect(item.taken!.groups.map(({ code, count }) => [code, count])).toEqual([
      ['required-missing', 1],
      ['change-unchecked', 14],
    ])
    const report = office.opened.reports.find(({ month }) => month === CITIES_2_PLUS_26.month)!
    const known = publishedRows(CITIES_2_PLUS_26).filter(([, , , , mean]) => mean !== '')
    for (const [rank, city, , , mean, change] of known)
      expect(
        report.rows.find(({ county }) => county === countyCodeIn(CITIES_2_PLUS_26, city!)),
        city,
      ).toMatchObject({ rank: Number(rank), figure: { value: Number(mean) }, yearOnYear: Number(change) })
    expect(report.rows.map(({ rank }) => rank)).toEqual([
      ...known.map(([rank]) => Number(rank)),
      ...new Array(CITIES_2_PLUS_26.counties.length - known.length).fill(null),
    ])
    // Within a shared rank the app puts the larger fall first, thus 太原 of the two at 4.2; the table orders by region.
    const names = report.rows.slice(10, 14).map(({ county }) => CITIES_2_PLUS_26.counties[Number(county) - 100_001])
    expect(names).toEqual(['太原市', '北京市', '焦作市', '石家庄市'])
    // The mean of the 14 known cities; the page's 4.5 is the mean of all 28.
    expect(report.city.mean).toBe(3.3)
  })
})

describe.each([TONGCHUAN, CITIES_2_PLUS_26])(
  'the table of $city.zh is the same in all documents of the meeting',
  (table) => {
    let made: MeetingPapers
    beforeAll(async () => {
      made = await papersWithTable(table)
    })
    const given = publishedRows(table).filter((cells) => cells.at(-1) !== '')
    const figureOf = (cells: readonly string[]) => (cells.length > 3 ? cells[4]! : cells[2]!)
    const isThere = (texts: readonly string[]) => {
      for (const cells of given) {
        const at = texts.indexOf(cells[1]!)
        expect(at, cells[1]).toBeGreaterThan(0)
        expect(texts.slice(at - 1, at + 2)).toEqual([cells[0], cells[1], figureOf(cells)])
        if (cells.length > 3) expect(texts.slice(at, at + 8)).toContain(cells[5])
      }
      // Counties without a figure come last, without a rank.
      const without = table.counties.filter((name) => !given.some((cells) => cells[1] === name))
      for (const name of without)
        expect(texts.slice(texts.indexOf(name) - 1, texts.indexOf(name) + 2)).toEqual(['—', name, '—'])
    }

    it('in the table itself, as CSV and as a page', async () => {
      isThere(printedRows(made.ranking).flat())
      const csv = (await (await writePapers(made, 'csv')).text()).replace(/^\uFEFF/, '').split(/[,\r\n]+/)
      for (const cells of given) expect(csv[csv.indexOf(cells[1]!) + 1]).toBe(figureOf(cells))
      const html = await (await writePapers(made, 'html')).text()
      isThere([...html.matchAll(/<td(?! class="d")[^>]*>([^<]*)</g)].map(([, text]) => text!))
    })

    it('as Word and slides', async () => {
      isThere(await textsIn(await officialDocument([bulletinPaper(made)]), /^word\/document\.xml$/))
      const slides = await textsIn(await writePapers(made, 'pptx'), /^ppt\/slides\/slide\d+\.xml$/)
      for (const cells of given) expect(slides.join('|')).toContain(`|${cells[0]}|${cells[1]}|${figureOf(cells)}|`)
    })

    it('as a workbook of numbers', async () => {
      const { readXlsx } = await import('hucre/xlsx')
      const [sheet] = (await readXlsx(await bytesOf(await writePapers(made, 'xlsx')))).sheets
      for (const cells of given)
        expect(sheet!.rows.find((row) => row[1] === cells[1])?.slice(0, 3)).toEqual([
          Number(cells[0]),
          cells[1],
          Number(figureOf(cells)),
        ])
    })

    it('in the sentence about the city, which counts only those with a figure', () => {
      const text = made.parts.map((part) => (part.type === 'table' ? '' : part.text)).join('\n')
      expect(text).toContain(`${given.length}个区县中${given.length}个达标，0个超标`)
      const without = table.counties.filter((name) => !given.some((cells) => cells[1] === name))
      // Without known points the text can't state that all count.
      if (without.length === 0) expect(text).toContain('本月数据为公布值，无监测点位数据。')
      else
        for (const name of without) expect(/监测点位\n(.*)本月无有效数值，未参加排名。/.exec(text)?.[1]).toContain(name)
      // An annex of points would contain only dashes.
      expect(
        made.parts.some((part) => part.type === 'annex' || (part.type === 'table' && part.table === '点位表')),
      ).toBe(false)
      expect(text).not.toMatch(/NaN|undefined|null/)
      expect(JSON.stringify(made)).not.toMatch(/NaN|undefined/)
    })
  },
)
