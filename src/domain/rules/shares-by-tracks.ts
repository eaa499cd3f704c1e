import { ABSENT_DAY } from '@/domain/table/column'
import { earliestOf, type FailureDays, writtenDays } from './failure-days'
import type { KindTable } from './kind-table'
import type { Rule } from './rule'
import { isShareToVerify, isStatedBelow, trackedPercent } from './tracked'

/** A daytime share from truck tracks that falls short. */
interface ShareByTracks {
  readonly days: FailureDays
  readonly isToVerify: boolean
}

/**
 * Failure days of a share decided by truck tracks. The failure days in the table count only if the row's own figures
 * fall short too; otherwise they belong to something else, and there is no rectification day.
 */
export function sharesByTracks(kind: KindTable, { check }: Rule) {
  const percent = trackedPercent(kind, check)
  if (percent === null) return () => undefined
  const { schema, table, seen, tracked } = kind
  const written = writtenDays({ schema, table: seen?.before ?? table })
  return (row: number): ShareByTracks | undefined => {
    const share = tracked?.get(row)
    if (!share) return undefined
    const own = { since: share.from, due: ABSENT_DAY }
    const ofBoth = share.isConfirmed ? earliestOf([own, written(row)]) : written(row)
    return {
      days: isStatedBelow(share, percent) ? ofBoth : own,
      isToVerify: isShareToVerify(share, percent),
    }
  }
}
