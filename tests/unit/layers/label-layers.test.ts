import type { TextLayer } from '@deck.gl/layers'
import { expect, it } from 'vitest'
import { labelLayers } from '@/layers/label-layers'
import type { PlacedLabel } from '@/layers/label-places'
import type { LabelRole } from '@/layers/map-labels'
import { paletteOf, rgb } from '@/layers/palette'

it('the names of all counties have one colour and one rim, whatever is below them', () => {
  const palette = paletteOf('dark')
  const labels = [0, 2, 3, undefined].map((dustfall): PlacedLabel<LabelRole> => {
    const wish = { role: 'county' as const, text: '某县', at: [108, 34] as const, size: 15, anchors: [], gap: 0 }
    return {
      wish: { ...wish, ...(dustfall !== undefined && { dustfall }) },
      ...{ at: wish.at, offset: [0, 0], angle: 0, leader: null },
    }
  })
  const layers = labelLayers(labels, { image: null as never, mapping: {} }, palette) as TextLayer<(typeof labels)[0]>[]
  const texts = layers.filter(({ props }) => props.id !== 'label-leaders' && (props.data as unknown[]).length > 0)
  expect(texts.map(({ props }) => [(props.data as unknown[]).length, props.outlineColor])).toEqual([
    [4, [...rgb(palette.panel), 235]],
  ])
  const { getColor } = texts[0]!.props as unknown as { getColor(label: (typeof labels)[0]): number[] }
  expect(new Set(labels.map((label) => String(getColor(label))))).toEqual(new Set([String(rgb(palette.ink))]))
})
