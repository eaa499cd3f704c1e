import { type MeetingPapers, type PaperTable, printedRows } from './papers'

const FONT = 'Microsoft YaHei'
const INK = '1B242B'
const QUIET = '5B6670'
const OVER = 'B3261E'
const FILLS = { within: '93C6CC', over: 'E69A52' }
/** A slide of 13.33 × 7.5 inches. */
const BODY = { x: 0.6, y: 1.15, w: 12.1, h: 5.7 }

/** The meeting as slides with tables and charts that can be edited. */
export async function meetingSlides(papers: MeetingPapers): Promise<Blob> {
  const { default: Slides } = await import('pptxgenjs')
  const { title, month, note, facts, ranking, year, movers, tasks, derivation, dustfallLimit, words, months, lines } =
    papers
  const deck = new Slides()
  deck.layout = 'LAYOUT_WIDE'
  deck.title = title
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT }

  const slideOf = (heading: string) => {
    const slide = deck.addSlide()
    slide.addText(heading, { x: 0.6, y: 0.3, w: 12.1, h: 0.7, fontSize: 28, bold: true, color: INK, fontFace: FONT })
    slide.addText(note, { x: 0.6, y: 6.95, w: 12.1, h: 0.35, fontSize: 11, color: QUIET, fontFace: FONT })
    return slide
  }
  const tableOn = (slide: ReturnType<typeof slideOf>, table: PaperTable) => {
    const { headings, rows, over } = table
    const fontSize = Math.max(8, Math.min(16, Math.floor((BODY.h * 72) / (rows.length + 1) / 1.8)))
    const cell = (text: string, bold: boolean, color: string) => ({
      text,
      options: { bold, color, fontSize, fontFace: FONT, align: 'center' as const, valign: 'middle' as const },
    })
    slide.addTable(
      [
        headings.map((text) => cell(text, true, QUIET)),
        ...printedRows(table).map((row, i) => row.map((text) => cell(text, over[i] ?? false, over[i] ? OVER : INK))),
      ],
      {
        ...BODY,
        border: { type: 'solid', pt: 0.5, color: 'DDE1DC' },
        autoPage: rows.length > 24,
        autoPageRepeatHeader: true,
      },
    )
  }
  const cover = deck.addSlide()
  cover.addText(title, { x: 0.8, y: 2, w: 11.7, h: 1.2, fontSize: 40, bold: true, color: INK, fontFace: FONT })
  cover.addText(facts.map(([label, value]) => `${label} ${value}`).join('    '), {
    x: 0.8,
    y: 3.4,
    w: 11.7,
    h: 0.8,
    fontSize: 22,
    color: INK,
    fontFace: FONT,
  })
  cover.addText(`${month}    ${note}`, { x: 0.8, y: 4.4, w: 11.7, h: 0.6, fontSize: 16, color: QUIET, fontFace: FONT })

  tableOn(slideOf(ranking.title), ranking)
  // Bars are drawn from below.
  const known = [...ranking.rows.entries()]
    .reverse()
    .flatMap(([i, [, name, value]]) =>
      typeof value === 'number' ? [{ name: String(name), value, over: ranking.over[i] ?? false }] : [],
    )
  slideOf(`${ranking.title} · ${words.limit}`).addChart(
    deck.ChartType.bar,
    [{ name: words.value, labels: known.map(({ name }) => name), values: known.map(({ value }) => value) }],
    {
      ...BODY,
      barDir: 'bar',
      chartColors: known.map(({ over }) => (over ? FILLS.over : FILLS.within)),
      showValue: true,
      dataLabelFormatCode: '0.0',
      valAxisMinVal: 0,
      valAxisHidden: true,
      valGridLine: { style: 'none' },
      catAxisLabelFontFace: FONT,
      catAxisLabelFontSize: 14,
    },
  )
  tableOn(slideOf(year.title), year)
  const limitLine = { name: words.limit, labels: [...months], values: months.map(() => dustfallLimit) }
  slideOf(`${year.title} · ${words.unit}`).addChart(
    deck.ChartType.line,
    [
      ...lines.map(({ name, values }) => ({
        name,
        labels: [...months],
        // A month without a figure is a gap, not a zero.
        values: values.map((value) => value as number),
      })),
      limitLine,
    ],
    { ...BODY, showLegend: true, legendPos: 'r', legendFontFace: FONT, valAxisMinVal: 0, lineDataSymbolSize: 5 },
  )
  tableOn(slideOf(movers.title), movers)
  tableOn(slideOf(tasks.title), tasks)
  tableOn(slideOf(derivation.title), derivation)
  return (await deck.write({ outputType: 'blob' })) as Blob
}
