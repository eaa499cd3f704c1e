import type { TrackTable } from '@/io/tracks/tracks'

/** Where a package has the tracks of a month. */
export const pathOf = (table: TrackTable, month: string) => `trucks/${table}/${month}.parquet`
