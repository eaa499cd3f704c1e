import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { STATUS } from '@/domain/rules/status'
import type { Cells } from '@/domain/sources/view/drawn-sources'
import type { Box } from '@/layers/box-index'
import { type LabelRequest, placeLabels } from '@/layers/label-places'
import { type LabelRole, labelObstacles, labelRequests } from '@/layers/map-labels'
import { DROP_MIDDLE, SELECTED_PIXELS, symbolSize } from '@/layers/symbol-sizes'
import { levelOf, windowOf } from '@/map/instance/view-window'
import { heatFeatures } from '@/map/style/map-features'
import { withHiddenMap } from './hidden-map'
import { groupMarks } from './mark-groups'
import { NO_SOURCES } from './no-sources'
import type { PictureChosen, PictureInput, PicturePane } from './picture-input'
import { NORTH_BOX, SCALE_BOX, SCALE_MAX_PIXELS } from './scale-and-north'

const NUMBER_PIXELS = 12
/** Longer leaders than on the screen, because a picture can't be zoomed to find room. */
const FAR_LEADERS = [20, 36, 56, 84, 116, 150]
/** A name closer to the edge than this would be cut off. */
const EDGE_PIXELS = { x: 36, y: 12 } as const

/**
 * The map without symbols as an image, and what to draw on it in pixels. Drawn offscreen at a fixed size, so that the
 * picture is the same on every machine.
 */
export function drawMapImage(input: PictureInput, { style, names }: PicturePane, width: number, mapHeight: number) {
  const { bounds, padding, scale, palette, drops, sources: wanted, words, signal, chosen } = input
  return withHiddenMap({ bounds, padding, width, height: mapHeight, scale, signal }, async (map) => {
    const [window, zoom] = [windowOf(map), map.getZoom()]
    const sources = 'scene' in wanted ? await wanted.scene(window, levelOf(map)) : NO_SOURCES
    const image = await map.imageOf(input.heat && sources.cells ? withHeat(style, sources.cells) : style, palette)
    const project = ([lon, lat]: Position) => map.project([lon, lat])
    const places = (of: { readonly positions: Float64Array } | null) =>
      Array.from({ length: (of?.positions.length ?? 0) / 2 }, (_, i) =>
        project([of!.positions[2 * i]!, of!.positions[2 * i + 1]!]),
      )
    const { symbols, dots, badges, cells } = sources
    const positionAt = (x: number, y: number): Position => {
      const { lng, lat } = map.unproject([x, y])
      return [lng, lat]
    }
    const groups = 'marks' in wanted ? groupMarks(wanted.marks, ({ at }) => project(at)) : []
    const half = symbolSize(zoom, STATUS.overdue) / 2
    const wishes = labelRequests(names, sources, zoom, true).filter(
      ({ text, at }) => text !== chosen?.name || String(at) !== String(chosen.at),
    )
    const labels = placeLabels(
      [
        ...(chosen ? [chosenWish(chosen)] : []),
        ...wishes.filter(({ role }) => role === 'county'),
        ...groups.map(({ marks }) => ({
          role: 'problem' as const,
          text: words.numbers(marks.map(({ number }) => number)),
          at: marks[0].at,
          size: NUMBER_PIXELS,
          anchors: ['top', 'right', 'left', 'bottom', 'leader'] as const,
          gap: half,
          leaders: FAR_LEADERS,
        })),
        ...wishes.filter(({ role }) => role !== 'county'),
      ],
      [
        ...labelObstacles(names, sources, zoom, drops),
        ...groups.map(({ marks }) => ({ at: marks[0].at, box: [-half, -half, half, half] as const })),
        ...(chosen ? [{ at: chosen.at, box: ringBox(chosen) }] : []),
        // The scale bar and the north arrow, drawn into the corners.
        { at: positionAt(0, mapHeight), box: SCALE_BOX },
        { at: positionAt(width, 0), box: NORTH_BOX },
      ],
      window,
      zoom,
    )
    const box = map.getBounds()
    const left = map.unproject([0, mapHeight / 2])
    const right = map.unproject([SCALE_MAX_PIXELS, mapHeight / 2])
    return {
      image,
      zoom,
      sources,
      groups,
      chosen: chosen && project(chosen.at),
      places: { symbols: places(symbols), dots: places(dots), badges: places(badges), cells: places(cells) },
      labels: labels
        .map((label) => ({ ...label, on: project(label.at) }))
        .filter(({ on: { x, y }, offset: [dx, dy] }) => {
          const [left, top] = [x + dx, y + dy]
          const { x: wide, y: high } = EDGE_PIXELS
          return left >= wide && top >= high && left <= width - wide && top <= mapHeight - high
        }),
      bounds: [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()] as const,
      mostMetres: distanceMetres([left.lng, left.lat], [right.lng, right.lat]),
    }
  })
}

/** The style with heat added at the cells. */
const withHeat = (style: StyleSpecification, cells: Cells): StyleSpecification => ({
  ...style,
  sources: { ...style.sources, heat: { type: 'geojson', data: heatFeatures(cells) } },
})

/** The chosen thing's name, placed first and around its ring. */
const chosenWish = ({ at, name }: PictureChosen): LabelRequest<LabelRole> => ({
  role: 'problem',
  text: name,
  at,
  size: 14,
  anchors: ['right', 'left', 'top', 'bottom', 'leader'],
  gap: SELECTED_PIXELS / 2 + 2,
  leaders: FAR_LEADERS,
})

/** The ring's box in pixels relative to the chosen position. */
function ringBox({ isDrop }: PictureChosen): Box {
  const half = SELECTED_PIXELS / 2
  const up = isDrop ? DROP_MIDDLE : 0
  return [-half, -half - up, half, half - up]
}

export type MapImage = Awaited<ReturnType<typeof drawMapImage>>
