import type { Span } from './plan-text'

/** A bracket and its content. */
export interface Bracket extends Span {
  readonly sign: '(' | '['
  readonly inner: Span
}

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']' }

/** Outermost brackets in a span of a text in plain form; unclosed ones are ignored. */
export function bracketsIn(plain: string, { start, end }: Span): Bracket[] {
  const found: Bracket[] = []
  const open: { readonly sign: '(' | '['; readonly at: number }[] = []
  for (let at = start; at < end; at++) {
    const sign = plain[at]!
    if (sign === '(' || sign === '[') open.push({ sign, at })
    else if (sign === ')' || sign === ']') {
      const from = open.findLastIndex((each) => CLOSES[each.sign] === sign)
      if (from < 0) continue
      const { sign: own, at: begin } = open[from]!
      // Brackets opened inside and never closed are dropped.
      open.length = from
      while (found.length > 0 && found.at(-1)!.start > begin) found.pop()
      found.push({ sign: own, start: begin, end: at + 1, inner: { start: begin + 1, end: at } })
    }
  }
  return found
}

/** Splits a span at the given signs, except inside brackets. */
export function partsBetween(plain: string, { start, end }: Span, signs: string): Span[] {
  const parts: Span[] = []
  let depth = 0
  let from = start
  for (let at = start; at < end; at++) {
    const sign = plain[at]!
    if (sign === '(' || sign === '[') depth++
    else if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1)
    else if (depth === 0 && signs.includes(sign)) {
      parts.push({ start: from, end: at })
      from = at + 1
    }
  }
  parts.push({ start: from, end })
  return parts
}
