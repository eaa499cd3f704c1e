import { posix } from 'node:path'
import { init, parse } from 'es-module-lexer'
import { IMPORTED } from './archive'

await init

/** How the build names the style sheets of a lazy part: places in a list at the module's head. */
const LISTED = /__vite__mapDeps\(\[([\d,]*)\]\)/g
const LIST = /m\.f=(\[[^\]]*\])/

/**
 * A module of the build (at `path` in its folder) as one that needs no folder: what it imports is named so that the boot code can
 * put an address there, and what it asks of `import()`, of `import.meta` and of style sheets it asks of the boot code.
 * @throws where it holds an import that is none of these, or a text that would be taken for one.
 */
export function movableModule(path: string, text: string): string {
  const inFolder = (specifier: string) => {
    if (!specifier.startsWith('./')) throw new Error(`${path} imports ${specifier}, which is in no folder`)
    return posix.join(posix.dirname(path), specifier)
  }
  if (text.includes(IMPORTED)) throw new Error(`${path} has ${IMPORTED}, by which imports are told`)
  let moved = ''
  let until = 0
  const put = (from: number, to: number, instead: string) => {
    moved += text.slice(until, from) + instead
    until = to
  }
  const [imports] = parse(text)
  for (const { s, e, ss, d } of imports) {
    if (d === -2) put(s, e, `chentuFile.meta(${JSON.stringify(path)})`)
    else if (d === -1) put(s, e, IMPORTED + inFolder(text.slice(s, e)))
    else {
      const literal = /^["'`]([^"'`$]+)["'`]$/.exec(text.slice(s, e))?.[1]
      // Code of a library that imports what it is told is left alone: it is told nothing here.
      if (literal) put(ss, e, `chentuFile.load(${JSON.stringify(inFolder(literal))}`)
    }
  }
  moved += text.slice(until)
  const list: string[] = JSON.parse(LIST.exec(text)?.[1] ?? '[]')
  return moved.replace(LISTED, (_, places: string) => {
    const sheets = places
      .split(',')
      .map((place) => list[Number(place)] ?? '')
      .filter((name) => name.endsWith('.css'))
    return `(chentuFile.dress(${JSON.stringify(sheets.map(inFolder))}),[])`
  })
}
