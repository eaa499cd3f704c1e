import type { FeatureCollection, Point } from 'geojson'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { roundHalfEven } from '@/domain/dustfall/rounding'
import { findText, textAt } from '@/domain/table/column'
import { dustfallClass } from '@/layers/dustfall-scale'
import type { Dataset } from '@/workers/session'

/** Each county's name, with the month's figure under it. */
export function countyLabels(
  dataset: Dataset,
  report: MonthReport | null,
  english: boolean,
): FeatureCollection<Point, { text: string }> {
  const values = new Map(report?.rows.map(({ county, figure }) => [county, figure.value]))
  const names = new Map(dataset.counties.map((county) => [county.code, english ? county.nameEn : county.name]))
  return {
    type: 'FeatureCollection',
    features: Object.entries(dataset.labelPlaces).map(([code, at]) => {
      const value = values.get(code)
      const name = names.get(code) ?? ''
      return {
        type: 'Feature',
        properties: { text: value == null ? name : `${name}\n${value.toFixed(1)}` },
        geometry: { type: 'Point', coordinates: [...at] },
      }
    }),
  }
}

/** Monitoring points with the month's value and class; -1 without a valid one. */
export function dustfallPoints(dataset: Dataset, report: MonthReport | null): FeatureCollection<Point> {
  const values = new Map<string, number>()
  for (const { figure } of report?.rows ?? []) {
    for (const point of figure.points) if (point.counted) values.set(point.point, roundHalfEven(point.value))
  }
  return {
    type: 'FeatureCollection',
    features: dataset.dustfallPoints.map(({ code, name, lon, lat }) => {
      const value = values.get(code)
      return {
        type: 'Feature',
        properties: {
          class: String(value === undefined ? -1 : dustfallClass(value, report!.limit)),
          text: `${name} ${value === undefined ? '—' : value.toFixed(1)}`,
        },
        geometry: { type: 'Point', coordinates: [lon, lat] },
      }
    }),
  }
}

/** Outlines with their code as a property, so that styles can match it. */
export function outlinesWithCode(dataset: Dataset): FeatureCollection {
  const { features } = dataset.outlines
  return {
    type: 'FeatureCollection',
    features: features.map((each) => ({ ...each, properties: { code: String(each.id) } })),
  }
}

const roadRowsOf = new WeakMap<Dataset, readonly number[]>()

/** Numbers of the roads among the sources, in the order of their lines; looked up once for a package. */
export function roadRows(dataset: Dataset): readonly number[] {
  let rows = roadRowsOf.get(dataset)
  if (!rows) {
    const { kind } = dataset.sources.columns
    const found: number[] = []
    for (let row = findText(kind, 'road'); row >= 0; row = findText(kind, 'road', row + 1)) found.push(row)
    rows = found
    roadRowsOf.set(dataset, rows)
  }
  return rows
}

/** Roads with their code and grade; their rows stand in the order of the lines. */
export function roadFeatures(
  dataset: Dataset,
  grades: ReadonlyMap<string, string>,
  shown: ReadonlySet<number>,
): FeatureCollection {
  const rows = roadRows(dataset)
  const features = dataset.roadLines.features.flatMap((line, i) => {
    const row = rows[i]
    if (row === undefined || !shown.has(row)) return []
    const code = textAt(dataset.sources, 'code', row)
    return [{ ...line, properties: { code, grade: grades.get(code) ?? '' } }]
  })
  return { type: 'FeatureCollection', features }
}
