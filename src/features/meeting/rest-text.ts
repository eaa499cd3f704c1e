import type { TFunction } from 'i18next'
import { exceedsLimit } from '@/domain/dustfall/limit'
import { tenth } from '@/domain/dustfall/rounding'
import type { YearTarget } from '@/domain/dustfall/year-target'

/**
 * What the rest of the year requires of a county, in words. A monthly value above the limit is not shown as a target,
 * since it would read as permission to raise dust: the text only says that there is room.
 */
export function restText(t: TFunction<'texts'>, target: YearTarget, dustfallLimit: number): string {
  switch (target.state) {
    case 'unknown':
      return t('figures.noWholeYear')
    case 'missed':
      return t('meeting.missed')
    case 'closed':
      return t(target.over ? 'ranking.over' : 'ranking.within')
    case 'open':
      return exceedsLimit(target.highest, dustfallLimit)
        ? t('meeting.scenes.room')
        : t('meeting.atMost', { value: tenth(target.highest) })
  }
}

/** Whether the year can no longer end, or did not end, within the limit. */
export const isYearLost = (target: YearTarget): boolean =>
  target.state === 'missed' || (target.state === 'closed' && target.over)
