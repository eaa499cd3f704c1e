import type { PictureMark } from './picture-input'

/** Marks nearer than this can't be told apart, in pixels. */
const TOGETHER_PIXELS = 20

/** Marks that lie together on a picture, where the first of them lies. */
export interface MarkGroup<Mark = PictureMark> {
  readonly x: number
  readonly y: number
  readonly marks: readonly [Mark, ...Mark[]]
}

/** Puts marks that lie together into groups; they come worst first, and the worst of a group is its first. */
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
