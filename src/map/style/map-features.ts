import type { Feature, FeatureCollection, GeoJsonProperties, Geometry, Point } from 'geojson'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { shownValue } from '@/domain/dustfall/point-month'
import { roundHalfEven, tenth } from '@/domain/dustfall/rounding'
import type { Surface } from '@/domain/geodesy/area-index'
import { destination } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { translateText } from '@/domain/glossary'
import { kindWithId } from '@/domain/sources/kinds/kind'
import { surveyGrades } from '@/domain/sources/latest-surveys'
import { type Area, type AreaStep, lineAlong } from '@/domain/sources/view/area'
import type { Cells } from '@/domain/sources/view/drawn-sources'
import { dustfallClass } from '@/layers/dustfall-scale'
import { linesOf, type NamedThings } from '@/layers/map-labels'
import { gradeColour } from '@/layers/palette'
import type { Dataset } from '@/questions/dataset'
import { memoOf } from '@/questions/memo'
import { lineKey } from '@/questions/source/line-sources'
import { aroundKey } from './use-around-surfaces'

/** Monitoring points with the month's value and class; -1 without a valid one. */
export function dustfallPoints(dataset: Dataset, report: MonthReport | null): FeatureCollection<Point> {
  const values = new Map<string, { readonly text: string; readonly of: number }>()
  for (const { figure, dustfallLimit } of report?.rows ?? []) {
    for (const point of figure.points) {
      if (!point.counted) continue
      const value = roundHalfEven(point.value)
      values.set(point.point, { text: shownValue(point), of: dustfallClass(value, dustfallLimit) })
    }
  }
  return {
    type: 'FeatureCollection',
    features: dataset.dustfallPoints
      .filter(({ lon }) => !Number.isNaN(lon))
      .map(({ code, name, lon, lat }) => {
        const found = values.get(code)
        return {
          type: 'Feature',
          properties: {
            class: String(found?.of ?? -1),
            code,
            name,
            text: `${name} ${found?.text ?? tenth(null)}`,
          },
          geometry: { type: 'Point', coordinates: [lon, lat] },
        }
      }),
  }
}

/** Everything other than sources that has a name on the map; `shown` holds the keys of the shown lines. */
export function namedThings(
  dataset: Dataset,
  counties: NamedThings['counties'],
  countyAreas: NamedThings['countyAreas'],
  points: NamedThings['points'],
  grades: ReadonlyMap<string, string>,
  shown: ReadonlySet<string>,
  language: string,
): NamedThings {
  const nameOf = (properties: GeoJsonProperties) =>
    String((language === 'en' && properties?.nameEn) || properties?.name || '')
  const rivers = dataset.rivers.features.map(({ properties, geometry }) => ({
    text: nameOf(properties),
    lines: linesOf(geometry),
  }))
  return {
    counties,
    countyAreas,
    points,
    places: {
      type: 'FeatureCollection',
      features: dataset.places.features.map(({ properties, geometry }) => ({
        type: 'Feature',
        properties: { text: nameOf(properties), level: String(properties?.level) },
        geometry,
      })),
    },
    rivers: rivers.filter(({ text }) => text !== ''),
    lines: dataset.lines
      .map(({ kind, code, nth, name, geometry }) => ({ key: lineKey(kind, code, nth), name, geometry }))
      .filter(({ key }) => shown.has(key))
      .map(({ key, name, geometry }) => ({
        text: [name, translateText(dataset.glossary, grades.get(key) ?? '', language)].filter(Boolean).join(' '),
        lines: linesOf(geometry),
      })),
  }
}

/**
 * Outlines with their code as a property, so that styles can match it. Always the same object, which a style that is
 * painted again is not compared with point by point.
 */
export const outlinesWithCode = memoOf(
  ({ outlines }: Dataset): FeatureCollection => ({
    type: 'FeatureCollection',
    features: outlines.features.map((each) => ({ ...each, properties: { code: String(each.id) } })),
  }),
)

/** All line sources as plain lines. */
export const plainLines = memoOf(
  ({ lines }: Dataset): FeatureCollection => ({
    type: 'FeatureCollection',
    features: lines.map(({ geometry }) => ({ type: 'Feature', properties: {}, geometry })),
  }),
)

/** Shown line sources as features with their key, kind and the colour index of their grade. */
export function lineFeatures(
  { lines, kinds }: Dataset,
  grades: ReadonlyMap<string, string>,
  shown: ReadonlySet<string>,
  colours: number,
): FeatureCollection {
  const features = lines.flatMap(({ kind, code, nth, geometry }): Feature[] => {
    const key = lineKey(kind, code, nth)
    if (!shown.has(key)) return []
    const order = surveyGrades(kindWithId(kinds, kind)!)
    const colour = gradeColour(order.indexOf(grades.get(key) ?? ''), order.length, colours)
    return [{ type: 'Feature', properties: { key, kind, colour }, geometry }]
  })
  return { type: 'FeatureCollection', features }
}

/** Number of corners used to draw a circle. */
const CIRCLE_CORNERS = 72

/** The geometry of an area; null if it is not known or can't be drawn. */
export function areaGeometry(area: Area, dataset: Dataset, around: ReadonlyMap<string, Surface>): Geometry | null {
  switch (area.type) {
    case 'polygon':
      return { type: 'Polygon', coordinates: [[...area.ring, area.ring[0]!].map((at) => [...at])] }
    case 'circle': {
      const corners = Array.from({ length: CIRCLE_CORNERS + 1 }, (_, i) => [
        ...destination(area.centre, (360 * i) / CIRCLE_CORNERS, area.metres),
      ])
      return { type: 'Polygon', coordinates: [corners] }
    }
    case 'county':
      return dataset.outlines.features.find(({ id }) => String(id) === area.code)?.geometry ?? null
    case 'around':
      return around.get(aroundKey(area.of, area.metres)) ?? null
    case 'line':
      return lineAlong(dataset.lines, area)?.geometry ?? null
  }
}

/** Features of the selected areas, the measured line and the wind sectors. */
export function drawnFeatures(
  dataset: Dataset,
  steps: readonly AreaStep[],
  around: ReadonlyMap<string, Surface>,
  measured: readonly Position[],
  sectors: readonly (readonly Position[])[],
): FeatureCollection {
  const features: Feature[] = steps.flatMap(({ operation, area }) => {
    const geometry = areaGeometry(area, dataset, around)
    const use = area.type === 'line' ? 'along' : operation
    return geometry ? [{ type: 'Feature', properties: { use }, geometry }] : []
  })
  if (measured.length > 1) {
    const coordinates = measured.map((at) => [...at])
    features.push({ type: 'Feature', properties: { use: 'measure' }, geometry: { type: 'LineString', coordinates } })
  }
  for (const ring of sectors) {
    const coordinates = [ring.map((at) => [...at])]
    features.push({ type: 'Feature', properties: { use: 'sector' }, geometry: { type: 'Polygon', coordinates } })
  }
  return { type: 'FeatureCollection', features }
}

/** Cells as weighted points for a heatmap; the fullest cell has weight one. */
export function heatFeatures({ positions, counts }: Cells): FeatureCollection<Point> {
  const most = counts.reduce((max, count) => Math.max(max, count), 1)
  return {
    type: 'FeatureCollection',
    features: Array.from(counts, (count, i) => ({
      type: 'Feature',
      properties: { weight: Math.sqrt(count / most) },
      geometry: { type: 'Point', coordinates: [positions[2 * i]!, positions[2 * i + 1]!] },
    })),
  }
}
