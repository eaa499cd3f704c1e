import { printable } from './printable'

/** Maximum length of a sheet name in Excel. */
const LONGEST = 31

/**
 * A valid Excel sheet name: no forbidden characters, no apostrophe at either end, not empty, not Excel's reserved name,
 * and different from all in `taken`, to which it is added. Surrogate pairs are not split.
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
