import type { PictureMark } from './picture-input'

/** Marks closer than this are grouped, in pixels. */
const TOGETHER_PIXELS = 20

/** Marks grouped on a picture, at the position of the first. */
export interface MarkGroup<Mark = PictureMark> {
  readonly x: number
  readonly y: number
  readonly marks: readonly [Mark, ...Mark[]]
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
