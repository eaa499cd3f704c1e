import type { Layer } from '@deck.gl/core'
import { IconLayer, TextLayer } from '@deck.gl/layers'
import type { Cells } from '@/domain/sources/view/drawn-sources'
import { discSize, icons, type SymbolAtlas } from './atlas'
import { CELL_ALPHA, cellDiscs } from './cell-discs'
import { FONT } from './font'
import { type Palette, rgb } from './palette'
import { shortCount } from './short-count'
import { bareName } from './symbols'

/** Discs for cells: size by the number of sources, colour by their standing. */
export function cellLayers(cells: Cells, atlas: SymbolAtlas, palette: Palette, opacity: number): Layer[] {
  const { positions, counts } = cells
  const { radii, standings, labelled } = cellDiscs(cells)
  const sizes = radii.map(discSize)
  const colours = new Uint8Array(counts.length * 4)
  standings.forEach((standing, cell) => {
    colours.set([...rgb(palette.status[standing]), CELL_ALPHA], cell * 4)
  })
  return [
    new IconLayer({
      id: 'source-cells',
      data: {
        length: counts.length,
        attributes: {
          getPosition: { value: positions, size: 2 },
          getSize: { value: sizes, size: 1 },
          getColor: { value: colours, size: 4, normalized: true },
        },
      },
      getIcon: () => bareName('circle'),
      sizeUnits: 'pixels',
      ...icons(atlas),
      opacity,
    }),
    new TextLayer<number>({
      id: 'source-cell-counts',
      data: labelled,
      getPosition: (cell) => [positions[2 * cell]!, positions[2 * cell + 1]!],
      getText: (cell) => shortCount(counts[cell]!),
      getSize: 10,
      getColor: rgb(palette.panel),
      fontFamily: `"${FONT}", sans-serif`,
      fontWeight: 700,
      characterSet: '0123456789.k',
      opacity,
    }),
  ]
}
