/**
 * Characters not allowed in XML 1.0: control characters except tab and line ends, two non-characters, unpaired
 * surrogates.
 */
const NO_CHARACTER = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Cs}/u
const NO_CHARACTERS = new RegExp(NO_CHARACTER, 'gu')

/**
 * Vertical tab and form feed are Word's and PowerPoint's line and page breaks; other control characters have no visible
 * meaning.
 */
const standIn = (character: string) =>
  character === '\v' || character === '\f' ? ' ' : character < ' ' ? '' : '\ufffd'

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return NO_CHARACTER.test(value) ? value.replace(NO_CHARACTERS, standIn) : value
  if (Array.isArray(value)) {
    let copy: unknown[] | null = null
    value.forEach((each, i) => {
      const clean = cleaned(each)
      if (Object.is(clean, each)) return
      copy ??= value.slice()
      copy[i] = clean
    })
    return copy ?? value
  }
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value
  const entries = Object.entries(value)
  const clean = entries.map(([key, each]) => [key, cleaned(each)] as const)
  return clean.every(([, each], i) => Object.is(each, entries[i]![1])) ? value : Object.fromEntries(clean)
}

/**
 * Makes texts storable in any file format, in lists and objects of any depth: control characters are removed, U+FFFD
 * replaces non-characters. Every file writer calls this on its input. Values that need no change are returned as they
 * are, not copied.
 */
export const printable = <T>(value: T): T => cleaned(value) as T
