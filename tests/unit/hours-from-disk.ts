import { readFileSync } from 'node:fs'
import type { Descriptor } from '@/io/package/descriptor'
import { heldFiles, type RangedFiles } from '@/io/package/package-files'
import { MonitorHours } from '@/io/readings/monitor-hours'
import { packageReadings } from '@/io/readings/package-readings'

/** Where the package has the hours of a month. */
export const hoursPath = (month: string) => `readings/hourly/${month}.parquet`

/** The hours of months of the default package, by their paths. */
export const heldHours = (months: readonly string[]): ReadonlyMap<string, Blob> =>
  new Map(months.map((month) => [hoursPath(month), new Blob([readFileSync(`data/${hoursPath(month)}`)])]))

/** Hours of months, out of files that stand where the package has them. */
export const hoursIn = (files: RangedFiles, months: readonly string[]): Promise<MonitorHours> => {
  const resources = months.map((month) => ({
    ...{ name: month, path: hoursPath(month) },
    chentu: { role: 'readings-hourly', class: 'illustrative' as const, month },
  }))
  return MonitorHours.ofPackage(packageReadings(files, { resources } as unknown as Descriptor, 'readings-hourly'), [])
}

/** The hours of months of the default package. */
export const hoursFromDisk = (months: readonly string[]): Promise<MonitorHours> =>
  hoursIn(heldFiles(heldHours(months)), months)
