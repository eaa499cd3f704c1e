import { beforeAll, describe, expect, it } from 'vitest'
import { startI18n } from '@/i18n'
import { filledColumns } from '@/io/papers/filled-columns'
import type { PaperTable } from '@/io/papers/papers'
import { textWidth } from '@/io/papers/slides/text-fit'
import { writePapers } from '@/io/papers/write-papers'
import { meetingOf, sampleData, targetsOf } from './decks'

let data: Awaited<ReturnType<typeof sampleData>>
beforeAll(async () => {
  await startI18n('zh-CN')
  data = await sampleData()
})

const NAMES = ['甲县', '乙县', '丙县', '丁县']
const ABOVE = 3

async function bookOf(corrected = false) {
  const papers = meetingOf(data, NAMES, { corrected, targets: targetsOf(data.dataset) })
  const blob = await writePapers(papers, 'xlsx')
  const { readXlsx } = await import('hucre/xlsx')
  const book = await readXlsx(new Uint8Array(await blob.arrayBuffer()), { readStyles: true })
  return {
    papers,
    blob,
    book,
    sheetOf: ({ title }: PaperTable) => book.sheets.find(({ rows }) => rows[0]?.[0] === title)!,
  }
}

describe('the workbook', () => {
  it('prints each sheet one page wide, the ranking on one page, with title and headings on each', async () => {
    const { book, papers } = await bookOf()
    expect(book.sheets).toHaveLength(6)
    for (const { pageSetup, rows } of book.sheets) {
      expect(pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1 })
      // A sheet with few rows is one page; only the program knows the height of long texts.
      const goesOn = rows[0]![0] === papers.targets.title && pageSetup!.fitToHeight === 0
      expect(goesOn || pageSetup!.fitToHeight === 1, String(rows[0]![0])).toBe(true)
      expect(pageSetup!.printTitlesRow).toBe('$1:$3')
    }
  })

  it('has rows high enough for their wrapped texts', async () => {
    const papers = meetingOf(data, NAMES, { targets: targetsOf(data.dataset) })
    const basis = '2022年10月31日、其中4个区县据车辆轨迹（示例：每个区县7天，5–10辆，合计2,439趟）'
    const rows = papers.targets.rows.map((row, i) => (i === 1 ? row.with(5, basis) : row))
    const blob = await writePapers({ ...papers, targets: { ...papers.targets, rows } }, 'xlsx')
    const { readXlsx } = await import('hucre/xlsx')
    const book = await readXlsx(new Uint8Array(await blob.arrayBuffer()), { readStyles: true })
    const { columns, rowDefs } = book.sheets.find((sheet) => sheet.rows[0]?.[0] === papers.targets.title)!
    const lines = Math.ceil((textWidth(basis) * 2) / columns![5]!.width!)
    expect(lines).toBeGreaterThan(1)
    // A line of 11-point text is about 15 points high.
    expect(rowDefs!.get(ABOVE + 1)!.height).toBeGreaterThanOrEqual(lines * 15)
    expect(rowDefs!.get(ABOVE)!.height).toBeLessThan(2 * 15)
  })

  it('has no column of the derivation that is empty in all rows', async () => {
    const { papers, sheetOf } = await bookOf()
    const { derivation } = papers
    const rows = derivation.rows.map((row) => row.with(2, null))
    expect(sheetOf(derivation).rows[2]).toEqual(filledColumns(derivation).headings)
    const blob = await writePapers({ ...papers, derivation: { ...derivation, rows } }, 'xlsx')
    const { readXlsx } = await import('hucre/xlsx')
    const book = await readXlsx(new Uint8Array(await blob.arrayBuffer()))
    const headings = book.sheets.find((sheet) => sheet.rows[0]?.[0] === derivation.title)!.rows[2]!
    expect(headings).not.toContain(derivation.headings[2])
    expect(headings).toContain(derivation.headings[1])
  })

  it('states the author, the unit, and the city below the counties', async () => {
    const { book, papers, sheetOf } = await bookOf()
    expect(book.properties?.creator).toBe('咸阳市生态环境局')
    const { rows } = sheetOf(papers.ranking)
    expect(String(rows[1]![0])).toContain('单位：吨/(平方公里·月)')
    expect(rows[ABOVE + NAMES.length]!.slice(1, 3)).toEqual(['全市', papers.ranking.total![2]])
  })

  it('has figures as numbers, also in the derivation', async () => {
    const { papers, sheetOf } = await bookOf()
    for (const table of [papers.ranking, papers.year, papers.targets, papers.tasks, filledColumns(papers.derivation)]) {
      const { rows } = sheetOf(table)
      const types = (row: readonly unknown[]) =>
        table.formats.map((format, column) => format !== 'text' && row[column] != null && typeof row[column])
      const shown = rows.slice(ABOVE, ABOVE + table.rows.length)
      expect(shown.map(types)).toEqual(table.rows.map(types))
      expect(new Set(shown.flatMap(types))).toEqual(new Set([false, 'number']))
    }
  })

  it('marks in the year only single months over the limit, never a row', async () => {
    const { papers, sheetOf } = await bookOf()
    const { year } = papers
    const { cells } = sheetOf(year)
    const isBold = (row: number, column: number) => cells?.get(`${ABOVE + row},${column}`)?.style?.font?.bold === true
    expect(year.rows.map((row, i) => row.map((_, column) => isBold(i, column)))).toEqual(
      year.rows.map((row) => row.map((value) => typeof value === 'number' && value > 7)),
    )
    expect(year.rows.some((row) => row.some((value) => typeof value === 'number' && value > 7))).toBe(true)
  })

  it('has the plan’s targets and the overdue findings of each department', async () => {
    const { papers, sheetOf } = await bookOf()
    const targets = sheetOf(papers.targets)
    expect(targets.rows[2]).toEqual(['条款', '目标', '要求', '目前', '单位', '数据情况', '是否达到'])
    expect(targets.rows.length).toBe(ABOVE + data.dataset.clauses.flatMap((clause) => clause.targets).length)
    const tasks = sheetOf(papers.tasks)
    const overdue = tasks.rows.slice(ABOVE).map((row) => Number(row[1]))
    // A source with two leads appears with both, and once in the total.
    expect(tasks.rows.at(-1)![0]).toBe('合计（污染源去重）')
    expect(overdue.slice(0, -1).reduce((sum, value) => sum + value, 0)).toBe(overdue.at(-1))
  })

  it('marks a corrected figure, which stays a number, and explains it', async () => {
    const { papers, sheetOf } = await bookOf(true)
    const { rows, cells } = sheetOf(papers.ranking)
    const at = papers.ranking.rows.findIndex(([, name]) => name === '甲县')
    expect(cells?.get(`${ABOVE + at},2`)?.style?.numFmt).toBe('0.0"※"')
    expect(typeof rows[ABOVE + at]![2]).toBe('number')
    expect(rows.flat().join('')).toContain(
      '※ 甲县（2022年10月）：2022年11月5日公布；2022年11月15日由3.0更正为3.1：漏算',
    )
    const plain = await bookOf()
    expect(plain.sheetOf(plain.papers.ranking).rows.flat().join('')).not.toContain('※')
  })
})

