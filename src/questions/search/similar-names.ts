import { textAt, textsInOrder } from '@/domain/table/column'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import type { KnownName } from './known-names'

/** A possible match for a device, by name. */
export interface SimilarName extends KnownName {
  /** Name of the source where a listed monitor stands. */
  readonly at?: string
  readonly isGuess: true
}

/** Shorter names occur in too many others. */
const MIN_SIGNS = 3
/** With more similar names than this, none is suggested. */
const MAX_LIKE = 3
/** Above this many name comparisons (some tenths of a second) nothing is guessed. */
const MAX_COMPARED = 20_000_000
/** Endings that tables of monitors add to names or leave out. */
const ENDINGS = /(?:(?:扬尘)?(?:在线)?(?:监测|检测)?(?:设备|仪器?|站点?|点位?)|工地|项目部?|工程|建设)+$/

/** The distinctive part of a name. */
function coreOf(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()（）【】[\]_·\-—#]/g, '')
  return plain.replace(ENDINGS, '') || plain
}

/**
 * Whether a name contains the short one, or begins with its first two characters and has the rest in order: 望贤路产业园 in
 * 望贤路北段产业园一期.
 */
function isShortOf(short: string, name: string): boolean {
  if (name.includes(short)) return true
  if (!name.startsWith(short.slice(0, 2))) return false
  let at = 0
  for (const sign of name) if (sign === short[at]) at++
  return at === short.length
}

/**
 * Sources with names similar to those in a file (shortened, or with more behind), if they are few. A listed monitor
 * takes precedence over the source where it stands.
 */
export function similarNames({ opened }: EvaluatedPackage, asked: readonly string[]): SimilarName[] {
  const { inventory, ties } = opened
  const { sources } = inventory
  const cores = asked.map((each) => [each, coreOf(each)] as const).filter(([, core]) => core.length >= MIN_SIGNS)
  if (cores.length === 0 || cores.length * sources.length > MAX_COMPARED) return []
  const nameOf = textsInOrder(sources.columns.name)
  const found = new Map<string, Map<string, SimilarName>>(cores.map(([each]) => [each, new Map()]))
  for (let source = 0; source < sources.length; source++) {
    const core = coreOf(nameOf(source))
    if (core.length < MIN_SIGNS) continue
    for (const [each, short] of cores) {
      if (!isShortOf(short, core) && !(short.includes(core) && core.length > MIN_SIGNS)) continue
      const { kind, code, name, at } = monitorAt(source)
      found.get(each)!.set(code, { asked: each, kind, code, name, ...(at && { at }), isGuess: true })
    }
  }
  return [...found.values()].flatMap((like) => (like.size <= MAX_LIKE ? [...like.values()] : []))

  /**
   * The code under which a source's readings are kept: the number of the monitor that it is, or of the only one at
   * it.
   */
  function monitorAt(source: number): { kind: string; code: string; name: string; at?: string } {
    const standing = ties.standingAt.get(source) ?? []
    const monitor = ties.bySource.get(source) ?? (standing.length === 1 ? standing[0] : undefined)
    const of = monitor?.source ?? source
    const facts = { kind: textAt(sources, 'kind', of), name: textAt(sources, 'name', of) }
    const code = monitor?.numbers[0] ?? textAt(sources, 'code', of)
    return { ...facts, code, ...(monitor && monitor.at !== null && { at: textAt(sources, 'name', monitor.at) }) }
  }
}
