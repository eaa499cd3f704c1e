import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { addMonths, type Month } from '@/domain/calendar'
import { publishedCountyMonth } from '@/domain/dustfall/county-month'
import { hasFootnoteMark } from '@/domain/dustfall/figure-marks'
import { monthReport } from '@/domain/dustfall/month-report'
import { papersOf } from '@/features/meeting/papers'
import { startI18n } from '@/i18n'
import { linesBelow, notesIn, printedRows } from '@/io/papers/papers'
import { typeset } from '@/io/papers/typeset'
import { writePapers } from '@/io/papers/write-papers'
import { LAST, meetingOf, partsOf, sampleData, slidesOf, textsIn } from './decks'

let data: Awaited<ReturnType<typeof sampleData>>
beforeAll(async () => {
  await startI18n('zh-CN')
  data = await sampleData()
}, 60_000)

const NAMES = ['甲县', '乙县', '丙县']
const SAID = '2022年11月5日公布；2022年11月15日由3.0更正为3.1：漏算'
const noteOf = (month: Month) => `※ 甲县（${month.slice(0, 4)}年${Number(month.slice(5))}月）：${SAID}`
const correctedIn = (month: Month) =>
  meetingOf(data, NAMES, { corrected: (county, each) => county === 0 && each === month, county: 'c0' })

/** The texts of each document. */
async function textsOf(papers: ReturnType<typeof meetingOf>) {
  const [slides, book, page, csv] = await Promise.all(
    (['pptx', 'xlsx', 'html', 'csv'] as const).map((format) => writePapers(papers, format)),
  )
  const { readXlsx } = await import('hucre/xlsx')
  const { sheets } = await readXlsx(new Uint8Array(await book!.arrayBuffer()), { readStyles: true })
  return {
    slides: (await slidesOf(slides!)).map((xml) => ({ texts: textsIn(xml), hasChart: xml.includes('<c:chart ') })),
    charts: await partsOf(slides!, /^ppt\/charts\/chart\d+\.xml$/),
    sheets: sheets.map(({ rows, cells }) => ({
      texts: rows.flat().join('\n'),
      marks: [...(cells?.values() ?? [])].filter(({ style }) => style?.numFmt?.includes('※')).length,
    })),
    page: (await page!.text()).split('<section ').slice(1),
    csv: await csv!.text(),
  }
}

/** Whether a text has a marked figure. */
const isMarked = (texts: readonly string[]) => texts.some((text) => /^[\d.]+※$|[^※]※$/.test(text))

describe('a corrected figure', () => {
  const months = [0, 1, 5, 12].map((back) => addMonths(LAST, -back))

  it.each(months)('in %s is marked and explained in every document that shows it', async (month) => {
    const { slides, charts, sheets, page, csv } = await textsOf(correctedIn(month))
    const note = noteOf(month)
    for (const { texts, hasChart } of slides.slice(1))
      if (!hasChart || isMarked(texts)) expect(texts.includes(note), texts.join(' ')).toBe(isMarked(texts))
    // Marks of charts are in a separate part: there must be as many as explanations.
    const drawn = slides.filter(({ texts, hasChart }) => hasChart && texts.includes(note))
    const besides = drawn.filter(({ texts }) => isMarked(texts)).length
    const marked = charts.filter((xml) => xml.includes('甲县※')).length
    expect(marked).toBeGreaterThan(0)
    expect([drawn.length, drawn.length - besides]).toContain(marked)
    for (const { texts, marks } of sheets) expect(texts.includes(note), texts).toBe(marks > 0)
    for (const screen of page.slice(1)) {
      const marks = [...screen.matchAll(/>([^<※]*)※</g)]
      expect(screen.includes(`<p class="notes">${note}</p>`), screen.slice(0, 400)).toBe(marks.length > 0)
    }
    const inRanking = month !== addMonths(LAST, -5)
    expect(csv.includes(note)).toBe(inRanking)
  })

  it('for this month is marked in titles too: cover, page and workbook', async () => {
    const { slides, sheets, page } = await textsOf(correctedIn(LAST))
    expect(slides[0]!.texts.join('')).toContain('降尘监测情况（更正）')
    expect(page[0]).toContain('降尘监测情况（更正）</h1>')
    expect(sheets[0]!.texts).toContain('各区县降尘量排名（更正）')
    const before = await textsOf(correctedIn(addMonths(LAST, -1)))
    expect(before.slides[0]!.texts.join('')).not.toContain('更正')
  })

  it('is marked where it is drawn: on the map, in comparisons on the county’s slide, and at its points', () => {
    const { map, scenes } = correctedIn(LAST)
    const county = scenes.find(({ scene }) => scene === 'county')!
    expect(county.tables[0]!.notes!.map((row) => row.map(Boolean))).toEqual([
      [false, true, false],
      [false, false, false],
      [false, false, false],
      [false, false, false],
    ])
    const lastYear = correctedIn(addMonths(LAST, -12)).scenes.find(({ scene }) => scene === 'county')!
    expect(lastYear.tables[0]!.notes![2]![1]).toBe(noteOf(addMonths(LAST, -12)))
    expect(map.notes).toEqual([])
  })
})

