import type { Box } from './box-index'

type Point = readonly number[]

/** Ends of the part of a segment in a box (Liang–Barsky); null if there is none. */
export function clipSegment(
  [left, top, right, bottom]: Box,
  from: Point,
  to: Point,
): readonly [readonly [number, number], readonly [number, number]] | null {
  const [x, y] = [from[0]!, from[1]!]
  const [dx, dy] = [to[0]! - x, to[1]! - y]
  let [first, last] = [0, 1]
  for (const [step, room] of [
    [-dx, x - left],
    [dx, right - x],
    [-dy, y - top],
    [dy, bottom - y],
  ] as const) {
    if (step === 0) {
      if (room < 0) return null
      continue
    }
    const share = room / step
    if (step < 0) first = Math.max(first, share)
    else last = Math.min(last, share)
    if (first > last) return null
  }
  return [
    [x + dx * first, y + dy * first],
    [x + dx * last, y + dy * last],
  ]
}

/** The parts of a line that lie in a box. */
export function clipLine(box: Box, line: readonly Point[]): (readonly [number, number])[][] {
  const runs: (readonly [number, number])[][] = []
  line.forEach((to, i) => {
    const from = line[i - 1]
    const part = from && clipSegment(box, from, to)
    if (!part) return
    const run = runs.at(-1)
    const end = run?.at(-1)
    if (run && end && end[0] === part[0][0] && end[1] === part[0][1]) run.push(part[1])
    else runs.push([...part])
  })
  return runs
}
