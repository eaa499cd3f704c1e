import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { startI18n } from '@/i18n'
import { NOTHING_PREPARED } from '@/io/package/descriptor'
import { type MeetingPapers, printedRows } from '@/io/papers/papers'
import { OWN_LOOK } from '@/io/papers/slides/deck-look'
import { CELL, fitTable } from '@/io/papers/slides/fit-table'
import { fittedTable } from '@/io/papers/slides/slide-table'
import { fitText, LINE, linesOf, shortened } from '@/io/papers/slides/text-fit'
import { writePapers } from '@/io/papers/write-papers'
import { EMU_PER_INCH, EMU_PER_POINT, meetingOf, partsOf, sampleData, slidesOf, textsIn } from './decks'

let data: Awaited<ReturnType<typeof sampleData>>
beforeAll(async () => {
  await startI18n('zh-CN')
  data = await sampleData()
})

const LETTERS = ['淳', '化', '县', '管', '委', '会', 'A', 'b', '7', ' ', '—', '（', '）']
const name = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 40 })
  .map((letters) => `区${letters.join('')}`)
const names = fc.array(name, { minLength: 3, maxLength: 30 })
const [WIDTH, HEIGHT] = [OWN_LOOK.width * EMU_PER_INCH, OWN_LOOK.height * EMU_PER_INCH]

const numbers = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, value]) => Number(value))
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Every table of a slide as in the file: position, column widths, row heights. */
function tablesIn(slide: string) {
  return [...slide.matchAll(/<p:graphicFrame>.*?<\/p:graphicFrame>/gs)].flatMap(([frame]) => {
    if (!frame.includes('<a:tbl>')) return []
    const [, x, y] = /<a:off x="(-?\d+)" y="(-?\d+)"/.exec(frame)!
    const widths = numbers(frame, /<a:gridCol w="(\d+)"/g)
    const rows = [...frame.matchAll(/<a:tr h="(\d+)">(.*?)<\/a:tr>/gs)].map(([, height, row]) => ({
      height: Number(height),
      cells: [...row!.matchAll(/<a:tc[ >].*?<\/a:tc>/gs)].map(([cell]) => ({
        text: textsIn(cell).join(''),
        size: Number(/sz="(\d+)"/.exec(cell)?.[1] ?? 0) / 100,
      })),
    }))
    return [{ x: Number(x), y: Number(y), widths, rows }]
  })
}

/** Tables stay on their slide above the footer, and no text needs more space than its cell has. */
function expectFits(slide: string) {
  for (const { x, y, widths, rows } of tablesIn(slide)) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + sum(widths)).toBeLessThanOrEqual(WIDTH)
    expect(y + sum(rows.map(({ height }) => height))).toBeLessThanOrEqual(HEIGHT - 0.45 * EMU_PER_INCH)
    for (const { height, cells } of rows)
      cells.forEach(({ text, size }, column) => {
        expect(size).toBeGreaterThanOrEqual(12)
        const letters = (widths[column]! / EMU_PER_POINT - 2 * CELL.x) / size
        const needed = linesOf(text, letters + 0.02) * size * LINE + 2 * CELL.y
        expect(needed * EMU_PER_POINT, text).toBeLessThanOrEqual(height + EMU_PER_POINT)
      })
  }
}

const tablesOf = ({ ranking, year, movers, tasks, derivation }: MeetingPapers) => [
  ranking,
  year,
  movers,
  tasks,
  derivation,
]

