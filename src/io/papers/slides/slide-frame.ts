import type PptxGenJS from 'pptxgenjs'
import { text as escaped } from '@/io/papers/page/html-text'
import type { MeetingPapers } from '@/io/papers/papers'
import { type Box, type DeckLook, QUIET } from './deck-look'
import { ALONE_SIZES, type FittedNotes, fitNotes } from './slide-notes'
import { fitText } from './text-fit'

export const POINTS = 72
export const MASTER = 'CHENTU'
const HEAD_SIZES = [30, 28, 26, 24, 22, 20, 18]
export const SMALL_SIZES = [12, 11, 10]
const FOOT_SIZES = [...SMALL_SIZES, 9, 8]
/** Factor by which less text fits on a line in bold. */
export const BOLD = 0.92
/** Height of the footer: note, author and page number. */
const FOOT = 0.3

/** Context for making slides. */
export interface Deck {
  readonly deck: PptxGenJS
  readonly papers: MeetingPapers
  readonly look: DeckLook
  /** Explanations of ※ that did not fit below their figures: they get slides of their own at the end. */
  readonly later: Set<string>
}

/** Headline, subtitle and speaker notes of a slide. */
export interface SlideHead {
  readonly headline: string
  readonly subtitle: string
  readonly notes: string
}

/** Sets size, fonts, author, and what is on every slide. */
export function begin({ deck, papers: { title, author, note }, look }: Deck) {
  deck.defineLayout({ name: MASTER, width: look.width, height: look.height })
  deck.layout = MASTER
  deck.title = title
  deck.subject = note
  deck.author = author
  // The only text that the library does not escape.
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

/** A slide with headline, subtitle, footer and speaker notes. */
export function slideOf({ deck, papers, look }: Deck, { headline, subtitle, notes }: SlideHead) {
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
  const [width, height] = [(foot.w - 1) * POINTS, FOOT * POINTS]
  const whole = fitText(`${papers.author}　${papers.footer}`, width, height, SMALL_SIZES)
  // A long office gives way on a narrow slide: that the data is made up must be readable on each.
  const said = whole.text.endsWith(papers.footer) ? whole : fitText(papers.footer, width, height, FOOT_SIZES)
  slide.addText(said.text, { ...foot, ...common, w: foot.w - 1, fontSize: said.size, color: QUIET, valign: 'middle' })
  slide.addNotes(notes)
  return slide
}

/** Height for explanations of ※ between `y` and the footer, in inches. */
const roomBelow = (look: DeckLook, y: number) => footOf(look).y - y - 0.05

/** The body reduced to leave room for explanations of ※ below it, and those that fit there. */
export function bodyAbove(
  notes: readonly string[],
  look: DeckLook,
): { readonly body: Box; readonly below: FittedNotes } {
  const { body } = look
  const least = body.y + body.h * MAX_OF_BODY
  const below = fitNotes(notes, body.w * POINTS, roomBelow(look, least) * POINTS)
  const end = Math.min(body.y + body.h, footOf(look).y - 0.05 - below.height / POINTS)
  return { body: { ...body, h: end - body.y }, below }
}

/** The body keeps at least this share of its height beside the explanations. */
const MAX_OF_BODY = 0.75

/** The explanations of ※ that fit below a table ending at `end`. */
export const notesUnder = (notes: readonly string[], look: DeckLook, end: number): FittedNotes =>
  fitNotes(notes, look.body.w * POINTS, roomBelow(look, end + 0.04) * POINTS)

/** Writes explanations of ※ above the footer of a slide; those without room are kept in `later`. */
export function addNotes({ look, later }: Deck, slide: PptxGenJS.Slide, { shown, left, size, height }: FittedNotes) {
  for (const note of left) later.add(note)
  if (shown.length === 0) return
  const h = height / POINTS
  slide.addText(shown.join('\n'), {
    x: look.body.x,
    y: footOf(look).y - 0.05 - h,
    w: look.body.w,
    h,
    margin: 0,
    fontSize: size,
    color: QUIET,
    fontFace: look.bodyFont,
    valign: 'bottom',
  })
}

/** Slides for the explanations of ※ that had no room below their figures. */
export function notesSlides(of: Deck) {
  const { body, ink, bodyFont } = of.look
  const [width, height] = [body.w * POINTS, body.h * POINTS]
  for (let left = [...of.later]; left.length > 0; ) {
    const fitted = fitNotes(left, width, height, ALONE_SIZES)
    // An explanation longer than a slide is shortened rather than left out.
    const cut = fitText(left[0]!, width, height, ALONE_SIZES)
    const isOne = fitted.shown.length === 0
    const slide = slideOf(of, { headline: of.papers.words.figureNotes, subtitle: of.papers.month, notes: '' })
    slide.addText(isOne ? cut.text : fitted.shown.join('\n'), {
      ...body,
      margin: 0,
      fontSize: isOne ? cut.size : fitted.size,
      color: ink,
      fontFace: bodyFont,
      valign: 'top',
    })
    left = isOne ? left.slice(1) : [...fitted.left]
  }
}
