import { expect, it } from 'vitest'
import { lineLayers } from '@/layers/line-layers'
import { paletteOf } from '@/layers/palette'

const of = (hidden: readonly string[], selectedLine: string | null) =>
  lineLayers({ palette: paletteOf('light'), opacity: {}, hidden: new Set(hidden), selectedLine } as never, 'road').map(
    (layer) => 'filter' in layer && layer.filter,
  )

it('draw all lines of a kind, or only the selected one of a kind that is off the map', () => {
  const road = ['==', ['get', 'kind'], 'road']
  const selected = ['all', road, ['==', ['get', 'key'], 'road/R1']]
  expect(of([], 'road/R1')).toEqual([selected, road, road])
  expect(of(['road'], 'road/R1')).toEqual([selected, selected, selected])
  expect(of(['road'], 'road-2/R1')).toEqual([])
  expect(of(['road'], null)).toEqual([])
})
