import { expect, it } from 'vitest'
import { screenAt } from '@/map/drawing/ground-drawing'
import type { LiveMap } from '@/map/engine/live-map'
import { fitMap } from '@/map/instance/fit-map'
import { stayFitted } from '@/map/instance/stay-fitted'

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

it('a fitted map is fitted again when it gets another size, until the user moves it', () => {
  const size = { clientWidth: 1060, clientHeight: 380 }
  const handlers: Record<string, ((event: { originalEvent?: unknown }) => void)[]> = {}
  const zooms: number[] = []
  const map = {
    getContainer: () => size,
    jumpTo: ({ zoom }: { zoom: number }) => zooms.push(zoom),
    on(type: string, handler: () => void) {
      const of = handlers[type] ?? []
      handlers[type] = of
      of.push(handler)
      return { unsubscribe: () => of.splice(of.indexOf(handler), 1) }
    },
  } as unknown as LiveMap
  const fire = (type: string, event = {}) => {
    for (const handler of [...(handlers[type] ?? [])]) handler(event)
  }
  const end = stayFitted(map, [108.6404, 34.368, 108.6915, 34.3752])
  size.clientWidth = 530
  fire('movestart')
  fire('resize')
  expect(zooms).toHaveLength(2)
  expect(zooms[0]! - zooms[1]!).toBeCloseTo(Math.log2((1060 - 88) / (530 - 88)))
  fire('movestart', { originalEvent: {} })
  size.clientWidth = 1060
  fire('resize')
  expect(zooms).toHaveLength(2)
  const again = stayFitted(map, [108.6404, 34.368, 108.6915, 34.3752])
  again()
  fire('resize')
  expect(zooms).toHaveLength(3)
  end()
})
