/** Chinese letters are as wide as high; Latin letters about half as wide, bold ones a little more. */
const [WIDE, NARROW] = [1, 0.58]

/** Approximate width of a text in letter heights, enough to reserve room for it. */
export const emsOf = (text: string): number =>
  Math.ceil(10 * [...text].reduce((sum, letter) => sum + (letter > '\u2E7F' || letter === '…' ? WIDE : NARROW), 0)) / 10

/** Shortens a text to a width in letter heights, ending it with an ellipsis. */
export function cutTo(text: string, ems: number): string {
  if (emsOf(text) <= ems) return text
  let cut = text
  while (cut !== '' && emsOf(`${cut}…`) > ems) cut = cut.slice(0, -1)
  return `${cut.trimEnd()}…`
}
