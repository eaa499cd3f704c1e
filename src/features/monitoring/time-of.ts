import { formatDay } from '@/domain/calendar'
import { localDay, localHour } from '@/domain/monitoring/local-time'
import type { Minute } from '@/domain/monitoring/readings'

/** The day and hour of Asia/Shanghai in which a minute lies: 2022-10-31 08:00. */
export const hourText = (minute: Minute): string =>
  `${formatDay(localDay(minute))} ${String(localHour(minute)).padStart(2, '0')}:00`
