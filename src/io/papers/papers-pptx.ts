import type PptxGenJS from 'pptxgenjs'
import { text as escaped } from './page/html-text'
import { MARK, type MeetingPapers, type PaperScene, type PaperTable, printedRows } from './papers'
import { base64 } from './slides/base64'
import { type Box, type DeckLook, OWN_LOOK, QUIET } from './slides/deck-look'
import { addChart } from './slides/slide-chart'
import { addMap } from './slides/slide-map'
import { addTable, fittedTable } from './slides/slide-table'
import { fitText } from './slides/text-fit'

const POINTS = 72
const MASTER = 'CHENTU'
const HEAD_SIZES = [30, 28, 26, 24, 22, 20, 18]
const SMALL_SIZES = [12, 11, 10]
/** So much less stands on a line of bold letters. */
const BOLD = 0.92
/** Below the body: the note, the author and the page's number. */
const FOOT = 0.3
/** A table may stand beside a chart where it fits into this share of the width. */
const BESIDE = 0.36
const GAP = 0.3
/** Beside the map: rank, county and figure. */
const LIST = 0.28
const LIST_COLUMNS = 3

/** The meeting as slides whose tables, charts and map can be edited: the scenes of the agenda in its order, the annex last. */
export async function meetingSlides(papers: MeetingPapers): Promise<Blob> {
  const look = papers.deckLook ?? OWN_LOOK
  const { default: Slides } = await import('pptxgenjs')
  const deck = new Slides()
  begin(deck, papers, look)
  cover(deck, papers, look)
  for (const scene of papers.scenes) sceneSlides(deck, scene, papers, look)
  tableSlides(deck, papers.derivation, papers, look, {
    headline: papers.derivation.title,
    subtitle: papers.derivation.unit ?? '',
    notes: '',
  })
  return packed((await deck.write({ outputType: 'uint8array' })) as Uint8Array)
}

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
/** How the library writes a figure that is none; a chart has no point there. */
const NO_POINT = /<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g

/** The library's file, which is not compressed. */
async function packed(file: Uint8Array): Promise<Blob> {
  const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate')
  const parts = unzipSync(file)
  for (const [path, bytes] of Object.entries(parts))
    if (/^ppt\/charts\/[^/]+\.xml$/.test(path)) parts[path] = strToU8(strFromU8(bytes).replace(NO_POINT, ''))
  return new Blob([zipSync(parts) as Uint8Array<ArrayBuffer>], { type: TYPE })
}

/** Size, fonts, who made it, and what stands on every slide. */
function begin(deck: PptxGenJS, { title, author, note }: MeetingPapers, look: DeckLook) {
  deck.defineLayout({ name: MASTER, width: look.width, height: look.height })
  deck.layout = MASTER
  deck.title = title
  deck.subject = note
  deck.author = author
  // Of all texts the library writes only this one as it is.
  deck.company = escaped(author)
  deck.theme = { headFontFace: look.headFont, bodyFontFace: look.bodyFont }
  const foot = footOf(look)
  deck.defineSlideMaster({
    title: MASTER,
    background: look.background ? { data: look.background } : { color: look.ground },
    objects: look.pictures.map((image) => ({ image: { ...image } })),
    slideNumber: {
      x: foot.x + foot.w - 0.8,
      y: foot.y,
      w: 0.8,
      h: FOOT,
      align: 'right',
      fontSize: 12,
      fontFace: look.bodyFont,
      color: QUIET,
    },
  })
}

const footOf = ({ body, height }: DeckLook): Box => ({ x: body.x, y: height - FOOT - 0.15, w: body.w, h: FOOT })

function cover(deck: PptxGenJS, papers: MeetingPapers, look: DeckLook) {
  const { title, facts, note, author, footnotes, leftOut } = papers
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
  slide.addNotes([note, ...footnotes, leftOut].filter(Boolean).join('\n'))
}

/** What stands above a slide, and what its speaker says. */
interface Head {
  readonly headline: string
  readonly subtitle: string
  readonly notes: string
}

function slideOf(deck: PptxGenJS, { headline, subtitle, notes }: Head, papers: MeetingPapers, look: DeckLook) {
  const slide = deck.addSlide({ masterName: MASTER })
  const box = look.headline
  const { text, size } = fitText(headline, box.w * POINTS * BOLD, box.h * POINTS, HEAD_SIZES)
  const common = { margin: 0, fontFace: look.bodyFont }
  slide.addText(text, {
    ...box,
    ...common,
    fontSize: size,
    bold: true,
    color: look.ink,
    fontFace: look.headFont,
    valign: 'middle',
  })
  const under = { x: box.x, y: box.y + box.h + 0.02, w: box.w, h: look.body.y - box.y - box.h - 0.1 }
  if (subtitle) {
    const fitted = fitText(subtitle, under.w * POINTS, under.h * POINTS, [15, 14, 12])
    slide.addText(fitted.text, { ...under, ...common, fontSize: fitted.size, color: QUIET, valign: 'top' })
  }
  const foot = footOf(look)
  const said = fitText(`${papers.author}　${papers.note}`, (foot.w - 1) * POINTS, FOOT * POINTS, SMALL_SIZES)
  slide.addText(said.text, { ...foot, ...common, w: foot.w - 1, fontSize: said.size, color: QUIET, valign: 'middle' })
  slide.addNotes(notes)
  return slide
}

