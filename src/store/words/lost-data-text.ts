import type { TFunction } from 'i18next'
import { localMinute } from '@/domain/calendar'
import type { LostData } from '@/store/device/stored-data-marks'

/** What the browser has deleted, when it was last present, and from where each can be restored. */
export function lostDataText(t: TFunction<'texts'>, gone: readonly LostData[]): string {
  if (gone.length === 0) return ''
  const last = Math.max(...gone.map(({ at }) => at))
  return t('gone.said', {
    what: gone.map(({ thing, count }) => t(`gone.what.${thing}`, { count })).join(t('ui.comma')),
    at: localMinute(new Date(last).toISOString()),
    back: gone.map(({ thing }) => t(`gone.back.${thing}`)).join(''),
  })
}
