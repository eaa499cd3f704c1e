/** What no line begins with, and what none ends with (避头尾). */
const NOT_FIRST = /^[，。、；：？！）》〉」』】〕〗”’％‰℃°…—～·,.;:?!)\]}%]/u
const NOT_LAST = /[（《〈「『【〔〖“‘￥([{$]$/u
/** What is read as one: a Latin word, a number, an address. */
const OF_WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Number}\p{Mark}!-~]+$/u
const SPACE = /^\s$/u

/** Letters as they are seen: a surrogate pair, or a letter with its marks, is one. */
function lettersOf(text: string): string[] {
  // Firefox before 125 has none.
  if (!('Segmenter' in Intl)) return [...text]
  return Array.from(new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment)
}

/** The parts of a text between which a line may end. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  let before = ''
  for (const letter of lettersOf(text)) {
    const isBound =
      (OF_WORD.test(before) && OF_WORD.test(letter)) ||
      (NOT_FIRST.test(letter) && !SPACE.test(before)) ||
      NOT_LAST.test(before)
    if (isBound && parts.length > 0) parts[parts.length - 1] += letter
    else parts.push(letter)
    before = letter
  }
  return parts
}

/**
 * A text as lines that are no wider than a width: Chinese may break anywhere, but not before a sign that ends something nor
 * behind one that begins it; words and numbers stay whole unless they are wider than a line.
 */
export function wrapText(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines = ['']
  const put = (part: string) => {
    const line = lines.at(-1)!
    if (widthOf((line + part).trimEnd()) <= width || line === '') lines[lines.length - 1] = line + part
    else lines.push(part.trimStart())
  }
  for (const part of partsOf(text)) {
    if (widthOf(part) <= width) put(part)
    else for (const letter of lettersOf(part)) put(letter)
  }
  return lines.map((line, i) => (i < lines.length - 1 ? line.trimEnd() : line))
}
