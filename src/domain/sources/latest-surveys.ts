import type { DayNumber } from '@/domain/calendar'
import { textColumn } from '@/domain/table/build-column'
import { ABSENT_DAY, type Column, type SetCells, type Table, textAt, textOf } from '@/domain/table/column'
import { fieldMeaning } from './kinds/field'
import { fieldNameByMeaning, type Kind } from './kinds/kind'
import type { Surveys } from './kinds/surveys'

/** Upper limits of every grade but the worst, best first, in the unit of the graded field. */
export type GradeLimits = readonly number[]

/** Grades of a kind's surveys, best first; empty if surveys are not graded. */
export function surveyGrades({ fields, surveys }: Kind): readonly string[] {
  return fields.find(({ name }) => name === surveys?.grading?.grade)?.values ?? []
}

/** Grade of a value by the package's limits; '' if there is no value. */
export function gradeOfValue(value: number, limits: GradeLimits, grades: readonly string[]): string {
  if (Number.isNaN(value)) return ''
  const grade = limits.findIndex((end) => value <= end)
  return grades[grade < 0 ? limits.length : grade] ?? ''
}

interface Latest {
  readonly table: Table
  readonly survey: number
  readonly grade: string
  readonly day: DayNumber
  /**
   * Day of the first survey in the unbroken run below the best grade that ends with the latest survey; null if that has
   * the best grade or none.
   */
  readonly poorSince: DayNumber | null
}

/** The latest survey up to a day of each source that has one, by code. */
function latestSurveys(
  tables: readonly Table[],
  { fields, grading }: Surveys,
  asOf: DayNumber,
  grades: readonly string[],
  limits: GradeLimits | null,
): Map<string, Latest> {
  const named = (meaning: 'source' | 'surveyedOn') => fieldMeaning(fields, meaning)!.name
  const [source, surveyedOn] = [named('source'), named('surveyedOn')]
  const gradeOf = (table: Table, survey: number) => {
    const stated = grading ? textAt(table, grading.grade, survey) : ''
    const value = grading && table.columns[grading.value]
    return stated || (value?.type === 'number' && limits ? gradeOfValue(value.values[survey]!, limits, grades) : '')
  }
  const order = tables
    .flatMap((table) => {
      const on = table.columns[surveyedOn]
      if (on?.type !== 'day') return []
      return Array.from(on.values, (day, survey) => ({ table, survey, day }))
    })
    .filter(({ day }) => day !== ABSENT_DAY && day <= asOf)
    .sort((a, b) => a.day - b.day)
  const latest = new Map<string, Latest>()
  for (const { table, survey, day } of order) {
    const code = textAt(table, source, survey)
    const grade = gradeOf(table, survey)
    const poor = grade !== '' && grade !== grades[0]
    latest.set(code, { table, survey, grade, day, poorSince: poor ? (latest.get(code)?.poorSince ?? day) : null })
  }
  return latest
}

/**
 * Fills in the latest survey up to `asOf` for each source: its day, its values in the kind's fields of the same names,
 * and the day since which its grade is below the best. A grade written in a survey is used as it is; a survey without
 * one is graded by the limits, if the package has any. A source without a survey keeps its own values. Also returns the
 * cells that surveys set.
 */
export function withSurveys(
  kind: Kind,
  sources: Table,
  surveys: readonly Table[],
  asOf: DayNumber,
  limits: GradeLimits | null,
): Table & { readonly set: SetCells } {
  const { grading, fields } = kind.surveys!
  const latest = latestSurveys(surveys, kind.surveys!, asOf, surveyGrades(kind), limits)
  const found = Array.from({ length: sources.length }, (_, row) => latest.get(textAt(sources, 'code', row)))
  const surveyedOn = fieldNameByMeaning(kind, 'surveyedOn')
  const foundOn = fieldNameByMeaning(kind, 'foundOn')
  const columns: Record<string, Column> = { ...sources.columns }
  const set = new Map<string, Uint8Array>()
  const where = (is: (latest: Latest, row: number) => boolean) =>
    Uint8Array.from(found, (each, row) => Number(each !== undefined && is(each, row)))
  const surveyed = where(() => true)
  for (const { name, means } of fields) {
    const own = columns[name]
    if (means || !own || !surveys.some((table) => sameType(table.columns[name], own))) continue
    columns[name] = withLatest(name, own, found)
    set.set(
      name,
      where(({ table }) => sameType(table.columns[name], own)),
    )
  }
  if (grading && columns[grading.grade]) {
    columns[grading.grade] = textColumn(
      found.map((each, row) => (each ? each.grade : textAt(sources, grading.grade, row))),
    )
    set.set(grading.grade, surveyed)
  }
  if (surveyedOn) set.set(surveyedOn, surveyed)
  if (foundOn) {
    const own = columns[foundOn]
    const isOpen = (row: number) => own?.type !== 'day' || own.values[row] === ABSENT_DAY
    set.set(
      foundOn,
      where(({ poorSince }, row) => poorSince !== null && isOpen(row)),
    )
  }
  if (surveyedOn) columns[surveyedOn] = withDays(columns[surveyedOn], found, (own, { day }) => day ?? own)
  if (foundOn)
    columns[foundOn] = withDays(columns[foundOn], found, (own, { poorSince }) =>
      own === ABSENT_DAY ? (poorSince ?? own) : own,
    )
  return { ...sources, columns, set }
}

const isText = ({ type }: Column) => type === 'text' || type === 'packed'

/** Whether a survey's column can replace a source's own; otherwise the source keeps its value. */
const sameType = (surveyed: Column | undefined, own: Column) =>
  surveyed !== undefined && (surveyed.type === own.type || (isText(surveyed) && isText(own)))

/** A column in which the latest survey's values replace the sources' own. */
function withLatest(name: string, own: Column, found: readonly (Latest | undefined)[]): Column {
  if (own.type === 'text' || own.type === 'packed')
    return textColumn(
      found.map((each, row) =>
        each && sameType(each.table.columns[name], own) ? textAt(each.table, name, each.survey) : textOf(own, row),
      ),
    )
  const values = own.values.slice()
  found.forEach((each, row) => {
    const surveyed = each?.table.columns[name]
    if (surveyed?.type === own.type) values[row] = surveyed.values[each!.survey]!
  })
  return { ...own, values } as Column
}

function withDays(
  own: Column | undefined,
  found: readonly (Latest | undefined)[],
  dayOf: (own: DayNumber, latest: Latest) => DayNumber,
): Column {
  const values = own?.type === 'day' ? own.values.slice() : new Int32Array(found.length).fill(ABSENT_DAY)
  found.forEach((latest, row) => {
    if (latest) values[row] = dayOf(values[row]!, latest)
  })
  return { type: 'day', values }
}
