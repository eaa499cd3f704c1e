import first from '#data/monitoring.json'
import type { HourRule } from '@/domain/monitoring/hours'
import { readMonitoring } from '@/io/package/monitoring-file'

const FIRST_RULE: HourRule = readMonitoring('monitoring.json', first).value!.hour

/**
 * How readings make an hour, as what is kept is written and read: as a package says it, or the first city's does where it says
 * nothing.
 */
export const hourRule = (said: HourRule | undefined): HourRule => said ?? FIRST_RULE
