import first from '#data/monitoring.json'
import type { HourRule } from '@/domain/monitoring/hours'
import { readMonitoring } from '@/io/package/monitoring-file'

const FIRST_RULE: HourRule = readMonitoring('monitoring.json', first).value!.hour

/** The rule by which readings are stored and made into hours: from the package, else the first city's. */
export const hourRule = (stated: HourRule | undefined): HourRule => stated ?? FIRST_RULE
