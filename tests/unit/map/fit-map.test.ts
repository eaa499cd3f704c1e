import { expect, it } from 'vitest'
import { screenAt } from '@/map/drawing/ground-drawing'
import type { LiveMap } from '@/map/engine/live-map'
import { fitMap } from '@/map/instance/fit-map'

it('a map is fitted so that nothing of the bounds is under the buttons at its right edge', () => {
  const [width, height] = [1060, 380]
  const bounds = [108.6404, 34.368, 108.6915, 34.3752] as const
  const jumps: { center: readonly [number, number]; zoom: number }[] = []
  const map = {
    getContainer: () => ({ clientWidth: width, clientHeight: height }),
    jumpTo: (to: (typeof jumps)[number]) => jumps.push(to),
  } as unknown as LiveMap
  fitMap(map, bounds)
  const { center, zoom } = jumps[0]!
  const { place } = screenAt({ lon: center[0], lat: center[1], zoom }, width, height)
  const [left, top] = place([bounds[0], bounds[3]])
  const [right, bottom] = place([bounds[2], bounds[1]])
  expect(left).toBeCloseTo(24)
  expect(right).toBeCloseTo(width - 64)
  expect(top).toBeGreaterThanOrEqual(24)
  expect(bottom).toBeLessThanOrEqual(height - 24)
})
