/** A year, a month or a day at the beginning of a file name, such as 2026, 202608 or 8, is no code. */
const OF_DATE = /^(?:\d{1,2}|(?:19|20)\d{2}(?:\d{2}){0,2})$/
const ALPHANUMERIC = /[\p{L}\p{N}]/u
const LATIN = /[\da-z]/i

/**
 * Whether a code may end between these characters: `YC1八月` begins with YC1, but `YC12` does not, nor 一号工地 with 一号.
 */
const mayEnd = (last: string, next: string) => !ALPHANUMERIC.test(next) || (LATIN.test(last) && !LATIN.test(next))

/**
 * The beginnings of a file or sheet name that may be the code of a device, longest first: followed by a separator, or by
 * a character of another script. The whole name is not one of them.
 */
export function codesAtStart(name: string): string[] {
  const signs = [...name]
  const found: string[] = []
  for (let end = signs.length - 1; end > 0; end--) {
    const code = signs.slice(0, end).join('')
    if (code === code.trim() && !OF_DATE.test(code) && mayEnd(signs[end - 1]!, signs[end]!)) found.push(code)
  }
  return found
}
