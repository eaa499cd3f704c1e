import type PptxGenJS from 'pptxgenjs'
import { filledColumns } from './filled-columns'
import { linesBelow, type MeetingPapers, type PaperScene, type PaperTable } from './papers'
import { repairChart } from './slides/chart-labels'
import { type Box, OWN_LOOK, QUIET, safeLook } from './slides/deck-look'
import { addChart, notesOfChart } from './slides/slide-chart'
import {
  addNotes,
  BOLD,
  begin,
  bodyAbove,
  type Deck,
  MASTER,
  notesSlides,
  notesUnder,
  POINTS,
  type SlideHead,
  SMALL_SIZES,
  slideOf,
} from './slides/slide-frame'
import { addMap } from './slides/slide-map'
import { addTable, fittedTable, heightOf } from './slides/slide-table'
import { addView } from './slides/slide-view'
import { fitText } from './slides/text-fit'

/** A table is placed beside a chart if it fits into this share of the width. */
const BESIDE = 0.36
const GAP = 0.3
/** Share of the width for a county's months, and their minimum share of the height. */
const [COUNTY, CHART] = [0.4, 0.45]
const COUNTY_SIZES = [15, 14, 13, 12]
/** The list beside the map: rank, county and figure. */
const LIST = 0.28
const LIST_COLUMNS = 3

/** The meeting as slides with editable tables, charts and map: the scenes of the agenda in order, the annex last. */
export async function meetingSlides(papers: MeetingPapers): Promise<Blob> {
  const look = safeLook(papers.deckLook ?? OWN_LOOK)
  const { default: Slides } = await import('pptxgenjs')
  const deck = new Slides()
  const of: Deck = { deck, papers, look, later: new Set() }
  begin(of)
  cover(of)
  for (const scene of papers.scenes) sceneSlides(of, scene)
  // The annex may add notes to `later`, too.
  const annex = filledColumns(papers.derivation)
  tableSlides(of, annex, { headline: annex.title, subtitle: annex.unit ?? '', notes: '' })
  notesSlides(of)
  return packed((await deck.write({ outputType: 'uint8array' })) as Uint8Array, of)
}

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
/** Repairs the charts in the library's uncompressed file, and compresses it. */
async function packed(file: Uint8Array, { papers: { words }, look: { ground } }: Deck): Promise<Blob> {
  const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate')
  const parts = unzipSync(file)
  for (const [path, bytes] of Object.entries(parts))
    if (/^ppt\/charts\/[^/]+\.xml$/.test(path)) parts[path] = strToU8(repairChart(strFromU8(bytes), words, ground))
  return new Blob([zipSync(parts) as Uint8Array<ArrayBuffer>], { type: TYPE })
}

function cover({ deck, papers, look }: Deck) {
  const { title, facts, note, author, leftOut } = papers
  const { x, w } = look.body
  const slide = deck.addSlide({ masterName: MASTER })
  const line = (text: string, y: number, h: number, sizes: readonly number[], options: PptxGenJS.TextPropsOptions) => {
    const { text: fitting, size } = fitText(text, w * POINTS * BOLD, h * POINTS, sizes)
    slide.addText(fitting, {
      x,
      y,
      w,
      h,
      margin: 0,
      fontSize: size,
      color: look.ink,
      fontFace: look.bodyFont,
      ...options,
    })
  }
  const top = look.height * 0.27
  slide.addShape('rect', { x: x - 0.3, y: top + 0.35, w: 0.09, h: 1, fill: { color: look.accent } })
  line(title, top, 1.3, [40, 36, 32, 28, 24], { bold: true, fontFace: look.headFont, valign: 'bottom' })
  const said = facts.map(([label, value]) => `${label} ${value}`).join('　')
  line(said, top + 1.5, 0.9, [22, 20, 18, 16], { valign: 'top' })
  line(note, top + 2.5, 0.7, [16, 14, 12], { color: QUIET, valign: 'top' })
  line(author, top + 3.3, 0.5, [20, 18, 16], { valign: 'top' })
  if (leftOut) line(leftOut, top + 3.9, 0.4, SMALL_SIZES, { color: QUIET, valign: 'top' })
  slide.addNotes([note, ...papers.map.notes, leftOut].filter(Boolean).join('\n'))
}

