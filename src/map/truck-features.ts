import type { Feature, FeatureCollection, LineString, Point } from 'geojson'
import type { Position } from '@/domain/geodesy/position'
import type { BreachKind } from '@/domain/trucks/breach-kinds'
import { breachImage } from '@/layers/breach-marks'
import type { StopPoints } from '@/questions/trucks/truck-stops'

/** A suspected breach with its position on the map. */
export interface MarkedBreach {
  readonly id: string
  readonly kind: BreachKind
  readonly at: Position
}

const pointAt = (at: Position, properties: Feature['properties']): Feature<Point> => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [...at] },
})

const collection = <Shape extends Point | LineString>(features: Feature<Shape>[]): FeatureCollection<Shape> => ({
  type: 'FeatureCollection',
  features,
})

/** Stops except those of hidden types; a point that stands for more stops is larger. */
export const stopFeatures = (stops: StopPoints | null, hidden: ReadonlySet<number>) =>
  collection(
    Array.from(stops?.sort ?? [], (sort, row) =>
      pointAt([stops!.lon[row]!, stops!.lat[row]!], {
        sort,
        radius: 3 + Math.min(6, Math.log2(stops!.count[row]!) / 2),
      }),
    ).filter(({ properties }) => !hidden.has(properties!.sort as number)),
  )

export const unlistedFeatures = (
  places: readonly { readonly id: string; readonly at: Position }[],
  chosen: string | null,
) => collection(places.map(({ id, at }) => pointAt(at, { id, chosen: id === chosen })))

export const breachFeatures = (breaches: readonly MarkedBreach[], chosen: string | null) =>
  collection(breaches.map(({ id, kind, at }) => pointAt(at, { id, image: breachImage(kind), chosen: id === chosen })))

export const wayFeatures = (ways: readonly (readonly Position[])[]) =>
  collection(
    ways.map(
      (way): Feature<LineString> => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'LineString', coordinates: way.map((at) => [...at]) },
      }),
    ),
  )
