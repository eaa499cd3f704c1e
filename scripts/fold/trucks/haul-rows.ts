import type { CountyHauls } from '@/domain/trucks/hauls'
import type { Row } from '../../data/rows'

/** Path of a package's hauls by county and day. */
export const HAULS = 'trucks/hauls.csv'

/** Hauls of some months as table rows. */
export const haulRows = (months: readonly CountyHauls[]): Row[] =>
  months.flatMap((counties) =>
    [...counties].flatMap(([county, days]) =>
      days.map(({ day, trips, byDay, trucks = null }): Row => ({ county, day, hauls: trips, byDay, trucks })),
    ),
  )
