/** What XML 1.0 has no place for: control characters but tab and line ends, two that are no characters, halves of pairs. */
const NO_CHARACTER = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Cs}/u
const NO_CHARACTERS = new RegExp(NO_CHARACTER, 'gu')

/** Word and PowerPoint part lines and pages so; other controls stand for nothing that could be seen. */
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
 * Texts as any file can hold them, in lists and objects however deep: controls are taken out, U+FFFD stands for what is no
 * character. Every writer of a file asks for it at its door. What needs no change comes back as it is, not as a copy.
 */
export const printable = <T>(value: T): T => cleaned(value) as T