/** A scene: its chart, with a small table beside it; then its tables, over as many slides as they need. */
function sceneSlides(deck: PptxGenJS, scene: PaperScene, papers: MeetingPapers, look: DeckLook) {
  const { headline, notes, title, chart, tables, picture } = scene
  const { words, month } = papers
  const head = {
    headline,
    notes,
    subtitle: [title, month, chart ? chartUnit(scene, papers) : ''].filter(Boolean).join('　'),
  }
  const { body } = look
  let left = tables
  if (chart && chart.categories.length > 0) {
    const slide = slideOf(deck, head, papers, look)
    const w = body.w * BESIDE
    const beside = tables[0] && fittedTable(tables[0], { ...body, w }, [16, 15, 14])
    const isBeside = tables[0] !== undefined && beside?.fits === true && beside.pages.length === 1
    addChart(deck, slide, chart, words, look, isBeside ? { ...body, w: body.w - w - GAP } : body)
    if (isBeside) {
      addTable(slide, tables[0]!, beside, beside.pages[0]!, look, { x: body.x + body.w - w, y: body.y })
      left = tables.slice(1)
    }
  }
  if (scene.scene === 'map') {
    const slide = slideOf(deck, head, papers, look)
    const list = listOf(papers.ranking)
    const fitted = fittedTable(list, { ...body, w: body.w * LIST }, [16, 15, 14, 13, 12])
    const isBeside = fitted.fits && fitted.pages.length === 1
    addMap(deck, slide, papers.map, look, isBeside ? { ...body, w: body.w * (1 - LIST) - GAP } : body)
    if (isBeside) addTable(slide, list, fitted, fitted.pages[0]!, look, { x: body.x + body.w * (1 - LIST), y: body.y })
  }
  if (picture) {
    const scale = Math.min(body.w / picture.width, body.h / picture.height)
    const [w, h] = [picture.width * scale, picture.height * scale]
    const data = `image/png;base64,${base64(picture.bytes)}`
    slideOf(deck, head, papers, look).addImage({ data, w, h, x: body.x + (body.w - w) / 2, y: body.y, altText: title })
  }
  const isShown = (chart && chart.categories.length > 0) || scene.scene === 'map' || picture || left.length > 0
  if (!isShown) slideOf(deck, head, papers, look)
  for (const table of left)
    tableSlides(deck, table, papers, look, {
      headline,
      notes,
      subtitle: [table.title, table.unit].filter(Boolean).join('　'),
    })
}

/** The first columns of the ranking, without the city. */
function listOf({ total: _, ...table }: PaperTable): PaperTable {
  const first = <T>(cells: readonly T[]) => cells.slice(0, LIST_COLUMNS)
  return {
    ...table,
    headings: first(table.headings),
    formats: first(table.formats),
    rows: table.rows.map(first),
    ...(table.overCells ? { overCells: table.overCells.map(first) } : {}),
    ...(table.marked ? { marked: table.marked.map(first) } : {}),
  }
}

const chartUnit = ({ chart }: PaperScene, { words }: MeetingPapers) =>
  chart?.limit ? `${words.unitIs}，${chart.limit.name}` : ''

/** A table over as many slides as it needs, its headings on each; what ※ says stands below. */
function tableSlides(deck: PptxGenJS, table: PaperTable, papers: MeetingPapers, look: DeckLook, head: Head) {
  const { body } = look
  const noted = printedRows(table).some((row) => row.some((text) => text.endsWith(MARK)))
  const notesHeight = noted ? Math.min(papers.footnotes.length, MOST_NOTES) * NOTE : 0
  const box = { ...body, h: body.h - notesHeight }
  const fitted = fittedTable(table, box)
  fitted.pages.forEach((page, i) => {
    const count = fitted.pages.length > 1 ? `（${i + 1} / ${fitted.pages.length}）` : ''
    const slide = slideOf(deck, { ...head, subtitle: head.subtitle + count }, papers, look)
    addTable(slide, table, fitted, page, look, body)
    if (noted) {
      const said = fitText(papers.footnotes.join('\n'), body.w * POINTS, notesHeight * POINTS, SMALL_SIZES)
      slide.addText(said.text, {
        ...box,
        y: box.y + box.h,
        h: notesHeight,
        margin: 0,
        fontSize: said.size,
        color: QUIET,
        fontFace: look.bodyFont,
        valign: 'bottom',
      })
    }
  })
}

/** Height of a line of what ※ says, and how many lines a slide has room for. */
const NOTE = 0.24
const MOST_NOTES = 4
