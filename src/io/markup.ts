/** With more of them than this, and in most of the text, openings that nothing closes are no slip of a pen. */
const MOST_OPEN = 1000

/**
 * Refuses markup that is broken from end to end: the parsers look for the end of each opening in all that follows, and
 * a megabyte of `<` or `<!--` takes them a minute. @throws SyntaxError
 */
export function refuseBrokenMarkup(text: string): void {
  if (text.lastIndexOf('<!--') > text.lastIndexOf('-->')) throw new SyntaxError('a comment is never closed')
  if (text.lastIndexOf('<![CDATA[') > text.lastIndexOf(']]>')) throw new SyntaxError('a section is never closed')
  let [openings, unclosed, open] = [0, 0, false]
  for (let at = text.search(/[<>]/); at >= 0 && at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (letter === 0x3e) open = false
    else if (letter === 0x3c) {
      openings++
      if (open) unclosed++
      open = true
    }
  }
  if (unclosed > MOST_OPEN && unclosed > openings / 2) throw new SyntaxError('tags are never closed')
}
