import { countyCode, type OutlineColumns, type OutlineFeature } from './outline-columns'

/** A county of a city being set up. */
export interface CountyDraft {
  readonly code: string
  readonly name: string
  /** Short, former and other names as typed, separated by ；、or commas. */
  readonly aliases: string
  readonly ranked: boolean
  /** Indexes of its outlines in the file; empty for a county without a polygon, which is ranked but not drawn. */
  readonly outlines: readonly number[]
}

/**
 * Counties in an outline file, each once; keeps the user's input from `before` for a county with the same code or name.
 */
export function countiesOf(
  features: readonly OutlineFeature[],
  columns: OutlineColumns,
  before: readonly CountyDraft[],
): CountyDraft[] {
  const found = new Map<string, { code: string; name: string; outlines: number[] }>()
  features.forEach(({ properties }, place) => {
    const text = (column: string) => (column === '' ? '' : (properties[column] ?? '').trim())
    const [code, name] = [countyCode(text(columns.code)), text(columns.name)]
    // An outline with neither is a separate county, to be named by the user.
    const key = code || name || `#${place}`
    const known = found.get(key)
    if (known) known.outlines.push(place)
    else found.set(key, { code: code || name, name: name || code, outlines: [place] })
  })
  const drawn = [...found.values()].map((county): CountyDraft => {
    const said = before.find(({ code, name }) => (county.code !== '' && code === county.code) || name === county.name)
    return { ...county, aliases: said?.aliases ?? '', ranked: said?.ranked ?? true }
  })
  const isDrawn = ({ code, name }: CountyDraft) => drawn.some((each) => each.code === code || each.name === name)
  return [...drawn, ...before.filter((each) => each.outlines.length === 0 && !isDrawn(each))]
}

/** Parses counties without polygons from lines of text: a name, with an optional code before or after it. */
export function countiesOfLines(text: string, before: readonly CountyDraft[]): CountyDraft[] {
  return text.split(/\r?\n/).flatMap((line): CountyDraft[] => {
    const words = line
      .trim()
      .split(/[\s,，;；\t]+/)
      .filter(Boolean)
    const digits = words.find((word) => /^\d+$/.test(word))
    const name = words.find((word) => word !== digits)
    if (name === undefined) return []
    const code = digits === undefined ? name : countyCode(digits)
    const said = before.find((each) => each.outlines.length === 0 && (each.code === code || each.name === name))
    return [{ code, name, aliases: said?.aliases ?? '', ranked: said?.ranked ?? true, outlines: [] }]
  })
}

/** Formats the counties without polygons as lines of text. */
export const linesOf = (counties: readonly CountyDraft[]): string =>
  counties
    .filter(({ outlines }) => outlines.length === 0)
    .map(({ code, name }) => (code === name ? name : `${name} ${code}`))
    .join('\n')

/** Splits names in a cell: 上党;长治县. */
export const aliasesOf = (text: string): string[] =>
  text
    .split(/[;；、,，]/)
    .map((each) => each.trim())
    .filter(Boolean)

/** A county's name without its type, if at least two characters remain: 潞州 of 潞州区, not 郊 of 郊区. */
const shortName = (name: string): string => /^(..+?)(?:自治县|[区县市旗])$/.exec(name.trim())?.[1] ?? ''

/** Aliases of each county, plus its short name unless another county has that name; offices' tables use it. */
export function namesOf(counties: readonly Pick<CountyDraft, 'name' | 'aliases'>[]): string[][] {
  const said = counties.map(({ aliases }) => aliasesOf(aliases))
  const shorts = counties.map(({ name }) => shortName(name))
  const all = [...said.flat(), ...counties.map(({ name }) => name.trim()), ...shorts]
  return said.map((aliases, i) => {
    const short = shorts[i]!
    return short !== '' && all.filter((name) => name === short).length === 1 ? [...aliases, short] : aliases
  })
}

/** City code from the counties' codes: 140403 and 140404 belong to 140400; '' if they disagree. */
export function cityCodeOf(counties: readonly CountyDraft[]): string {
  const cities = new Set(counties.flatMap(({ code }) => (/^\d{6}$/.test(code) ? [code.slice(0, 4)] : [])))
  return cities.size === 1 ? `${[...cities][0]}00` : ''
}
