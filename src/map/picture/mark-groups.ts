import type { PictureMark } from './picture-input'

/** Marks closer than this are grouped, in pixels. */
const TOGETHER_PIXELS = 20

/** Marks grouped on a picture, at the position of the first. */
export interface MarkGroup<Mark = PictureMark> {
  readonly x: number
  readonly y: number
  readonly marks: readonly [Mark, ...Mark[]]
}

/** Numbers on one line of a label. */
const ON_LINE = 4

/**
 * The numbers of a group for its label, each said because the list explains it: runs of three and more as a range, in
 * lines of up to four.
 */
export function numbersText(numbers: readonly number[], comma: string): string {
  const parts: string[] = []
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  for (let from = 0; from < sorted.length; ) {
    let to = from
    while (sorted[to + 1] === sorted[to]! + 1) to++
    if (to - from >= 2) parts.push(`${sorted[from]}–${sorted[to]}`)
    else parts.push(...sorted.slice(from, to + 1).map(String))
    from = to + 1
  }
  const lines = Array.from({ length: Math.ceil(parts.length / ON_LINE) }, (_, i) =>
    parts.slice(i * ON_LINE, (i + 1) * ON_LINE).join(comma),
  )
  return lines.join(`${comma.trim()}\n`)
}

/** Groups marks that overlap. Input is sorted worst first, so the first of a group is its worst. */
export function groupMarks<Mark = PictureMark>(
  marks: readonly Mark[],
  place: (mark: Mark) => { readonly x: number; readonly y: number },
): MarkGroup<Mark>[] {
  const groups: { x: number; y: number; marks: [Mark, ...Mark[]] }[] = []
  for (const mark of marks) {
    const { x, y } = place(mark)
    const near = groups.find((group) => Math.hypot(group.x - x, group.y - y) < TOGETHER_PIXELS)
    if (near) near.marks.push(mark)
    else groups.push({ x, y, marks: [mark] })
  }
  return groups
}
