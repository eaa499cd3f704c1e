import type { LegendEntry } from '@/layers/legend'
import { paletteOf } from '@/layers/palette'
import { Pen } from './pen'

/** Size of a sample in CSS pixels, and image pixels per CSS pixel. */
export const SAMPLE = { width: 24, height: 18, scale: 4 } as const

/** A legend sample on white paper, as a PNG. */
export async function legendSample(entry: LegendEntry): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height, scale } = SAMPLE
  const canvas = new OffscreenCanvas(width * scale, height * scale)
  const context = canvas.getContext('2d')!
  context.scale(scale, scale)
  new Pen(context, paletteOf('light')).sample(entry, width / 2, height / 2)
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await blob.arrayBuffer())
}
