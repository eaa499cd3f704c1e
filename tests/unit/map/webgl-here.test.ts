import { expect, it } from 'vitest'
import { isProcessor } from '@/map/engine/webgl-renderer'

it('distinguishes software rendering from a graphics card by the renderer names of the browsers', () => {
  const processors = [
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'ANGLE (Mesa, llvmpipe (LLVM 19.1.7 256 bits), OpenGL 4.5)',
    'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0)',
    'llvmpipe, or similar',
  ]
  const cards = [
    'ANGLE (Intel, Intel(R) UHD Graphics 630 Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'ANGLE (NVIDIA, NVIDIA GeForce GTX 980, D3D11)',
    'Apple GPU',
    'Mali-G52',
  ]
  expect(processors.filter((name) => !isProcessor(name))).toEqual([])
  expect(cards.filter(isProcessor)).toEqual([])
})
