import { useMemo } from 'react'
import type { Position } from '@/domain/geodesy/position'
import type { Box } from '@/layers/box-index'
import type { FarReading } from '@/layers/far-reading'
import type { FoundEvent } from '@/ledger/discovery'
import type { MapMark } from '@/map/instance/use-map-marks'

/** Same size as the text of the lists beside it. */
const PIXELS = 18
/** Labels are placed again only after about ten metres of movement, so that they don't jump with each position. */
const STEP_DEGREES = 1e-4
/** Boxes of the marks of `markers.module.css`: a number above its position, a cross centred on it. */
const NUMBER: Box = [-20, -48, 20, -8]
const CROSS: Box = [-14, -14, 14, 14]

const inSteps = (degrees: number) => Math.round(degrees / STEP_DEGREES) * STEP_DEGREES

const NONE: readonly MapMark[] = []

/** Settings for a map read at arm's length; null for other maps. */
export function useArmsLengthLabels(
  isFar: boolean,
  marks: readonly MapMark[] = NONE,
  found: readonly FoundEvent[],
  here: Position | undefined,
): FarReading | null {
  const lon = here && inSteps(here[0])
  const lat = here && inSteps(here[1])
  return useMemo(
    () =>
      isFar
        ? {
            pixels: PIXELS,
            from: lon === undefined || lat === undefined ? null : [lon, lat],
            marks: [
              ...marks.map(({ at }) => ({ at, box: NUMBER })),
              ...found.map(({ body }) => ({ at: body.position, box: CROSS })),
            ],
          }
        : null,
    [isFar, marks, found, lon, lat],
  )
}
