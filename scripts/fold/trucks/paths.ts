import type { TrackTable } from '@/io/tracks/tracks'

/** Path of a month's tracks in a package. */
export const pathOf = (table: TrackTable, month: string) => `trucks/${table}/${month}.parquet`
