/** Part of a text, as JavaScript string indexes (UTF-16 units); the end is excluded. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Interchangeable characters in documents, mapped to the form that the plan reader expects. */
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
/** Range of full-width ASCII, and its offset from ASCII. */
const FULL_WIDTH = { first: 0xff01, last: 0xff5e, above: 0xfee0 }
const OTHER_FORM = /[\uff01-\uff5e〔〕【】﹝﹞\u3000\u00a0\t・•∙‧⋅—–−﹪﹒²³µ]/g

/**
 * Normalises characters: digits, commas, brackets and percent signs become ASCII, all others stay. The result has the
 * same length, so positions apply to both texts.
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

/** A span without whitespace at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return { start, end }
}

/** Non-empty lines of a text, without whitespace at their ends. */
export function paragraphsOf(text: string): Span[] {
  const found: Span[] = []
  for (const { index, 0: line } of text.matchAll(/[^\r\n\v\f\u2028\u2029]+/g)) {
    const span = trimmed(text, { start: index, end: index + line.length })
    if (span.end > span.start) found.push(span)
  }
  return found
}

export const textOfSpan = (text: string, { start, end }: Span): string => text.slice(start, end)

/** Whether two spans overlap. */
export const spansOverlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
