import type PptxGenJS from 'pptxgenjs'
import type { PaperMap } from '@/io/papers/papers'
import { type Box, type DeckLook, OVER, QUIET } from './deck-look'
import { textWidth } from './text-fit'

const POINTS = 72
/** Width of the legend. */
const LEGEND = 2.4
const LEGEND_ROW = 0.4
const LARGEST = 16
/** Supported by the library, but missing in its types. */
const FREEFORM = 'custGeom' as unknown as PptxGenJS.SHAPE_NAME

/** Draws the counties as editable shapes, with names, values and the legend. */
export function addMap(deck: PptxGenJS, slide: PptxGenJS.Slide, map: PaperMap, look: DeckLook, box: Box) {
  const { width, height } = map.box
  const scale = Math.min((box.w - LEGEND) / width, box.h / height)
  const left = box.x + (box.w - LEGEND - width * scale) / 2
  const at = (x: number, y: number) => ({ x: left + (x - map.box.x) * scale, y: box.y + (y - map.box.y) * scale })
  // Counties over the limit are hatched in the drawing; here they have a dark border, drawn above their neighbours'
  // white ones.
  for (const { path, colour, over } of [...map.counties].sort((a, b) => Number(a.over) - Number(b.over)))
    slide.addShape(FREEFORM, {
      ...at(0, 0),
      w: map.width * scale,
      h: map.height * scale,
      points: pointsOf(path, scale),
      fill: { color: colour.slice(1) },
      line: over ? { color: OVER, width: 2 } : { color: 'FFFFFF', width: 0.75 },
    })
  const fontSize = Math.min(LARGEST, map.letter * scale * POINTS)
  for (const { leader } of map.labels) {
    if (!leader) continue
    const [from, to] = [at(leader[0], leader[1]), at(leader[2], leader[3])]
    slide.addShape(deck.ShapeType.line, {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      w: Math.abs(to.x - from.x),
      h: Math.abs(to.y - from.y),
      flipV: to.x > from.x !== to.y > from.y,
      line: { color: look.ink, width: 0.75 },
    })
  }
  for (const { x, y, lines } of map.labels) {
    const w = (Math.max(...lines.map(textWidth)) * fontSize) / POINTS + 0.1
    const h = (lines.length * fontSize * 1.2) / POINTS
    const centre = at(x, y)
    slide.addText(lines.join('\n'), {
      x: centre.x - w / 2,
      y: centre.y - h / 2,
      w,
      h,
      margin: 0,
      align: 'center',
      valign: 'middle',
      fontSize,
      lineSpacingMultiple: 0.9,
      fontFace: look.bodyFont,
      color: look.ink,
      bold: true,
      wrap: false,
      glow: { size: 3, color: 'FFFFFF', opacity: 0.9 },
    })
  }
  const x = box.x + box.w - LEGEND + 0.1
  const top = box.y + box.h - map.legend.length * LEGEND_ROW
  map.legend.forEach(({ colour, text, over }, i) => {
    const y = top + i * LEGEND_ROW
    slide.addShape(deck.ShapeType.rect, {
      x,
      y: y + 0.06,
      w: 0.45,
      h: 0.28,
      fill: { color: colour.slice(1) },
      line: { color: over ? OVER : QUIET, width: over ? 2 : 0.5 },
    })
    slide.addText(text, {
      x: x + 0.55,
      y,
      w: LEGEND - 0.7,
      h: LEGEND_ROW,
      margin: 0,
      fontSize: 14,
      fontFace: look.bodyFont,
      color: look.ink,
      valign: 'middle',
    })
  })
}

/** A path of the drawing (`M` and `L` with plain numbers, `Z`) as points in inches. */
function pointsOf(path: string, scale: number) {
  return path.split('Z').flatMap((ring) => {
    if (ring === '') return []
    const corners = ring
      .slice(1)
      .split('L')
      .map((corner) => corner.split(' ').map((value) => Number(value) * scale) as [number, number])
    return [...corners.map(([x, y], i) => ({ x, y, moveTo: i === 0 })), { close: true as const }]
  })
}
