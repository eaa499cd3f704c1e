import type { Feature, MultiPolygon } from 'geojson'

type Ring = [number, number][]

/** A closed outline around a centre; two waves give it bulges and dents. */
function blob(centre: [number, number], reach: [number, number], corners: number, phase: number): Ring {
  const ring = Array.from({ length: corners }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / corners
    const wave = 1 + 0.13 * Math.sin(3 * angle + phase) + 0.07 * Math.sin(7 * angle + 2 * phase)
    return [
      Number((centre[0] + reach[0] * wave * Math.cos(angle)).toFixed(5)),
      Number((centre[1] + reach[1] * wave * Math.sin(angle)).toFixed(5)),
    ]
  })
  return [...ring, ring[0]!]
}

/**
 * An invented outline of the built-up area for trying the ring: the town with an unbuilt part inside, and a part to the
 * west. Offices replace it with their own.
 */
export function builtUpArea(): Feature<MultiPolygon> {
  const town = blob([108.713, 34.352], [0.082, 0.034], 72, 0.6)
  const unbuilt = blob([108.752, 34.362], [0.012, 0.006], 16, 1).reverse()
  const west = blob([108.598, 34.327], [0.021, 0.012], 28, 2)
  return {
    type: 'Feature',
    properties: { 名称: '建成区轮廓（示例）' },
    geometry: { type: 'MultiPolygon', coordinates: [[town, unbuilt], [west]] },
  }
}
