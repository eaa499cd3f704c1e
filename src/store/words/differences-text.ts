import type { TFunction } from 'i18next'
import type { RankedCounty } from '@/domain/dustfall/month-report'
import { changedComparisons } from '@/domain/dustfall/published-months'
import { tenth } from '@/domain/dustfall/rounding'

/** Published changes of a row that would differ with today's data, one text each. */
export const differencesText = (t: TFunction<'texts'>, row: RankedCounty): string[] =>
  changedComparisons(row).map((column) => {
    const text = ({ [column]: value }: Pick<RankedCounty['now'], typeof column>) =>
      value === null ? '—' : column === 'accumulatedRank' ? String(value) : tenth(value)
    return t(`meeting.told.${column}`, { published: text(row), now: text(row.now) })
  })
