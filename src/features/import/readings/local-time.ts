import { localMinute } from '@/domain/calendar'
import type { Minute } from '@/domain/monitoring/readings'

/** A reading's time in Asia/Shanghai, as `2022-10-31 08:15`. */
export const localTime = (minute: Minute): string => localMinute(new Date(minute * 60_000).toISOString())
