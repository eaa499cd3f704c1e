import type { Layer } from '@deck.gl/core'
import { IconLayer, TextLayer } from '@deck.gl/layers'
import type { Cells } from '@/domain/sources/view/drawn-sources'
import { discSize, icons, type SymbolAtlas } from './atlas'
import { FONT } from './font'
import { type Palette, rgb } from './palette'
import { shortCount } from './short-count'
import { bareName } from './symbols'

/** A cell is 32 pixels wide; its disc never touches the next. */
const MOST_RADIUS = 15
const LEAST_RADIUS = 4
/** With this share of its sources overdue a cell takes the colour of what is overdue, and with half of it that of what fails. */
const BAD_SHARE = 0.1
/** Counts are written where few cells are in view and their discs are wide enough. */
const MOST_LABELS = 1200
const LABEL_RADIUS = 10

/** Discs for the cells: as large as the cell is full, as bad as its sources are. */
export function cellLayers(cells: Cells, atlas: SymbolAtlas, palette: Palette, opacity: number): Layer[] {
  const { positions, counts, overdue, failing } = cells
  const most = counts.reduce((max, count) => Math.max(max, count), 1)
  const radii = Float32Array.from(counts, (count) =>
    Math.max(LEAST_RADIUS, MOST_RADIUS * Math.sqrt(Math.log1p(count) / Math.log1p(most))),
  )
  const sizes = radii.map(discSize)
  const colours = new Uint8Array(counts.length * 4)
  counts.forEach((count, cell) => {
    const bad = overdue[cell]! / count
    const weak = (overdue[cell]! + failing[cell]!) / count
    const standing = bad >= BAD_SHARE ? 'overdue' : weak >= BAD_SHARE ? 'failing' : 'fine'
    colours.set([...rgb(palette.status[standing]), 200], cell * 4)
  })
  const labelled = counts.length <= MOST_LABELS ? [...counts.keys()].filter((cell) => radii[cell]! >= LABEL_RADIUS) : []
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
