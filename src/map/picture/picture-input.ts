import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection, Point } from 'geojson'
import type { Position } from '@/domain/geodesy/position'
import type { StatusName } from '@/domain/rules/status'
import type { Shape } from '@/domain/sources/kinds/shape'
import type { Palette } from '@/layers/palette'
import type { Bounds } from '@/map/instance/bounds'

/** A source on a picture; with a number where a list beside it tells more. */
export interface PictureMark {
  readonly at: Position
  readonly shape: Shape
  readonly status: StatusName
  readonly number?: number
}

export interface PictureInput {
  readonly style: StyleSpecification
  readonly palette: Palette
  readonly labels: FeatureCollection<Point, { readonly text: string }>
  readonly marks: readonly PictureMark[]
  /** What must be seen. */
  readonly bounds: Bounds
  /** Size in CSS pixels, and how many pixels of the picture each is. */
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly title: string
  /** Under the map: date, sources, class of data. */
  readonly lines: readonly string[]
  readonly north: string
  /** What the colours of the counties mean; null where they are not shown. */
  readonly scaleWords: string | null
  readonly legend: readonly { readonly shape: Shape; readonly status: StatusName; readonly text: string }[]
}
