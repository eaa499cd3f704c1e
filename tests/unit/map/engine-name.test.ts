import { expect, it, vi } from 'vitest'
import { engineName } from '@/map/engine/load-engine'
import { type WebglRenderer, webglRenderer } from '@/map/engine/webgl-renderer'

vi.mock('@/map/engine/webgl-renderer', () => ({ webglRenderer: vi.fn() }))

it('uses WebGL only if it is available, and by default only with a graphics card', () => {
  const drawnBy = (here: WebglRenderer) => {
    vi.mocked(webglRenderer).mockReturnValue(here)
    return (['auto', 'webgl', 'canvas'] as const).map((chosen) => engineName(chosen))
  }
  expect(drawnBy('card')).toEqual(['webgl', 'webgl', 'canvas'])
  expect(drawnBy('processor')).toEqual(['canvas', 'webgl', 'canvas'])
  expect(drawnBy('none')).toEqual(['canvas', 'canvas', 'canvas'])
})
