/** With more of them than this, and in most of the text, openings that nothing closes are no slip of a pen. */
const MOST_OPEN = 1000

/** No document of an office nests its elements deeper; the parsers take the square of the depth. */
const MOST_DEEP = 1000
const [LESS, MORE, SLASH, BANG, QUESTION] = ['<', '>', '/', '!', '?'].map((letter) => letter.charCodeAt(0))

/**
 * Refuses markup that is broken from end to end: the parsers look for the end of each opening in all that follows, and
 * a megabyte of `<` or `<!--` takes them a minute. @throws SyntaxError
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
      if (depth > MOST_DEEP) throw new SyntaxError('elements are nested too deep')
    }
  }
  if (unclosed > MOST_OPEN && unclosed > openings / 2) throw new SyntaxError('tags are never closed')
}

/** The last place of a comment or section that begins at a place, whose text is no markup; null where none does. */
function passedOver(text: string, at: number): number | null {
  const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : null
  return end === null ? null : text.indexOf(end, at) + end.length - 1
}