/** A scene: its chart, with a small table beside it; then its other tables, on as many slides as needed. */
function sceneSlides(of: Deck, scene: PaperScene) {
  const { deck, papers, look } = of
  const { headline, notes, title, chart, tables, view } = scene
  const { words, month } = papers
  const unit = scene.scene === 'map' ? words.unitIs : chartUnit(scene, papers)
  const under = [title === headline ? '' : title, month, unit, ...(view?.facts ?? [])]
  const head = { headline, notes, subtitle: under.filter(Boolean).join('　') }
  let left = tables
  if (scene.scene === 'county') left = countySlide(of, scene, head)
  else if (chart && chart.categories.length > 0) {
    const { body, below } = bodyAbove(notesOfChart(chart), look)
    const slide = slideOf(of, head)
    const w = body.w * BESIDE
    const beside = tables[0] && fittedTable(tables[0], { ...body, w }, [16, 15, 14])
    const isBeside = tables[0] !== undefined && beside?.fits === true && beside.pages.length === 1
    addChart(deck, slide, chart, words, look, isBeside ? { ...body, w: body.w - w - GAP } : body)
    if (isBeside) {
      addTable(slide, tables[0]!, beside, beside.pages[0]!, look, { x: body.x + body.w - w, y: body.y })
      left = tables.slice(1)
    }
    addNotes(of, slide, below)
  }
  if (scene.scene === 'map') {
    const list = listOf(papers.ranking)
    const { body, below } = bodyAbove([...new Set([...papers.map.notes, ...linesBelow(list)])], look)
    const slide = slideOf(of, head)
    const fitted = fittedTable(list, { ...body, w: body.w * LIST }, [16, 15, 14, 13, 12])
    const isBeside = fitted.fits && fitted.pages.length === 1
    addMap(deck, slide, papers.map, look, isBeside ? { ...body, w: body.w * (1 - LIST) - GAP } : body)
    if (isBeside) addTable(slide, list, fitted, fitted.pages[0]!, look, { x: body.x + body.w * (1 - LIST), y: body.y })
    addNotes(of, slide, below)
  }
  if (view) {
    const { body, below } = bodyAbove([view.source], look)
    const slide = slideOf(of, head)
    addView(slide, view, title, look, body)
    addNotes(of, slide, below)
  }
  const isShown = (chart && chart.categories.length > 0) || scene.scene === 'map' || view || left.length > 0
  if (!isShown) slideOf(of, head)
  for (const table of left)
    tableSlides(of, table, {
      headline,
      notes,
      subtitle: [table.title, table.unit].filter(Boolean).join('　'),
    })
}

/**
 * One county on one slide, as on the wall: on the left its months, the comparison of its figure and its points, on the
 * right what is to be put right. Returns the tables that did not fit.
 */
function countySlide(of: Deck, { chart, tables }: PaperScene, head: SlideHead): readonly PaperTable[] {
  const { deck, papers, look } = of
  const [compared, points, dispatch] = tables
  if (!compared || !points) return tables
  const notes = [...new Set([...(chart ? notesOfChart(chart) : []), ...linesBelow(compared), ...linesBelow(points)])]
  const { body, below } = bodyAbove(notes, look)
  const { x, y, h } = body
  const fittedIn = (table: PaperTable, box: Box) => {
    const fitted = fittedTable(table, box, COUNTY_SIZES)
    return fitted.fits && fitted.pages.length === 1 ? fitted : null
  }
  const right = { ...body, x: x + body.w * COUNTY + GAP, w: body.w * (1 - COUNTY) - GAP }
  const sheet = dispatch ? fittedIn(dispatch, right) : null
  const w = sheet ? body.w * COUNTY : body.w
  const half = (w - GAP) / 2
  const tall = chart ? h * (1 - CHART) : h
  const small = [compared, points].map((table) => ({ table, fitted: fittedIn(table, { x, y, w: half, h: tall }) }))
  const shown = small.flatMap(({ table, fitted }) =>
    fitted ? [{ table, fitted, height: heightOf(fitted, fitted.pages[0]!) }] : [],
  )
  const under = shown.length > 0 ? Math.max(...shown.map(({ height }) => height)) + GAP / 2 : 0

  const slide = slideOf(of, head)
  // Without a chart, the tables are at the top.
  const top = chart ? y + h - under + GAP / 2 : y
  if (chart) addChart(deck, slide, chart, papers.words, look, { x, y, w, h: h - under })
  shown.forEach(({ table, fitted }, i) => {
    addTable(slide, table, fitted, fitted.pages[0]!, look, { x: x + i * (half + GAP), y: top })
  })
  if (dispatch && sheet) addTable(slide, dispatch, sheet, sheet.pages[0]!, look, right)
  addNotes(of, slide, below)
  return [...small.filter(({ fitted }) => !fitted).map(({ table }) => table), ...(dispatch && !sheet ? [dispatch] : [])]
}

/** The first columns of the ranking, without the city's row. */
function listOf({ total: _, ...table }: PaperTable): PaperTable {
  const first = <T>(cells: readonly T[]) => cells.slice(0, LIST_COLUMNS)
  return {
    ...table,
    headings: first(table.headings),
    formats: first(table.formats),
    rows: table.rows.map(first),
    ...(table.overCells ? { overCells: table.overCells.map(first) } : {}),
    ...(table.notes ? { notes: table.notes.map(first) } : {}),
  }
}

const chartUnit = ({ chart }: PaperScene, { words }: MeetingPapers) =>
  chart?.limit ? `${words.unitIs}，${chart.limit.said}` : ''

/**
 * A table on as many slides as needed, with headings on each; explanations of ※ in its rows are below it, or on a later
 * slide.
 */
function tableSlides(of: Deck, table: PaperTable, head: SlideHead) {
  const { look } = of
  const { body } = look
  const whole = fittedTable(table, body)
  // Reserve space for the explanations of ※ if that needs no additional slide.
  const above = fittedTable(table, bodyAbove(linesBelow(table), look).body)
  const fitted = above.fits && above.pages.length === whole.pages.length ? above : whole
  fitted.pages.forEach((page, i) => {
    const count = fitted.pages.length > 1 ? `（${i + 1} / ${fitted.pages.length}）` : ''
    const slide = slideOf(of, { ...head, subtitle: head.subtitle + count })
    addTable(slide, table, fitted, page, look, body)
    const below = notesUnder(linesBelow(table, ...page), look, body.y + heightOf(fitted, page))
    addNotes(of, slide, below)
  })
}