describe('the CSV', () => {
  it('has one row of headings, and month, unit, data class and correction as columns', async () => {
    const csv = (await (await writePapers(meetingOf(data, NAMES, { corrected: true }), 'csv')).text()).replace(
      /^\uFEFF/,
      '',
    )
    const rows = csv
      .trim()
      .split('\r\n')
      .map((line) => line.split(','))
    // The city is the last row, as in the workbook.
    expect(rows).toHaveLength(1 + NAMES.length + 1)
    expect(rows.at(-1)!.slice(0, 2)).toEqual(['', '全市'])
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1)
    expect(rows[0]!.slice(-4)).toEqual(['月份', '单位', '数据类别', '备注'])
    for (const row of rows.slice(1)) expect(row.slice(-4, -1)).toEqual(['2022年10月', '吨/(平方公里·月)', '示例'])
    expect(rows.find(([, name]) => name === '甲县')!.at(-1)).toContain('由3.0更正为3.1')
    // A figure is a plain number, whatever its mark.
    for (const row of rows.slice(1)) expect(row[2]).toMatch(/^(\d+\.\d|—)$/)
  })
})

describe('the HTML page', () => {
  const pageOf = async (change: Parameters<typeof meetingOf>[2] = {}) =>
    (await writePapers(meetingOf(data, NAMES, { targets: targetsOf(data.dataset), ...change }), 'html')).text()

  it('is well-formed and self-contained: no script, no external address', async () => {
    const html = await pageOf()
    expect(html).not.toMatch(/<script|https?:\/\/|\son\w+=|javascript:/)
    expect(html).toContain("default-src 'none'")
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    for (const [, to] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(to)
  })

  it('has the wall’s drawings: bars with the limit, the map with its legend, lines, and a heat table', async () => {
    const html = await pageOf()
    expect(html.match(/class="bar"/g)).toHaveLength(NAMES.length)
    expect(html).toContain('class="legend"')
    expect(html).toContain('stroke-dasharray')
    const over = html.match(/<td[^>]*class="[^"]*\bo\b[^"]*"[^>]*>([^<]*)</g) ?? []
    expect(over.length).toBeGreaterThan(0)
    const year = html.slice(html.indexOf('class="heat"'))
    for (const [, classes, value] of year
      .slice(0, year.indexOf('</table>'))
      .matchAll(/<td class="(n[^"]*)"[^>]*>(\d+\.\d)/g))
      if (classes!.includes('f')) expect(/\bo\b/.test(classes!), value).toBe(Number(value) > 7)
  })

  it('marks a corrected figure with a footnote', async () => {
    const html = await pageOf({ corrected: true })
    expect(html).toMatch(/>\d+\.\d※</)
    expect(html).toContain('由3.0更正为3.1：漏算')
  })
})
