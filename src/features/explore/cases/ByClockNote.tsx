import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { useOpened } from '@/store/chentu'
import { useMinute } from '@/store/device/today'

/**
 * That time limits and ages of cases count to the present, where the as-of date in the header is another day; nothing
 * on the present day.
 */
export function ByClockNote() {
  const { t } = useTranslation()
  const { asOf } = useOpened().evaluation
  const now = localMinute(new Date(useMinute()).toISOString())
  return asOf === now.slice(0, 10) ? null : <p role="note">{t('cases.byClock', { now, asOf })}</p>
}
