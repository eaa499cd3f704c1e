/** What can be drawn on a photo. */
export const MARK_TOOLS = ['arrow', 'circle', 'line'] as const
export type MarkTool = (typeof MARK_TOOLS)[number]

export const MARK_COLOURS = ['red', 'white'] as const
export type MarkColour = (typeof MARK_COLOURS)[number]

/** The colours of a line and of the contour that keeps it visible on any background. */
export const MARK_PAINT: Readonly<Record<MarkColour, { readonly line: string; readonly contour: string }>> = {
  red: { line: '#e00000', contour: '#ffffff' },
  white: { line: '#ffffff', contour: '#000000' },
}

/** A point in a picture: pixels from its left and upper edge. */
export type PicturePoint = readonly [x: number, y: number]

/** A drawn mark; arrows and circles are defined by their first and last point. */
export interface Mark {
  readonly tool: MarkTool
  readonly colour: MarkColour
  readonly points: readonly PicturePoint[]
}

/** Widths of a line and its contour for a picture of this size: equally clear on large and small photos. */
export function markWidths(width: number, height: number) {
  const line = Math.max(3, Math.round(Math.max(width, height) / 160))
  return { line, contour: line + Math.max(2, Math.round(line * 0.6)) }
}

/** The length of an arrow head, in line widths, and its angle to each side. */
const HEAD_LINES = 5
const HEAD_ANGLE = Math.PI / 7

const at = ([x, y]: PicturePoint) => `${x.toFixed(1)} ${y.toFixed(1)}`

/** A mark as SVG path data, used both on screen and on the canvas. */
export function markPath({ tool, points }: Mark, lineWidth: number): string {
  const [from, to] = [points[0], points.at(-1)]
  if (!from || !to) return ''
  if (tool === 'arrow') return arrowPath(from, to, lineWidth)
  if (tool === 'circle') return circlePath(from, to)
  return linePath(points)
}

function arrowPath(from: PicturePoint, to: PicturePoint, lineWidth: number): string {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0])
  // The head of a short arrow is no longer than the arrow.
  const length = Math.min(lineWidth * HEAD_LINES, Math.hypot(to[0] - from[0], to[1] - from[1]))
  const side = (turn: number): PicturePoint => [
    to[0] - length * Math.cos(angle + turn),
    to[1] - length * Math.sin(angle + turn),
  ]
  return `M${at(from)}L${at(to)}M${at(side(HEAD_ANGLE))}L${at(to)}L${at(side(-HEAD_ANGLE))}`
}

/** The ellipse in the rectangle that was dragged. */
function circlePath(from: PicturePoint, to: PicturePoint): string {
  const [rx, ry] = [Math.abs(to[0] - from[0]) / 2, Math.abs(to[1] - from[1]) / 2]
  const middle = (from[1] + to[1]) / 2
  const [left, right] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])]
  const arc = `A${rx.toFixed(1)} ${ry.toFixed(1)} 0 0 1 `
  return `M${at([left, middle])}${arc}${at([right, middle])}${arc}${at([left, middle])}Z`
}

/** Runs through the midpoints between the points, which smooths out a shaky hand. */
function linePath(points: readonly PicturePoint[]): string {
  const [first, ...rest] = points
  const curves = rest.slice(0, -1).map((point, i) => {
    const next = rest[i + 1]!
    return `Q${at(point)} ${at([(point[0] + next[0]) / 2, (point[1] + next[1]) / 2])}`
  })
  return `M${at(first!)}${curves.join('')}L${at(rest.at(-1) ?? first!)}`
}

/** Whether a mark was drawn, not just a touch: it extends over at least two line widths. */
export function isDrawn({ points }: Mark, lineWidth: number): boolean {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const across = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys))
  return points.length > 1 && across >= 2 * lineWidth
}