describe('a table on slides', () => {
  it('includes all rows and is never higher than its slide, for any counties and names', () => {
    fc.assert(
      fc.property(names, (all) => {
        for (const table of tablesOf(meetingOf(data, all))) {
          const { pages, rows, heights, headHeight, widths, size } = fittedTable(table, OWN_LOOK.body)
          expect(pages.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i))).toEqual(
            Array.from({ length: rows.length }, (_, i) => i),
          )
          expect(rows).toHaveLength(table.rows.length + (table.total ? 1 : 0))
          expect(sum(widths)).toBeLessThanOrEqual(OWN_LOOK.body.w * 72 + 0.01)
          expect(size).toBeGreaterThanOrEqual(12)
          for (const [from, to] of pages)
            expect(headHeight + sum(heights.slice(from, to))).toBeLessThanOrEqual(OWN_LOOK.body.h * 72 + 0.01)
          // Figures are never shortened.
          const printed = printedRows(table)
          const figures = (row: readonly string[]) => row.filter((_, column) => table.formats[column] !== 'text')
          expect(rows.slice(0, printed.length).map(figures)).toEqual(printed.map(figures))
        }
      }),
      { numRuns: 20 },
    )
  })

  it('is written like that with 3, 13 and 30 counties', async () => {
    for (const count of [3, 13, 30]) {
      const all = Array.from({ length: count }, (_, i) =>
        i % 5 === 0 ? `高新技术产业开发区管理委员会${i}` : `第${i}县`,
      )
      const slides = await slidesOf(await writePapers(meetingOf(data, all), 'pptx'))
      for (const slide of slides) expectFits(slide)
      const shown = slides.flatMap((slide) => tablesIn(slide)).flatMap(({ rows }) => rows.map(({ cells }) => cells))
      // The year's table: a county, twelve months and the mean.
      const years = shown.filter((cells) => cells.length === 14)
      for (const each of all)
        expect(
          years.some(([first]) => first!.text === each),
          each,
        ).toBe(true)
    }
  })

  it('uses the largest font size that needs no further slide', () => {
    const texts = { headings: ['区县', '值'], figures: [false, true] }
    const rows = (count: number) => Array.from({ length: count }, (_, i) => [`第${i}县`, '7.0'])
    const few = fitTable({ ...texts, rows: rows(5) }, 800, 350, [18, 14, 12])
    expect([few.size, few.pages.length]).toEqual([18, 1])
    const many = fitTable({ ...texts, rows: rows(40) }, 800, 350, [18, 14, 12])
    expect(many.pages.length).toBeGreaterThan(1)
    const counts = many.pages.map(([from, to]) => to - from)
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(3)
  })
})

it('the widest column of a table shrinks first; short columns keep their texts on one line', () => {
  const rows = [
    ['北极老街拆迁', '第24条等 2 项：停工超过1个月的清运、围挡、遮盖：围挡', '逾期 89 天', '市城市管理执法局'],
  ]
  const texts = { headings: ['污染源', '要求', '逾期', '牵头'], rows, figures: [false, false, false, false] }
  const fitted = fitTable(texts, 560, 350, [14])
  const lines = rows[0]!.map((text, i) => linesOf(text, (fitted.widths[i]! - 2 * CELL.x) / 14 / 1.07))
  expect([fitted.fits, lines]).toEqual([true, [1, 2, 1, 1]])
})

describe('a text on a slide', () => {
  it('takes no more lines than fit, and ends with an ellipsis if it is shortened', () => {
    fc.assert(
      fc.property(name, fc.integer({ min: 3, max: 30 }), fc.integer({ min: 1, max: 3 }), (text, letters, most) => {
        const short = shortened(text, letters, most)
        expect(linesOf(short, letters)).toBeLessThanOrEqual(most)
        if (short !== text) expect(short.endsWith('…')).toBe(true)
      }),
    )
    expect(fitText('两个区县超标', 400, 60, [30, 20]).size).toBe(30)
    expect(fitText('两个区县超标'.repeat(20), 400, 60, [30, 20])).toEqual({
      size: 20,
      text: expect.stringMatching(/…$/),
    })
  })
})

