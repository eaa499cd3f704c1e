import { LINE, linesOf } from './text-fit'

/** Sizes of explanations, in points. */
const SIZES = [12, 11, 10]
/** Sizes on a slide that has nothing else. */
export const ALONE_SIZES = [18, 16, 14, 12]

/** The explanations of ※ that fit, and those that do not. */
export interface FittedNotes {
  readonly shown: readonly string[]
  readonly left: readonly string[]
  readonly size: number
  /** Height of `shown`, in points. */
  readonly height: number
}

/**
 * Fits lines into a width and height, in points: all of them at the largest possible size, else as many as fit at the
 * smallest.
 */
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
