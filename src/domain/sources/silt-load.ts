import type { DayNumber } from '@/domain/calendar'
import { SILT_GRADES } from '@/domain/sources/kinds/road'
import { textColumn } from '@/domain/table/build-column'
import { ABSENT_DAY, type DayColumn, type NumberColumn, type Table, textAt } from '@/domain/table/column'

/** The largest silt load in g/m² of every grade but the worst, best first. */
export type SiltGradeLimits = readonly number[]

/** The grade of a silt load by the package's limits, or '' where there is no load. */
export function siltGrade(load: number, limits: SiltGradeLimits): string {
  if (Number.isNaN(load)) return ''
  const grade = limits.findIndex((limit) => load <= limit)
  return SILT_GRADES[grade < 0 ? limits.length : grade] ?? ''
}

interface Latest {
  survey: number
  day: DayNumber
  /** First survey of the unbroken run below the best grade that ends with the latest one. */
  poorSince: DayNumber | null
}

/**
 * Roads with what the latest survey up to `asOf` says of each: load, grade, day, and since when it is below the best grade.
 * The surveyed grade is taken as given; one that gives only g/m² is graded by the limits, where the package has any.
 * A road without a survey keeps its own values.
 */
export function withSiltSurveys(roads: Table, surveys: Table, asOf: DayNumber, limits: SiltGradeLimits | null): Table {
  const days = (surveys.columns.surveyedOn as DayColumn).values
  const loads = (surveys.columns.siltLoad as NumberColumn).values
  const gradeOf = (survey: number) =>
    textAt(surveys, 'siltGrade', survey) || (limits ? siltGrade(loads[survey]!, limits) : '')
  const order = Array.from({ length: surveys.length }, (_, i) => i)
    .filter((survey) => days[survey] !== ABSENT_DAY && days[survey]! <= asOf)
    .sort((a, b) => days[a]! - days[b]!)
  const latest = new Map<string, Latest>()
  for (const survey of order) {
    const road = textAt(surveys, 'road', survey)
    const grade = gradeOf(survey)
    const poor = grade !== '' && grade !== SILT_GRADES[0]
    const since = latest.get(road)?.poorSince ?? days[survey]!
    latest.set(road, { survey, day: days[survey]!, poorSince: poor ? since : null })
  }
  const own = (name: string) => roads.columns[name]!
  const siltLoad = (own('siltLoad') as NumberColumn).values.slice()
  const siltSurveyedOn = (own('siltSurveyedOn') as DayColumn).values.slice()
  const foundOn = (own('foundOn') as DayColumn).values.slice()
  const grades: string[] = []
  for (let row = 0; row < roads.length; row++) {
    const found = latest.get(textAt(roads, 'code', row))
    grades.push(found ? gradeOf(found.survey) : textAt(roads, 'siltGrade', row))
    if (!found) continue
    siltLoad[row] = loads[found.survey]!
    siltSurveyedOn[row] = found.day
    if (foundOn[row] === ABSENT_DAY && found.poorSince !== null) foundOn[row] = found.poorSince
  }
  return {
    ...roads,
    columns: {
      ...roads.columns,
      siltGrade: textColumn(grades),
      siltLoad: { type: 'number', values: siltLoad },
      siltSurveyedOn: { type: 'day', values: siltSurveyedOn },
      foundOn: { type: 'day', values: foundOn },
    },
  }
}
