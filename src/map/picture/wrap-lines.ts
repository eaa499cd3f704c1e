/** Characters that must not start a line, and those that must not end one (避头尾). */
const NOT_FIRST = /^[，。、；：？！）》〉」』】〕〗”’％‰℃°…—～·,.;:?!)\]}%]/u
const NOT_LAST = /[（《〈「『【〔〖“‘￥([{$]$/u
/** Characters that stay together: Latin words, numbers, addresses. */
const OF_WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Number}\p{Mark}!-~]+$/u
const SPACE = /^\s$/u

/** Splits a text into graphemes: a surrogate pair, or a letter with its marks, is one. */
function lettersOf(text: string): string[] {
  // Firefox before 125 has no Segmenter.
  if (!('Segmenter' in Intl)) return [...text]
  return Array.from(new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment)
}

/** Splits a text into the parts between which a line may break. */
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
 * Wraps a text into lines no wider than `width`. Chinese may break anywhere except before closing or after opening
 * punctuation; words and numbers stay whole unless they are wider than a line.
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
