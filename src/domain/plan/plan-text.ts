/** Part of a text: places as JavaScript counts them (UTF-16 units), the end not included. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Signs that stand for one another in documents, in the one form that the readers of a plan know. */
const SAME_SIGN: Readonly<Record<string, string>> = {
  '〔': '[',
  '〕': ']',
  '【': '[',
  '】': ']',
  '﹝': '[',
  '﹞': ']',
  '\u3000': ' ',
  '\u00a0': ' ',
  '\t': ' ',
  '・': '·',
  '•': '·',
  '∙': '·',
  '‧': '·',
  '⋅': '·',
  '—': '-',
  '–': '-',
  '−': '-',
  '～': '~',
  '﹪': '%',
  '﹒': '.',
  '²': '2',
  '³': '3',
  µ: 'μ',
}
/** Full-width forms of ASCII begin here, and lie so far above it. */
const FULL_WIDTH = { first: 0xff01, last: 0xff5e, above: 0xfee0 }
const OTHER_FORM = /[\uff01-\uff5e〔〕【】﹝﹞\u3000\u00a0\t・•∙‧⋅—–−﹪﹒²³µ]/g

/**
 * A text in which each sign has its one form: digits, commas, brackets and percent signs as ASCII has them, every other sign as
 * it is. It is as long as the text, place for place, so that what is found in it is found there.
 */
export function plainForm(text: string): string {
  return text.replace(OTHER_FORM, (sign) => {
    const same = SAME_SIGN[sign]
    if (same !== undefined) return same
    const code = sign.charCodeAt(0)
    return code >= FULL_WIDTH.first && code <= FULL_WIDTH.last ? String.fromCharCode(code - FULL_WIDTH.above) : sign
  })
}

/** A text and its plain form. */
export interface PlanText {
  readonly text: string
  readonly plain: string
}

/** A span without the blanks at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return { start, end }
}

/** The lines of a text that say something, without the blanks at their ends. */
export function paragraphsOf(text: string): Span[] {
  const found: Span[] = []
  for (const { index, 0: line } of text.matchAll(/[^\r\n\v\f\u2028\u2029]+/g)) {
    const span = trimmed(text, { start: index, end: index + line.length })
    if (span.end > span.start) found.push(span)
  }
  return found
}

export const within = (text: string, { start, end }: Span): string => text.slice(start, end)

/** Whether two spans share a place. */
export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
