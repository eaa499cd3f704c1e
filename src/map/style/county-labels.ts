import type { FeatureCollection, Point } from 'geojson'
import { FOOTNOTE_MARK, hasFootnoteMark } from '@/domain/dustfall/figure-marks'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import { type AreaIndex, indexArea } from '@/domain/geodesy/area-index'
import { countyName } from '@/domain/sources/county'
import { classOfRow } from '@/layers/dustfall-scale'
import type { CountyLabel } from '@/layers/map-labels'
import type { Dataset } from '@/questions/dataset'

/** Each county's name, with the month's figure under it, marked if a note explains it. */
export function countyLabels(
  dataset: Dataset,
  report: MonthReport | null,
  language: string,
): FeatureCollection<Point, CountyLabel> {
  const rows = new Map(report?.rows.map((row) => [row.county, row]))
  return {
    type: 'FeatureCollection',
    features: Object.entries(dataset.labelPlaces).map(([code, at]) => {
      const row = rows.get(code)
      const value = row?.figure.value ?? null
      const name = countyName(dataset, code, language)
      const mark = hasFootnoteMark(row?.figure) ? FOOTNOTE_MARK : ''
      return {
        type: 'Feature',
        properties: {
          code,
          text: value === null ? name + mark : `${name}\n${tenth(value)}${mark}`,
          dustfall: row ? classOfRow(row) : null,
        },
        geometry: { type: 'Point', coordinates: [...at] },
      }
    }),
  }
}

const areas = new WeakMap<Dataset['outlines'], ReadonlyMap<string, AreaIndex>>()

/** Spatial index of each county by code; built once per package. */
export function countyAreas({ outlines }: Pick<Dataset, 'outlines'>): ReadonlyMap<string, AreaIndex> {
  const known = areas.get(outlines)
  if (known) return known
  const made = new Map(outlines.features.map(({ id, geometry }) => [String(id), indexArea(geometry)]))
  areas.set(outlines, made)
  return made
}
