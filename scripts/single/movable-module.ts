import { posix } from 'node:path'
import { init, parse } from 'es-module-lexer'
import { MODULE_PREFIX } from './archive'

await init

/** How the build refers to the style sheets of a lazy part: indexes into a list at the module's head. */
const LISTED = /__vite__mapDeps\(\[([\d,]*)\]\)/g
const LIST = /m\.f=(\[[^\]]*\])/

/**
 * Makes a module of the build (at `path` in its folder) independent of its folder: imports are named so that the boot
 * code can insert addresses, and `import()`, `import.meta` and style sheets are redirected to the boot code.
 * @throws if it has any other import, or a text that would be mistaken for one
 */
export function movableModule(path: string, text: string): string {
  const inFolder = (specifier: string) => {
    if (!specifier.startsWith('./')) throw new Error(`${path} imports ${specifier}, which is in no folder`)
    return posix.join(posix.dirname(path), specifier)
  }
  if (text.includes(MODULE_PREFIX)) throw new Error(`${path} has ${MODULE_PREFIX}, by which imports are told`)
  let moved = ''
  let until = 0
  const put = (from: number, to: number, instead: string) => {
    moved += text.slice(until, from) + instead
    until = to
  }
  const [imports] = parse(text)
  for (const { s, e, ss, d } of imports) {
    if (d === -2) put(s, e, `chentuFile.meta(${JSON.stringify(path)})`)
    else if (d === -1) put(s, e, MODULE_PREFIX + inFolder(text.slice(s, e)))
    else {
      const literal = /^["'`]([^"'`$]+)["'`]$/.exec(text.slice(s, e))?.[1]
      // Library code that imports a computed address is left alone: it is never given one here.
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
