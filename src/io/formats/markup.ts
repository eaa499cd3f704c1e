/** More unclosed tags than this, if most tags are unclosed, are not a typing mistake. */
const MAX_OPEN = 1000

/** No office document nests its elements deeper; the parsers' time grows with the square of the depth. */
const MAX_DEPTH = 1000
const [LESS, MORE, SLASH, BANG, QUESTION] = ['<', '>', '/', '!', '?'].map((letter) => letter.charCodeAt(0))

/**
 * Refuses thoroughly broken markup: the parsers search the whole rest of the text for the end of each opening, and a
 * megabyte of `<` or `<!--` takes them a minute. @throws SyntaxError
 */
export function refuseBrokenMarkup(text: string): void {
  if (text.lastIndexOf('<!--') > text.lastIndexOf('-->')) throw new SyntaxError('a comment is never closed')
  if (text.lastIndexOf('<![CDATA[') > text.lastIndexOf(']]>')) throw new SyntaxError('a section is never closed')
  let [openings, unclosed, open, depth] = [0, 0, false, 0]
  for (let at = text.search(/[<>]/); at >= 0 && at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (letter === MORE) {
      open = false
      if (text.charCodeAt(at - 1) === SLASH) depth--
    } else if (letter === LESS) {
      const passed = passedOver(text, at)
      if (passed !== null) {
        at = passed
        continue
      }
      openings++
      if (open) unclosed++
      open = true
      const next = text.charCodeAt(at + 1)
      if (next === SLASH) depth--
      else if (next !== BANG && next !== QUESTION) depth++
      if (depth > MAX_DEPTH) throw new SyntaxError('elements are nested too deep')
    }
  }
  if (unclosed > MAX_OPEN && unclosed > openings / 2) throw new SyntaxError('tags are never closed')
}

/** The last index of a comment or CDATA section that begins at `at`; null if none begins there. */
function passedOver(text: string, at: number): number | null {
  const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : null
  return end === null ? null : text.indexOf(end, at) + end.length - 1
}
