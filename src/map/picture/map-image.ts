import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { STATUS } from '@/domain/rules/status'
import { placeLabels } from '@/layers/label-places'
import { labelObstacles, labelWishes } from '@/layers/map-labels'
import { symbolSize } from '@/layers/symbol-sizes'
import { levelOf, windowOf } from '@/map/instance/view-window'
import { withHiddenMap } from './hidden-map'
import { groupMarks } from './mark-groups'
import { NO_SOURCES } from './no-sources'
import type { PictureInput, PicturePane } from './picture-input'
import { SCALE_MOST_PIXELS } from './scale-and-north'

const NUMBER_PIXELS = 12
/** A picture can't be looked at from nearer: a number may stand farther off than a name on the screen. */
const NUMBER_LEADERS = [20, 36, 56, 84, 116, 150]
/** A name nearer to the edge than this would be cut. */
const EDGE_PIXELS = { x: 36, y: 12 } as const

/**
 * The map without its symbols as an image, and what is to be drawn on it, in pixels. Drawn off the screen at a set size, so that
 * the picture is the same on every machine.
 */
export function drawMapImage(input: PictureInput, { style, names }: PicturePane, width: number, mapHeight: number) {
  const { bounds, scale, palette, drops, sources: wanted, words, signal } = input
  return withHiddenMap({ bounds, padding: 28, width, height: mapHeight, scale, signal }, async (map) => {
    const image = await map.imageOf(style, palette)
    const [window, zoom] = [windowOf(map), map.getZoom()]
    const sources = 'scene' in wanted ? await wanted.scene(window, levelOf(map)) : NO_SOURCES
    const project = ([lon, lat]: Position) => map.project([lon, lat])
    const places = (of: { readonly positions: Float64Array } | null) =>
      Array.from({ length: (of?.positions.length ?? 0) / 2 }, (_, i) =>
        project([of!.positions[2 * i]!, of!.positions[2 * i + 1]!]),
      )
    const { symbols, dots, badges, cells } = sources
    const groups = 'marks' in wanted ? groupMarks(wanted.marks, ({ at }) => project(at)) : []
    const half = symbolSize(zoom, STATUS.overdue) / 2
    const wishes = labelWishes(names, sources, zoom, true)
    const labels = placeLabels(
      [
        ...wishes.filter(({ role }) => role === 'county'),
        ...groups.map(({ marks }) => ({
          role: 'problem' as const,
          text: words.numbers(marks.map(({ number }) => number)),
          at: marks[0].at,
          size: NUMBER_PIXELS,
          anchors: ['top', 'right', 'left', 'bottom', 'leader'] as const,
          gap: half,
          leaders: NUMBER_LEADERS,
        })),
        ...wishes.filter(({ role }) => role !== 'county'),
      ],
      [
        ...labelObstacles(names, sources, zoom, drops),
        ...groups.map(({ marks }) => ({ at: marks[0].at, box: [-half, -half, half, half] as const })),
      ],
      window,
      zoom,
    )
    const box = map.getBounds()
    const left = map.unproject([0, mapHeight / 2])
    const right = map.unproject([SCALE_MOST_PIXELS, mapHeight / 2])
    return {
      image,
      zoom,
      sources,
      groups,
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

export type MapImage = Awaited<ReturnType<typeof drawMapImage>>
