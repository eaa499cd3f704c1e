import { ONLINE_FIELDS } from '@/domain/sources/kinds/online-fields'
import type { MadeFiles } from './made-files'
import { monitoredMonths, monitoredSites, settingsOfMonitoring } from './monitored-months'
import { dustMonitors } from './monitors'
import type { Random } from './random'
import type { Row } from './rows'

/** Adds the monitors of the sites, their hourly values by month, and their valid hours per day. */
export function addMonitorFiles(made: MadeFiles, random: Random, sites: readonly Row[]): void {
  const monitored = monitoredSites(sites)
  const { online, months, faults } = monitoredMonths(monitored, settingsOfMonitoring())
  const path = 'readings/online.csv'
  made.add({ name: 'readings-online', path, title: '扬尘在线监测每日有效小时', role: 'readings-online' }, online, {
    fields: ONLINE_FIELDS,
  })
  for (const { month, bytes } of months) {
    const name = `readings-hourly-${month}`
    const hours = {
      name,
      path: `readings/hourly/${month}.parquet`,
      title: '扬尘在线监测小时均值',
      role: 'readings-hourly',
    }
    made.add(hours, bytes, { month })
  }
  made.addSources('dust-monitor', '扬尘在线监测设备', dustMonitors(random, sites, monitored, faults))
}
