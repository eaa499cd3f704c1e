import { plainText } from '@/domain/sources/reading/cell'

/** Units of measurement and separators between them; longer ones first. */
const UNITS =
  /单位|平方公里|平方千米|平方厘米|平方米|立方米|公里|千米|厘米|毫米|毫克|吨|克|天|日|月|年|30d|km2|cm2|m2|kg|mg|km|cm|mm|°c?|[tgdm%‰]|[\s/／·.•∙⋅・()（）[\]*×^:：-]/gi

/** Digits that occur in no unit; they rule out most codes and numbers. */
const NO_UNIT = /[14-9]/

/** The area of a unit such as mg/100cm². */
const HUNDRED = /100(?=\s*(?:cm|平方厘米))/gi

/** Whether all cells of a row are units, as in the row below some headers: `t/km²·30d`, `吨/平方公里·月`, `g`. */
export function isUnitRow(cells: readonly string[]): boolean {
  let units = 0
  for (const cell of cells) {
    // Units are short; the first cell rules out most rows.
    if (cell.length > 40) return false
    const text = plainText(cell)
    if (text === '') continue
    if (
      NO_UNIT.test(text.replace(HUNDRED, '')) ||
      !/[a-z%°‰\u4e00-\u9fff]/i.test(text) ||
      text.replace(HUNDRED, '').replace(UNITS, '') !== ''
    )
      return false
    units++
  }
  return units > 0
}

/** Kinds of summary rows. */
export type SummaryKind = 'mean' | 'highest' | 'lowest' | 'other'

const SUMS: readonly (readonly [SummaryKind, RegExp])[] = [
  ['highest', /最[大高]值?$/],
  ['lowest', /最[小低]值?$/],
  ['mean', /(?:平均|均值|平均值|月均值?)$/],
  ['other', /(?:合计|小计|总计|累计|中位数|标准差|点位数|有效数|达标率|超标率|超标数|限值|标准值?)$/],
]
const WHOLE = /^(?:全市|全县|全区|本市|各县区|各区县|区县|县区|城区|建成区)?$/

/**
 * Kind of sum named by a cell in the county or point column; null if the cell may be a county or point. `isPlace`
 * recognises the names of the city and its counties: a point may be called 平均路, but 秦都区平均 is a sum.
 */
export function summaryKindOf(cell: string, isPlace: (text: string) => boolean): SummaryKind | null {
  const text = plainText(cell).replace(/\s/g, '')
  if (text === '') return null
  for (const [sum, ending] of SUMS) {
    const match = ending.exec(text)
    const about = match && text.slice(0, match.index)
    if (about !== null && (WHOLE.test(about) || isPlace(about))) return sum
  }
  return text === '全市' || text === '全县' ? 'mean' : null
}
