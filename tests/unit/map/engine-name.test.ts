import { expect, it, vi } from 'vitest'
import { engineName } from '@/map/engine/load-engine'
import { type WebglHere, webglHere } from '@/map/engine/webgl-here'

vi.mock('@/map/engine/webgl-here', () => ({ webglHere: vi.fn() }))

it('uses WebGL only if it is available, and by default only with a graphics card', () => {
  const drawnBy = (here: WebglHere) => {
    vi.mocked(webglHere).mockReturnValue(here)
    return (['auto', 'webgl', 'canvas'] as const).map((chosen) => engineName(chosen))
  }
  expect(drawnBy('card')).toEqual(['webgl', 'webgl', 'canvas'])
  expect(drawnBy('processor')).toEqual(['canvas', 'webgl', 'canvas'])
  expect(drawnBy('none')).toEqual(['canvas', 'canvas', 'canvas'])
})
