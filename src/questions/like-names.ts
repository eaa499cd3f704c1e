import { textAt, textsInOrder } from '@/domain/table/column'
import type { EvaluatedPackage } from './evaluated-package'
import type { KnownName } from './known-names'

/** What a device may be by its name. */
export interface LikeName extends KnownName {
  /** What the source is called at which a listed monitor stands. */
  readonly at?: string
  readonly isGuess: true
}

/** Fewer signs are a part of many names. */
const LEAST_SIGNS = 3
/** Of more that are like a name nobody is asked which is meant. */
const MOST_LIKE = 3
/** So many comparisons of names take some tenths of a second; of more nothing is guessed. */
const MOST_COMPARED = 20_000_000
/** What stands behind names in tables of monitors, or does not. */
const ENDINGS = /(?:(?:扬尘)?(?:在线)?(?:监测|检测)?(?:设备|仪器?|站点?|点位?)|工地|项目部?|工程|建设)+$/

/** The part of a name by which it is told. */
function coreOf(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()（）【】[\]_·\-—#]/g, '')
  return plain.replace(ENDINGS, '') || plain
}

/** Whether all signs of a short name stand in a longer one, in their order and beginning as it does: 望贤路产业园 in 望贤路北段产业园一期. */
function isShortOf(short: string, name: string): boolean {
  if (name.includes(short)) return true
  if (!name.startsWith(short.slice(0, 2))) return false
  let at = 0
  for (const sign of name) if (sign === short[at]) at++
  return at === short.length
}

/**
 * Sources whose names are like those that files have, where few are: a short name, or one with more behind it. A monitor of a list
 * stands before the source at which it is.
 */
export function likeNames({ opened }: EvaluatedPackage, asked: readonly string[]): LikeName[] {
  const { inventory, ties } = opened
  const { sources } = inventory
  const cores = asked.map((each) => [each, coreOf(each)] as const).filter(([, core]) => core.length >= LEAST_SIGNS)
  if (cores.length === 0 || cores.length * sources.length > MOST_COMPARED) return []
  const nameOf = textsInOrder(sources.columns.name)
  const found = new Map<string, Map<string, LikeName>>(cores.map(([each]) => [each, new Map()]))
  for (let source = 0; source < sources.length; source++) {
    const core = coreOf(nameOf(source))
    if (core.length < LEAST_SIGNS) continue
    for (const [each, short] of cores) {
      if (!isShortOf(short, core) && !(short.includes(core) && core.length > LEAST_SIGNS)) continue
      const { kind, code, name, at } = monitorAt(source)
      found.get(each)!.set(code, { asked: each, kind, code, name, ...(at && { at }), isGuess: true })
    }
  }
  return [...found.values()].flatMap((like) => (like.size <= MOST_LIKE ? [...like.values()] : []))

  /** What readings of a source are kept under: the number of the monitor that it is, or that alone stands at it. */
  function monitorAt(source: number): { kind: string; code: string; name: string; at?: string } {
    const standing = ties.standingAt.get(source) ?? []
    const monitor = ties.bySource.get(source) ?? (standing.length === 1 ? standing[0] : undefined)
    const of = monitor?.source ?? source
    const facts = { kind: textAt(sources, 'kind', of), name: textAt(sources, 'name', of) }
    const code = monitor?.numbers[0] ?? textAt(sources, 'code', of)
    return { ...facts, code, ...(monitor && monitor.at !== null && { at: textAt(sources, 'name', monitor.at) }) }
  }
}
