import clock from './clock.sql?raw'
import daily from './daily.sql?raw'
import finer from './finer.sql?raw'
import hourly from './hourly.sql?raw'
import intervals from './intervals.sql?raw'
import online from './online.sql?raw'
import readings from './readings.sql?raw'
import stage from './stage.sql?raw'
import truckBatch from './truck-batch.sql?raw'
import truckPositions from './truck-positions.sql?raw'
import truckTable from './truck-table.sql?raw'

const FILES = {
  clock,
  daily,
  finer,
  hourly,
  intervals,
  online,
  readings,
  stage,
  truckBatch,
  truckPositions,
  truckTable,
}

/** The text of an SQL file beside this one with each {{name}} filled in. @throws Error if a value is missing */
export const sqlOf = (name: keyof typeof FILES, values: Readonly<Record<string, string | number>> = {}): string =>
  FILES[name].replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
    if (!(key in values)) throw new Error(`${name}.sql: nothing for ${key}`)
    return String(values[key])
  })

/** A text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
/** A name as a quoted SQL identifier. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
