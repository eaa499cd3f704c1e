import settings from '#data/trucks.json'
import { destination } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { EMPTY, type Positions, STATE } from '@/domain/trucks/positions'
import { readTruckSettings } from '@/io/package/trucks-file'
import type { RawRow } from '../../../scripts/data/trucks/made-truck'
import { rawPositions } from '../../../scripts/data/trucks/raw-positions'

/** Those of the default package. */
export const SETTINGS = readTruckSettings('trucks.json', settings).value!

/** 2022-10-31 08:00 in Asia/Shanghai. */
export const MORNING = Date.parse('2022-10-31T00:00:00Z') / 1000
export const HOME: Position = [108.7, 34.35]

/** A position so many metres away. */
export const away = (from: Position, metres: number, azimuth = 90): Position => destination(from, azimuth, metres)

export const row = (second: number, at: Position, more: Partial<RawRow> = {}): RawRow => ({
  ...{ second, lon: at[0], lat: at[1], kmh: 0, direction: 0, load: EMPTY, state: STATE.closed | STATE.lowered },
  ...more,
})

export const tracksOf = (rows: readonly RawRow[], plate = '示D00001'): Positions => rawPositions([{ plate, rows }])

/** Stands for some seconds, then drives to the next place at 36 km/h; one row every half minute. */
export function journey(
  stays: readonly { readonly at: Position; readonly seconds: number; readonly more?: Partial<RawRow> }[],
  moving: Partial<RawRow> = {},
): RawRow[] {
  const rows: RawRow[] = []
  let clock = MORNING
  for (const [i, { at, seconds, more }] of stays.entries()) {
    for (let passed = 0; passed <= seconds; passed += 30) {
      rows.push(row(clock, at, more))
      clock += 30
    }
    const next = stays[i + 1]
    if (!next) break
    const steps = Math.ceil((Math.hypot(next.at[0] - at[0], next.at[1] - at[1]) * 95_000) / 300)
    for (let step = 1; step < steps; step++) {
      const part = step / steps
      const on: Position = [at[0] + (next.at[0] - at[0]) * part, at[1] + (next.at[1] - at[1]) * part]
      rows.push(row(clock, on, { kmh: 36, ...moving }))
      clock += 30
    }
  }
  return rows
}