describe('a remark that the office wrote beside a county’s published figure', () => {
  it('is a reason for ※, and is listed with the other notes in tables and the CSV', async () => {
    const { dataset } = data
    const month = dataset.reports.at(-1)!.month
    const ranked = dataset.counties.filter(({ ranked }) => ranked).map(({ code }) => code)
    const figure = (county: string, i: number) =>
      publishedCountyMonth(
        { county, month, value: 5 + i / 10, publication: '', ...(i === 0 && { remark: '周边道路施工' }) },
        undefined,
      )
    const months = new Map(ranked.map((county, i) => [county, new Map([[month, figure(county, i)]])]))
    const report = monthReport({ ranked, months }, month, 7)
    const marked = report.rows.filter(({ figure }) => hasFootnoteMark(figure)).map(({ county }) => county)
    expect(marked).toEqual([ranked[0]])
    const { papers } = papersOf(
      { ...data, dataset: { ...dataset, reports: [report] } },
      report,
      i18next.getFixedT('zh-CN'),
    )
    expect(notesIn(papers.ranking)).toEqual([expect.stringMatching(/^※ .*：备注：周边道路施工$/)])
    expect(await (await writePapers(papers, 'csv')).text()).toContain('备注：周边道路施工')
  })
})

describe('an office’s paper', () => {
  it('has the reason of each marked figure below its table, and no general sentence', () => {
    const { ranking } = correctedIn(addMonths(LAST, -1))
    expect(
      printedRows(ranking)
        .flat()
        .some((text) => text.endsWith('※')),
    ).toBe(true)
    const lines = { head: '', number: '', to: '', signature: '', date: '', copyTo: '', issuedBy: '', issuedOn: '' }
    const { text } = typeset({ title: '', author: '', lines, blocks: [{ type: 'table', table: ranking }] })
    expect(linesBelow(ranking)).toContain(noteOf(addMonths(LAST, -1)))
    expect(text).toMatchObject([{ type: 'table', notes: linesBelow(ranking) }])
  })

  it('has each reason once, below the first table that needs it', () => {
    const months = [0, -1].map((back) => addMonths(LAST, back))
    const papers = meetingOf(data, NAMES, {
      corrected: (county, each) => county === 0 && months.includes(each),
      county: 'c0',
    })
    const lines = { head: '', number: '', to: '', signature: '', date: '', copyTo: '', issuedBy: '', issuedOn: '' }
    const movers = papers.scenes.find(({ scene }) => scene === 'movers')!.tables[0]!
    const year = papers.scenes.find(({ scene }) => scene === 'year')!.tables[0]!
    const blocks = [movers, papers.ranking, movers, year].map((table) => ({ type: 'table' as const, table }))
    const notes = typeset({ title: '', author: '', lines, blocks }).text.map((block) =>
      block.type === 'table' ? block.notes.filter((note) => note.startsWith('※')) : [],
    )
    const [now, before] = [noteOf(LAST), noteOf(addMonths(LAST, -1))]
    expect(notes.slice(0, 3)).toEqual([[now], [before, '※ 其余说明见前表'], ['※ 说明见前表']])
    expect(notes[3]).toEqual(['※ 说明见前表'])
  })
})
