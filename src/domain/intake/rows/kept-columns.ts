import { fieldsInFile, type Target } from '@/domain/intake/recognise/target'
import { ORIGINAL } from '@/domain/intake/recognise/vocabulary'
import { parseDayCell, parseNumber } from '@/domain/sources/reading/cell'
import { isBarePercentage, parsePercentage, saysPercent } from './flag-percentages'

/** A column that keeps what a file says where a field can't. */
export interface KeptColumn {
  readonly field: string
  readonly heading: string
  readonly isDay: boolean
  readonly isFlag: boolean
  /** Whether its numbers are percent without a sign. */
  readonly isPercent: boolean
  /** Column of the file with the field. */
  readonly from: number
}

/**
 * The fields of yes and no whose heading says percent, and that have a number below it that can only be one (85). Where all
 * are 1 and 0, they are marks.
 */
export function percentFields(
  target: Target,
  columns: Readonly<Record<string, number>>,
  names: readonly string[],
  rows: readonly (readonly string[])[],
): ReadonlySet<string> {
  const isPercent = (column: number | undefined) =>
    column !== undefined &&
    saysPercent(names[column] ?? '') &&
    rows.some((cells) => isBarePercentage(cells[column] ?? ''))
  return new Set(
    fieldsInFile(target).flatMap(({ name, type }) => (type === 'flag' && isPercent(columns[name]) ? [name] : [])),
  )
}

/** The columns that a file can need: one for each of its columns with days, counties or yes and no. */
export function keptColumns(
  target: Target,
  columns: Readonly<Record<string, number>>,
  percent: ReadonlySet<string>,
): readonly KeptColumn[] {
  if (!target.lists && !target.surveys) return []
  const isKept = (name: string, type: string) =>
    type === 'day' || ((name === 'county' || type === 'flag') && target.lists !== undefined)
  return fieldsInFile(target).flatMap(({ name, type, headings }): KeptColumn[] => {
    const from = columns[name]
    if (from === undefined || !isKept(name, type)) return []
    const [isDay, isFlag] = [type === 'day', type === 'flag']
    return [{ field: name, heading: headings[0]! + ORIGINAL, isDay, isFlag, isPercent: percent.has(name), from }]
  })
}

/** Whether a text, which is not blank, says more than its column can hold: a percentage, no day, no county of the package. */
export function isKeptText(
  { isDay, isFlag, isPercent }: KeptColumn,
  text: string,
  findCounty: (text: string) => string | null,
): boolean {
  if (isPercent && parseNumber(text) !== null) return true
  if (isFlag) return parsePercentage(text) !== null
  return isDay ? parseDayCell(text) === null : findCounty(text) === null
}