describe('a deck', () => {
  const agenda = [
    { scene: 'movers', notes: '先说改善' },
    { scene: 'pinned', notes: '', title: '高新区周边', view: '' },
    { scene: 'ranking', notes: '再说排名\n第二行' },
  ]
  const deckOf = async (change: Parameters<typeof meetingOf>[2] = {}) => {
    const settings = { ...data.dataset.settings, meeting: { agenda, template: null } }
    const papers = meetingOf(data, ['甲县', '乙县', '丙县'], { ...change, dataset: { ...data.dataset, settings } })
    const blob = await writePapers(papers, 'pptx')
    return { papers, blob, slides: await slidesOf(blob) }
  }

  it('says whole on each slide that made-up data is no official basis', async () => {
    const { papers } = await deckOf()
    const short = '含示例数据，内容不得作为正式依据'
    expect(papers.footer).toMatch(new RegExp(`${short}$`))
    for (const author of [papers.author, '某某市'.repeat(20)]) {
      const slides = await slidesOf(await writePapers({ ...papers, author }, 'pptx'))
      expect(slides.length).toBeGreaterThan(3)
      for (const slide of slides.slice(1)) expect(textsIn(slide).join('')).toContain(short)
    }
  })

  it('has the scenes of the agenda in order with their notes, reports omissions, and ends with the annex', async () => {
    const { papers, blob, slides } = await deckOf()
    expect(papers.scenes.map(({ scene }) => scene)).toEqual(['movers', 'ranking'])
    expect(textsIn(slides[0]!).join('')).toContain('高新区周边')
    const heads = slides.map((slide) => textsIn(slide).join(' '))
    const first = (word: string) => heads.findIndex((text) => text.includes(word))
    expect(first('改善与反弹')).toBeLessThan(first('各区县降尘量排名'))
    expect(heads.at(-1)).toContain('数值来源')
    const notes = (await partsOf(blob, /^ppt\/notesSlides\/notesSlide\d+\.xml$/)).map((xml) => textsIn(xml).join(''))
    expect(notes.findIndex((text) => text.includes('先说改善'))).toBe(first('改善与反弹'))
    expect(notes.some((text) => text.includes('再说排名'))).toBe(true)
  })

  it('shows a pinned view as the given picture, with its figures and legend', async () => {
    const bytes = Uint8Array.from(
      atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
      (letter) => letter.charCodeAt(0),
    )
    const { papers, slides } = await deckOf({
      pictures: new Map([
        [
          '',
          {
            wide: { bytes, width: 16, height: 9 },
            narrow: { bytes, width: 9, height: 16 },
            facts: ['污染源 260 处', '已逾期 12 处'],
            legend: [
              { name: '', entries: [{ text: '已逾期 12', sample: bytes }] },
              { name: '降尘', entries: [{ text: '≤ 7', sample: bytes }] },
            ],
            source: '数据来源：示例',
          },
        ],
      ]),
    })
    expect(papers.scenes.map(({ scene }) => scene)).toEqual(['movers', 'pinned', 'ranking'])
    expect(papers.leftOut).toBe('')
    const slide = slides.find((each) => each.includes('<p:pic>'))!
    expect(slide.match(/<p:pic>/g)).toHaveLength(3)
    const said = textsIn(slide).join('\n')
    for (const part of ['高新区周边', '污染源 260 处　已逾期 12 处', '已逾期 12', '降尘', '≤ 7', '数据来源：示例'])
      expect(said).toContain(part)
  })

  it('has page numbers, the office as author, and a headline for each scene', async () => {
    const { papers, blob, slides } = await deckOf()
    const [core] = await partsOf(blob, /^docProps\/core\.xml$/)
    expect(core).toContain('<dc:creator>咸阳市生态环境局</dc:creator>')
    expect(
      (await partsOf(blob, /^ppt\/slideLayouts\/slideLayout\d+\.xml$/)).some((xml) => xml.includes('type="slidenum"')),
    ).toBe(true)
    for (const { headline } of papers.scenes)
      expect(slides.some((slide) => textsIn(slide).includes(headline))).toBe(true)
  })

  it('has one native chart per scene, with the limit as a dashed series if there is one', async () => {
    const { blob } = await deckOf()
    const charts = await partsOf(blob, /^ppt\/charts\/chart\d+\.xml$/)
    expect(charts).toHaveLength(2)
    for (const chart of charts) {
      const dashed = [...chart.matchAll(/<c:ser>.*?<\/c:ser>/gs)].filter(([series]) =>
        series.includes('<a:prstDash val="dash"/>'),
      )
      expect(dashed).toHaveLength(1)
      expect(dashed[0]![0]).toContain('<c:v>限值 7</c:v>')
      expect(
        new Set([...dashed[0]![0].split('<c:val>')[1]!.matchAll(/<c:v>([^<]*)</g)].map(([, value]) => value)),
      ).toEqual(new Set(['7']))
      // A month without a figure is a gap.
      expect(chart).not.toContain('<c:v></c:v>')
    }
  })

  it('rounds the values of a chart as tables do: PowerPoint would show 4.05 as 4.1', async () => {
    const papers = meetingOf(data, ['甲县', '乙县', '丙县'])
    const scenes = papers.scenes.map((scene) => {
      if (!scene.chart) return scene
      const series = scene.chart.series.map((each) => ({ ...each, values: each.values.map(() => 4.05) }))
      return { ...scene, chart: { ...scene.chart, series } }
    })
    const charts = await partsOf(await writePapers({ ...papers, scenes }, 'pptx'), /^ppt\/charts\/chart\d+\.xml$/)
    expect(charts.join('')).toContain('<c:v>4</c:v>')
    expect(charts.join('')).not.toContain('4.05')
  })

  it('draws a limit where it was set, also one with two decimals', async () => {
    const papers = meetingOf(data, ['甲县', '乙县', '丙县'])
    const scenes = papers.scenes.map((scene) => {
      if (!scene.chart?.limit) return scene
      const { limit, categories } = scene.chart
      const lines = [{ name: '限值 6.75', values: categories.map(() => 6.75) }]
      return { ...scene, chart: { ...scene.chart, limit: { ...limit, lines } } }
    })
    const charts = await partsOf(await writePapers({ ...papers, scenes }, 'pptx'), /^ppt\/charts\/chart\d+\.xml$/)
    expect(charts.join('')).toContain('<c:v>6.75</c:v>')
  })

  it('marks a corrected figure and explains it below', async () => {
    const slides = await slidesOf(
      await writePapers(meetingOf(data, ['甲县', '乙县', '丙县'], { corrected: true }), 'pptx'),
    )
    const marked = slides.filter((slide) =>
      tablesIn(slide).some(({ rows }) => rows.some(({ cells }) => cells.some(({ text }) => text.endsWith('※')))),
    )
    expect(marked.length).toBeGreaterThan(1)
    const noted = marked.filter((slide) => textsIn(slide).join('').includes('2022年11月15日由3.0更正为3.1：漏算'))
    // All but the map, whose list is a part of the ranking.
    expect(noted.length).toBeGreaterThanOrEqual(marked.length - 1)
  })
})

