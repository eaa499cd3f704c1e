import { plainText } from '@/domain/sources/reading/cell'
import type { County } from './county'

/** Characters that must be the same: names of two characters are too short to be taken for one another. */
const MIN_SAME = 2

/** Whether two names have the same length and differ in exactly one character. */
function isOneCharacterAway(one: string, other: string): boolean {
  const [a, b] = [[...one], [...other]]
  const same = a.filter((character, i) => character === b[i]).length
  return a.length === b.length && same >= MIN_SAME && same === a.length - 1
}

/** Returns the name of the only county of which a text misses one character: 泾阳县 for 径阳县; null if none or several. */
export function similarCountyFinder(counties: readonly County[]): (text: string) => string | null {
  return (text) => {
    const plain = plainText(text).replace(/\s/g, '')
    const near = counties.filter(({ name, aliases }) =>
      [name, ...aliases].some((each) => isOneCharacterAway(each, plain)),
    )
    return near.length === 1 ? near[0]!.name : null
  }
}
