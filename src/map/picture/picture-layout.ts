import { fitCamera } from '@/domain/geodesy/fit-camera'
import { unproject } from '@/domain/geodesy/mercator'
import { screenAt } from '@/map/drawing/ground-drawing'
import type { Bounds } from '@/map/instance/bounds'
import { extended, levelOf } from '@/map/instance/view-window'
import { NO_SOURCES } from './no-sources'
import { type Pen, wrapLines } from './pen'
import type { PictureInput } from './picture-input'
import { LEGEND_LINE_PIXELS, legendLines, pictureEntries } from './picture-legend'

/** Pixels between the map and the middle of the legend's first line. */
export const LEGEND_TOP_PIXELS = 18
/** Height of a line of text under the map, and its type size. */
export const LINE_PIXELS = 20
export const LINE_SIZE = 12
/** Free pixels at the left and the right of the texts. */
export const SIDE_PIXELS = 16

/** Room under the map that the first attempt assumes; each further one takes what the map before it needed. */
const FIRST_ROOM = 120
const MAX_ATTEMPTS = 4

/** How the map and what stands under it share a height. */
export interface PictureLayout {
  readonly mapHeight: number
  /** Lines under the legend, wrapped. */
  readonly lines: readonly string[]
}

/**
 * Shares a height between the map and what stands under it, so that no room is left empty: the legend names what the
 * map shows, and that depends on how high the map is. Computed from the camera alone, before the map is drawn.
 */
export async function pictureLayout(
  pen: Pen,
  input: PictureInput,
  mapWidth: number,
  height: number,
): Promise<PictureLayout> {
  let room = FIRST_ROOM
  for (let attempt = 1; ; attempt++) {
    const mapHeight = height - room
    const { entries, lines } = await belowMap(input, mapWidth, mapHeight)
    const needs = LEGEND_TOP_PIXELS + LEGEND_LINE_PIXELS * legendLines(pen, input, entries) + LINE_PIXELS * lines.length
    // A map that gets lower may show less, and the next one more again: then the room of both suffices.
    if (needs === room || (attempt >= MAX_ATTEMPTS && needs < room)) return { mapHeight, lines }
    room = needs
  }
}

/** Legend and lines of a map of a size. */
async function belowMap(input: PictureInput, width: number, height: number) {
  const { bounds, padding, sources } = input
  const camera = fitCamera(bounds, width, height, padding)
  const { window } = screenAt(camera, width, height)
  const [west, south] = unproject(window.west, window.south)
  const [east, north] = unproject(window.east, window.north)
  const shown: Bounds = [west, south, east, north]
  const level = levelOf({ getZoom: () => camera.zoom })
  const drawn = 'scene' in sources ? await sources.scene(extended(window), level) : NO_SOURCES
  const lines = input.lines('count' in sources ? await sources.count(shown) : null)
  return {
    entries: pictureEntries(input, { bounds: shown, sources: drawn }),
    lines: wrapLines(lines, input.width - 2 * SIDE_PIXELS, LINE_SIZE),
  }
}