describe('earlier decisions in a deck', () => {
  it('come first, late ones before done ones, with a summary of how many are done', async () => {
    const decision = { month: '2022-09', decidedOn: '2022-09-20', county: '', department: '市住建局', note: '' }
    const decisions = [
      { ...decision, id: '1', task: '覆盖裸土', due: '2022-10-20', doneOn: '2022-10-10' },
      { ...decision, id: '2', task: '清洗道路', due: '2022-10-20', doneOn: '' },
    ]
    const held = { '2022-10': { day: '2022-11-09' } }
    const settings = { ...data.dataset.settings, meeting: { agenda: [], template: null, decisions, held } }
    const change = { dataset: { ...data.dataset, settings }, today: '2026-11-27' }
    const papers = meetingOf(data, ['甲县', '乙县', '丙县'], change)
    expect(papers.scenes[0]).toMatchObject({
      scene: 'decisions',
      headline: '上次会议 2 项：1 项完成、1 项逾期',
    })
    const [, slide] = await slidesOf(await writePapers(papers, 'pptx'))
    // The day by which they are judged is stated.
    expect(textsIn(slide!).join('')).toContain('往次会议议定事项（截至2022年11月9日）')
    const [table] = tablesIn(slide!)
    expect(table!.rows.slice(1).map(({ cells }) => cells[1]!.text)).toEqual(['清洗道路', '覆盖裸土'])
  })
})

describe('a meeting with a single month of data', () => {
  const agenda = ['ranking', 'map', 'year', 'race', 'movers', 'county'].map((scene) => ({ scene, notes: '' }))
  const single = (months: number, ofMonth = '2022-10') => {
    const meeting = { ...NOTHING_PREPARED, agenda }
    const settings = { ...data.dataset.settings, meeting } as typeof data.dataset.settings
    return meetingOf(data, ['甲县', '乙县', '丙县'], { months, ofMonth, dataset: { ...data.dataset, settings } })
  }
  /** The numbers of categories of all charts: of each series, its first list of texts. */
  const categoriesIn = async (file: Blob) =>
    (await partsOf(file, /^ppt\/charts\/chart\d+\.xml$/)).map((xml) =>
      Number(/<c:cat>.*?<c:ptCount val="(\d+)"/s.exec(xml)?.[1]),
    )

  it('has no chart over months, whose axis would hold one dot, and says why', async () => {
    const file = await writePapers(single(1), 'pptx')
    // Only the ranking of the counties.
    expect(await categoriesIn(file)).toEqual([3])
    const slides = await slidesOf(file)
    const note = '截至2022年10月的 12 个月中只有这一个月的数据，不作逐月走势图'
    const said = slides.filter((slide) => textsIn(slide).join('').includes(note))
    expect(said).toHaveLength(3)
    for (const slide of slides) expectFits(slide)
    const html = await (await writePapers(single(1), 'html')).text()
    // The map alone.
    expect(html.split('<svg')).toHaveLength(2)
    expect(html.split(note)).toHaveLength(4)
  })

  it('says so only of the months up to it, where later ones have data', async () => {
    const slides = await slidesOf(await writePapers(single(3, '2022-08'), 'pptx'))
    expect(slides.flatMap(textsIn).join('')).toContain('截至2022年8月的 12 个月中只有这一个月的数据')
  })

  it('has them from the second month on', async () => {
    expect((await categoriesIn(await writePapers(single(2), 'pptx'))).toSorted()).toEqual([2, 2, 2, 3])
  })
})
