import { isAbsentMark, plainText } from '@/domain/sources/reading/cell'
import { DATUM_CANDIDATES, type DatumCandidate, statedDatum } from './datum'
import { bareHeading, headingParts } from './header'
import { isBesideAnother } from './vocabulary'

/** Headings of a column that can only hold coordinate systems. */
const SURE =
  /^(?:所?[用属]|采用|原|原始|定位)?坐标(?:系|系统|体系|系别|系类[型别]|系名称|基准|参[考照]系)$|^(?:crs|datum|大地基准)$/
/** Headings of a column that may hold them, or how a position was taken. */
const LIKELY = /^(?:坐标|经纬度|定位|位置|地图)(?:类[型别]|来源|格式|种类|标准|说明)$/

const NOT_SAID = new Set(['', '未知', '不清楚', '不明'])

/** How the cell of such a column is read: a system, null if it says nothing, `unread` if it says something else. */
export function datumOfCell(cell: string): DatumCandidate | null | 'unread' {
  const text = plainText(cell)
  if (NOT_SAID.has(text) || isAbsentMark(text)) return null
  const named = new Set(text.split(/[/、,，;；]|转|→/).flatMap((part) => candidateIn(part) ?? []))
  // Two systems in one cell say neither.
  return named.size === 1 ? [...named][0]! : 'unread'
}

/** Short names that say a system only in a cell of such a column: a title may have 02 or 84 for other reasons. */
const SHORT: readonly (readonly [DatumCandidate, RegExp])[] = [
  ['gcj02', /^(?:gcj|0?2坐标系?|国测局(?:坐标系?)?|国测局加密|加密坐标)$/i],
  ['wgs84', /^(?:84|84坐标系?|世界坐标系?|4326|4490|2000系?|天地图(?:坐标系?)?)$/i],
]

function candidateIn(text: string): DatumCandidate | null {
  const stated = statedDatum(text) ?? SHORT.find(([, pattern]) => pattern.test(text))?.[0] ?? null
  return stated === 'cgcs2000' ? 'wgs84' : stated
}

/** What a table's column of coordinate systems says in the first rows. */
export interface DatumColumn {
  readonly column: number
  /** Number of rows in each system, in the order of the candidates. */
  readonly stated: readonly { readonly datum: DatumCandidate; readonly rows: number }[]
  /** Rows that say nothing, or something that can't be read. */
  readonly unsaid: number
  readonly unread: number
}

const MIN_SHARE = 0.5

/** The column that states the coordinate system of each row; null if there is none. */
export function findDatumColumn(names: readonly string[], rows: readonly (readonly string[])[]): DatumColumn | null {
  const found = names.flatMap((name, column): DatumColumn[] => {
    // The app’s own table: its positions are converted, and this column says in what they came.
    if (isBesideAnother(name)) return []
    const heading = bareHeading(headingParts(name).at(-1)!)
    const isSure = SURE.test(heading)
    if (!isSure && !LIKELY.test(heading)) return []
    const own = readDatumColumn(column, rows)
    const read = own.stated.reduce((sum, each) => sum + each.rows, 0)
    if (read + own.unread === 0) return []
    return isSure || read >= (read + own.unread) * MIN_SHARE ? [own] : []
  })
  return found[0] ?? null
}

function readDatumColumn(column: number, rows: readonly (readonly string[])[]): DatumColumn {
  const read = rows.map((cells) => datumOfCell(cells[column] ?? ''))
  const count = (what: (typeof read)[number]) => read.filter((each) => each === what).length
  return {
    column,
    stated: DATUM_CANDIDATES.map((datum) => ({ datum, rows: count(datum) })).filter((each) => each.rows > 0),
    unsaid: count(null),
    unread: count('unread'),
  }
}
