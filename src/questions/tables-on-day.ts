import type { DayNumber } from '@/domain/calendar'
import type { OnlineDays } from '@/domain/monitoring/online-days'
import { checklistOf } from '@/domain/rules/checklist'
import type { KindTable } from '@/domain/rules/kind-table'
import { type ReadingsEvidence, type ReadingsOverlay, withMeasured } from '@/domain/rules/measured'
import { type TeamObservation, withTeamObservations } from '@/domain/rules/team-observations'
import { type TracksOverlay, withTracked } from '@/domain/rules/tracked'
import { withGradeMoves } from '@/domain/sources/grades'
import type { KindResource } from '@/domain/sources/inventory'
import { withSurveys } from '@/domain/sources/latest-surveys'
import { type SetCells, textAt } from '@/domain/table/column'
import { type HaulMonth, mergeHaulMonths } from '@/domain/trucks/hauls'
import { gradeLimits } from '@/io/package/grade-limits'
import { FIRST_EVIDENCE } from '@/io/package/trucks-file'
import { lineKey } from '@/questions/source/line-sources'
import type { OpenedPackage } from './opened-package'
import { listsDigest } from './trucks/lists-digest'

/** The table of a kind as of a day. */
export type TableOnDay = KindResource &
  KindTable &
  Pick<ReadingsOverlay, 'measured' | 'measuredSet'> &
  Pick<TracksOverlay, 'tracked' | 'trackedTooLittle'> & {
    /** Cells set by teams' checks, readings, tracks and surveys. */
    readonly set: readonly SetCells[]
  }

/** The rule by which readings decide cells; null if the package sets none. */
function byReadings({ pack: { monitoring }, ties }: OpenedPackage, online: OnlineDays): ReadingsEvidence | null {
  const { days, leastShare, confirmed = false } = monitoring?.online ?? {}
  return days === undefined || leastShare === undefined
    ? null
    : { online, ties, rule: { days, leastShare }, isConfirmed: confirmed }
}

/**
 * The kinds' tables on a day: with teams' checks, monitors' readings, trucks' tracks, surveys up to that day, and
 * changes of grade. `hauls`: months known besides the package's, which take precedence; `online`: online hours from
 * all readings.
 */
export function tablesOnDay(
  opened: OpenedPackage,
  day: DayNumber,
  seen: readonly TeamObservation[],
  hauls: readonly HaulMonth[],
  online: OnlineDays,
): readonly TableOnDay[] {
  const { pack, inventory } = opened
  const readings = byReadings(opened, online)
  const months = mergeHaulMonths(pack.hauls, hauls)
  const byTracks = {
    months,
    isConfirmed: pack.trucks?.dayHours.every(({ confirmed }) => confirmed) ?? true,
    least: pack.trucks?.evidence ?? FIRST_EVIDENCE,
    lists: months.some(({ countedBy }) => countedBy !== undefined) ? listsDigest(opened) : null,
  }
  return inventory.kinds.map((written) => {
    const asked = checklistOf(pack.rules, written.kind).items.flatMap(({ field }) => field ?? [])
    const saw = withTeamObservations(written, seen, day, asked, pack.rules, pack.laterRules, opened.sameCode)
    const read: typeof saw & ReadingsOverlay = readings ? withMeasured(saw, readings, day) : saw
    const kind: typeof read & TracksOverlay = withTracked(read, byTracks, day)
    const surveys = pack.surveys.get(kind.kind)
    const limits = gradeLimits(pack.settings, kind.schema)
    const { set: surveyed, ...table } = surveys
      ? withSurveys(kind.schema, kind.table, surveys, day, limits)
      : { ...kind.table, set: undefined }
    const set = [kind.set, kind.measuredSet, kind.trackedSet, surveyed].filter((each) => each !== undefined)
    // After surveys: a survey may set the grade.
    return withGradeMoves({ ...kind, table, set })
  })
}

/** Surveyed grade of each source that follows a line, by {@link lineKey}; '' if unknown. */
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
