import { printable } from './printable'

/** Excel takes no longer name for a sheet. */
const LONGEST = 31

/**
 * A name that Excel takes for a sheet: none of its signs, no apostrophe at an end, not empty, not the one that it keeps for
 * itself, and unlike all in `taken`, to which it is added. No pair of surrogates is cut in two.
 */
export function sheetName(name: string, taken: Set<string>): string {
  const bare = printable(name)
    .replace(/[\\/?*[\]:\s]+/g, ' ')
    .replace(/^[' ]+/, '')
  for (let number = 1; ; number++) {
    const mark = number === 1 ? '' : ` ${number}`
    const cut = bare
      .slice(0, LONGEST - mark.length)
      .replace(/\p{Cs}$/u, '')
      .replace(/[' ]+$/, '')
    const free = (cut || '-') + mark
    if (free.toLowerCase() === 'history' || taken.has(free.toLowerCase())) continue
    taken.add(free.toLowerCase())
    return free
  }
}
