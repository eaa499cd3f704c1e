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
/** So much less stands on a line of bold letters. */
export const BOLD = 0.92
/** Below the body: the note, the author and the page's number. */
const FOOT = 0.3

/** What a slide is made with. */
export interface Deck {
  readonly deck: PptxGenJS
  readonly papers: MeetingPapers
  readonly look: DeckLook
  /** What ※ says that had no room below its figures: it stands on a slide of its own at the end. */
  readonly later: Set<string>
}

/** What stands above a slide, and what its speaker says. */
export interface Head {
  readonly headline: string
  readonly subtitle: string
  readonly notes: string
}

/** Size, fonts, who made it, and what stands on every slide. */
export function begin({ deck, papers: { title, author, note }, look }: Deck) {
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

/** A slide with its headline, what is under it, its foot and the speaker's notes. */
export function slideOf({ deck, papers, look }: Deck, { headline, subtitle, notes }: Head) {
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

/** Room for what ※ says between a height on a slide and its foot, in inches. */
const roomBelow = (look: DeckLook, y: number) => footOf(look).y - y - 0.05

/** The body as far as what ※ says leaves it room below, and what has none there even so. */
export function bodyAbove(
  notes: readonly string[],
  look: DeckLook,
): { readonly body: Box; readonly below: FittedNotes } {
  const { body } = look
  const least = body.y + body.h * MOST_OF_BODY
  const below = fitNotes(notes, body.w * POINTS, roomBelow(look, least) * POINTS)
  const end = Math.min(body.y + body.h, footOf(look).y - 0.05 - below.height / POINTS)
  return { body: { ...body, h: end - body.y }, below }
}

/** What ※ says takes no more of the body from what it is about. */
const MOST_OF_BODY = 0.75

/** What ※ says below a table that ends at a height; as much as has room there. */
export const notesUnder = (notes: readonly string[], look: DeckLook, end: number): FittedNotes =>
  fitNotes(notes, look.body.w * POINTS, roomBelow(look, end + 0.04) * POINTS)

/** Writes what ※ says above the foot of a slide; what has no room there is kept for later. */
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

/** What ※ says where it had no room below its figures: over as many slides as it needs. */
export function notesSlides(of: Deck) {
  const { body, ink, bodyFont } = of.look
  const [width, height] = [body.w * POINTS, body.h * POINTS]
  for (let left = [...of.later]; left.length > 0; ) {
    const fitted = fitNotes(left, width, height, ALONE_SIZES)
    // One that is longer than a slide is cut rather than left out.
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
