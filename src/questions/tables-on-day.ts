import type { DayNumber } from '@/domain/calendar'
import { checklistOf } from '@/domain/rules/checklist'
import type { KindTable } from '@/domain/rules/kind-table'
import { type Seen, withSeen } from '@/domain/rules/seen'
import { withGradeMoves } from '@/domain/sources/grades'
import type { KindResource } from '@/domain/sources/inventory'
import { withSurveys } from '@/domain/sources/latest-surveys'
import { type SetCells, textAt } from '@/domain/table/column'
import { gradeLimits } from '@/io/package/grade-limits'
import { lineKey } from './line-sources'
import type { OpenedPackage } from './opened-package'

/** The table of a kind as its sources are known on a day. */
export type TableOnDay = KindResource &
  KindTable & {
    /** Its cells that teams have set, and those that surveys have. */
    readonly set: readonly SetCells[]
  }

/** The kinds' tables on a day: as teams saw their sources, with what the surveys up to then say of them, and how their grade moved. */
export function tablesOn(
  { pack, inventory }: OpenedPackage,
  day: DayNumber,
  seen: readonly Seen[],
): readonly TableOnDay[] {
  return inventory.kinds.map((written) => {
    const asked = checklistOf(pack.rules, written.kind).items.flatMap(({ field }) => field ?? [])
    const kind = withSeen(written, seen, day, asked, pack.rules, pack.laterRules)
    const surveys = pack.surveys.get(kind.kind)
    const limits = gradeLimits(pack.settings, kind.schema)
    const { set: surveyed, ...table } = surveys
      ? withSurveys(kind.schema, kind.table, surveys, day, limits)
      : { ...kind.table, set: undefined }
    const set = [kind.set, surveyed].filter((each) => each !== undefined)
    // A survey may say the grade.
    return withGradeMoves({ ...kind, table, set })
  })
}

/** Surveyed grade of each source along a line, by {@link lineKey}; '' where nobody knows. */
export function lineGradesOf(
  tables: readonly TableOnDay[],
  { sameCode }: Pick<OpenedPackage, 'sameCode'>,
): Map<string, string> {
  const grades = new Map<string, string>()
  for (const { kind, schema, table, first } of tables) {
    const grade = schema.place === 'line' ? schema.surveys?.grading?.grade : undefined
    for (let row = 0; grade !== undefined && row < table.length; row++)
      grades.set(lineKey(kind, textAt(table, 'code', row), sameCode.get(first + row)?.nth), textAt(table, grade, row))
  }
  return grades
}
