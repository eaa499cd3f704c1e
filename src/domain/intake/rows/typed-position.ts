import { type Position, refusePositions } from '@/domain/geodesy/position'
import { parsePair } from '@/domain/intake/recognise/position-cells'

/** Parses typed or pasted degrees, longitude or latitude first as their ranges tell; null if they are none. */
export function readPosition(text: string): Position | null {
  const pair = parsePair(text)
  if (!pair) return null
  const swapped = pair[0] <= 54 && pair[1] >= 73
  const position: Position = swapped ? [pair[1], pair[0]] : pair
  return refusePositions([position]) === null ? position : null
}
