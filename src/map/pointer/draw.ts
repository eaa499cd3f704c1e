import {
  TerraDraw,
  type TerraDrawExtend,
  TerraDrawFreehandMode,
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawRectangleMode,
} from 'terra-draw'
import type { Position } from '@/domain/geodesy/position'
import type { LiveMap } from '@/map/engine/live-map'

/** Tools for drawing on the map with a pointer or a finger. */
export const DRAW_TOOLS = ['box', 'lasso', 'polygon', 'circle', 'measure', 'place'] as const
export type DrawTool = (typeof DRAW_TOOLS)[number]

const MODES: Record<DrawTool, string> = {
  box: 'rectangle',
  lasso: 'freehand',
  polygon: 'polygon',
  circle: 'point',
  measure: 'linestring',
  place: 'point',
}

/**
 * Lets the user draw on the map until the returned function is called. `onDrawn` gets the corners: a ring without its
 * closing corner; just the centre for a circle; just the position for a place.
 */
export function startDrawing(
  map: LiveMap,
  adapter: TerraDrawExtend.TerraDrawBaseAdapter,
  tool: DrawTool,
  onDrawn: (corners: readonly Position[]) => void,
): () => void {
  const draw = new TerraDraw({
    adapter,
    modes: [
      new TerraDrawRectangleMode({ drawInteraction: 'click-move-or-drag' }),
      new TerraDrawFreehandMode({ drawInteraction: 'click-drag', minDistance: 4 }),
      new TerraDrawPolygonMode(),
      new TerraDrawLineStringMode(),
      new TerraDrawPointMode(),
    ],
  })
  draw.start()
  draw.setMode(MODES[tool])
  draw.on('finish', (id) => {
    const geometry = draw.getSnapshotFeature(id)?.geometry
    if (!geometry) return
    const corners =
      geometry.type === 'Polygon'
        ? geometry.coordinates[0]!.slice(0, -1)
        : geometry.type === 'Point'
          ? [geometry.coordinates]
          : geometry.coordinates
    draw.clear()
    onDrawn(corners as unknown as Position[])
  })
  return () => {
    draw.stop()
    // Terra Draw leaves its crosshair cursor behind after a drawing.
    map.getCanvas().style.cursor = ''
  }
}
