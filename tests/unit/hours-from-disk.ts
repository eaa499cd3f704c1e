import { readFileSync } from 'node:fs'
import type { Descriptor } from '@/io/package/descriptor'
import { heldFiles, type RangedFiles } from '@/io/package/package-files'
import { MonitorHours } from '@/io/readings/monitor-hours'
import { packageReadings } from '@/io/readings/package-readings'

/** The path of a month's hours in the package. */
export const hoursPath = (month: string) => `readings/hourly/${month}.parquet`

/** The hours of some months of the default package, by path. */
export const hoursFiles = (months: readonly string[]): ReadonlyMap<string, Blob> =>
  new Map(months.map((month) => [hoursPath(month), new Blob([readFileSync(`data/${hoursPath(month)}`)])]))

/** The hours of some months, from files at the package's paths. */
export const hoursIn = (files: RangedFiles, months: readonly string[]): Promise<MonitorHours> => {
  const resources = months.map((month) => ({
    ...{ name: month, path: hoursPath(month) },
    chentu: { role: 'readings-hourly', class: 'illustrative' as const, month },
  }))
  return MonitorHours.ofPackage(packageReadings(files, { resources } as unknown as Descriptor, 'readings-hourly'), [])
}

/** The hours of some months of the default package. */
export const hoursFromDisk = (months: readonly string[]): Promise<MonitorHours> =>
  hoursIn(heldFiles(hoursFiles(months)), months)
