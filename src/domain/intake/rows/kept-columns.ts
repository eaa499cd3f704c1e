import { fieldsInFile, type Target } from '@/domain/intake/recognise/target'
import { ORIGINAL } from '@/domain/intake/recognise/vocabulary'
import { parseDayCell } from '@/domain/sources/reading/cell'
import { parsePercentage } from './flag-percentages'

/** A column that keeps what a file says where a field can't. */
export interface KeptColumn {
  readonly field: string
  readonly heading: string
  readonly isDay: boolean
  readonly isFlag: boolean
  /** Column of the file with the field. */
  readonly from: number
}

/** The columns that a file can need: one for each of its columns with days, counties or yes and no. */
export function keptColumns(target: Target, columns: Readonly<Record<string, number>>): readonly KeptColumn[] {
  if (!target.lists && !target.surveys) return []
  const isKept = (name: string, type: string) =>
    type === 'day' || ((name === 'county' || type === 'flag') && target.lists !== undefined)
  return fieldsInFile(target).flatMap(({ name, type, headings }): KeptColumn[] => {
    const from = columns[name]
    if (from === undefined || !isKept(name, type)) return []
    const [isDay, isFlag] = [type === 'day', type === 'flag']
    return [{ field: name, heading: headings[0]! + ORIGINAL, isDay, isFlag, from }]
  })
}

/** Whether a text, which is not blank, says more than its column can hold: a percentage, no day, no county of the package. */
export function isKeptText(
  { isDay, isFlag }: KeptColumn,
  text: string,
  findCounty: (text: string) => string | null,
): boolean {
  if (isFlag) return parsePercentage(text) !== null
  return isDay ? parseDayCell(text) === null : findCounty(text) === null
}
