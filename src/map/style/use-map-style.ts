import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection, Point } from 'geojson'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { Surface } from '@/domain/geodesy/area-index'
import type { Position } from '@/domain/geodesy/position'
import type { LoadedBasemap } from '@/layers/basemap-layers'
import { borderLines } from '@/layers/border-lines'
import { mapStyle } from '@/layers/map-style'
import type { Palette } from '@/layers/palette'
import { useSameObject } from '@/map/same-object'
import type { OpenedOnMap } from '@/map/source-map-props'
import type { View } from '@/store/view/view'
import { countyAreas, countyLabels } from './county-labels'
import { drawnFeatures, dustfallPoints, lineFeatures, namedThings, outlinesWithCode } from './map-features'
import { useAroundSurfaces } from './use-around-surfaces'

export interface MapStyleProps {
  readonly opened: OpenedOnMap
  readonly report: MonthReport | null
  readonly palette: Palette
  readonly view: Pick<View, 'hidden' | 'opacity' | 'county' | 'filters'>
  readonly measured: readonly Position[]
  /** Upwind sectors. */
  readonly sectors: readonly (readonly Position[])[]
  /** Key of the selected line source. */
  readonly selectedLine: string | null
  readonly ringSurface: Surface | null
  readonly basemaps: readonly LoadedBasemap[]
  /** Sources as heat; null if they are drawn otherwise. */
  readonly heat: FeatureCollection<Point> | null
  /** Smallest size of basemap names in pixels; a map read at arm's length sets it, and draws heavier lines. */
  readonly leastPixels?: number
}

/** The style of everything that is not a source symbol, and the map's texts. */
export function useMapStyle(props: MapStyleProps) {
  const { opened, report, palette, view, measured, sectors, selectedLine, ringSurface, basemaps, heat } = props
  const { leastPixels = 0 } = props
  const { i18n } = useTranslation()
  const { language } = i18n
  const { dataset, evaluation, shown } = opened
  const hidden = useMemo(() => new Set(view.hidden), [view.hidden])
  const outlines = outlinesWithCode(dataset)
  const areas = countyAreas(dataset)
  const borders = useMemo(() => borderLines(dataset.outlines), [dataset])
  const labels = useMemo(
    () => countyLabels(dataset, hidden.has('dustfall') ? null : report, language),
    [dataset, report, language, hidden],
  )
  const points = useMemo(() => dustfallPoints(dataset, report), [dataset, report])
  // Most filters leave the lines unchanged; a joined string changes only when they do.
  const shownLines = shown.lines.join('\n')
  const lines = useMemo(
    () => lineFeatures(dataset, evaluation.lineGrades, new Set(shownLines.split('\n')), palette.grades.length),
    [dataset, evaluation.lineGrades, shownLines, palette],
  )
  const names = useMemo(() => {
    const isDrawn = (key: string) => key === selectedLine || !hidden.has(key.slice(0, key.indexOf('/')))
    const keys = shownLines.split('\n').filter(isDrawn)
    const drops = hidden.has('points') ? { ...points, features: [] } : points
    return namedThings(dataset, labels, areas, drops, evaluation.lineGrades, new Set(keys), language)
  }, [dataset, labels, areas, points, evaluation.lineGrades, shownLines, hidden, selectedLine, language])
  const lineKinds = useMemo(() => dataset.kinds.filter(({ place }) => place === 'line').map(({ id }) => id), [dataset])
  const { area } = view.filters
  const around = useAroundSurfaces(opened, area)
  const drawn = useMemo(
    () => drawnFeatures(dataset, area, around, measured, sectors),
    [dataset, area, around, measured, sectors],
  )
  const basemapWords = useMemo(
    () => ({ language, taken: dataset.counties.flatMap(({ name, aliases }) => [name, ...aliases]), leastPixels }),
    [language, dataset, leastPixels],
  )
  const { county: focusedCounty, opacity } = view
  const input = useSameObject({
    palette,
    outlines,
    borders,
    neighbours: dataset.neighbours,
    rivers: dataset.rivers,
    builtUpArea: dataset.builtUpArea,
    ring: ringSurface,
    lines,
    lineKinds,
    points,
    report,
    drawn,
    focusedCounty,
    selectedLine,
    hidden,
    opacity,
    basemaps,
    basemapWords,
    heat,
  })
  const style = useMemo((): StyleSpecification => mapStyle(input), [input])
  return { style, labels, points, names, outlines, lines, hidden, around, drawn }
}
