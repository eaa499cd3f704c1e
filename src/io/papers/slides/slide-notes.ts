import { LINE, linesOf } from './text-fit'

/** Sizes of what ※ says, in points. */
const SIZES = [12, 11, 10]
/** Of a slide that has nothing else. */
export const ALONE_SIZES = [18, 16, 14, 12]

/** What ※ says as far as it has room, and what has none. */
export interface FittedNotes {
  readonly shown: readonly string[]
  readonly left: readonly string[]
  readonly size: number
  /** Of what is shown, in points. */
  readonly height: number
}

/** Lines as they fit into a width and a height, in points: all of them at the largest size at which they do, else as many as fit. */
export function fitNotes(
  notes: readonly string[],
  width: number,
  height: number,
  sizes: readonly number[] = SIZES,
): FittedNotes {
  const heightAt = (texts: readonly string[], size: number) =>
    texts.reduce((sum, text) => sum + linesOf(text, width / size), 0) * size * LINE
  const size = sizes.find((each) => heightAt(notes, each) <= height) ?? sizes.at(-1)!
  let count = notes.length
  while (count > 0 && heightAt(notes.slice(0, count), size) > height) count--
  const shown = notes.slice(0, count)
  return { shown, left: notes.slice(count), size, height: heightAt(shown, size) }
}
