import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import type { Surface } from '@/domain/geodesy/area-index'
import type { Position } from '@/domain/geodesy/position'
import type { DrawnSources } from '@/domain/sources/view/drawn-sources'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import type { LookLegend } from '@/domain/sources/view/look'
import { paletteOf } from '@/layers/palette'
import { useLoadedBasemaps } from '@/map/basemap/use-basemaps'
import { type Bounds, cameraBounds, cityBounds } from '@/map/instance/bounds'
import { packageLegend } from '@/map/legend/legend-in-view'
import { useDustfallHeading } from '@/map/legend/use-dustfall-heading'
import { useLegendText } from '@/map/legend/use-legend-text'
import { useLookText } from '@/map/legend/use-look-text'
import { useMapStyle } from '@/map/style/use-map-style'
import type { SceneRequest } from '@/questions/source-scene'
import { useAnswer } from '@/store/answers/use-answer'
import { useLookLegend } from '@/store/answers/use-look-legend'
import { type Opened, useChentu, useOpened, useOtherReport, useReport } from '@/store/chentu'
import type { View } from '@/store/view/view'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import { monthName } from '@/store/words/month-name'
import { datasetWorker } from '@/workers/client'
import type { PictureMark } from './picture-input'
import { sourceLines } from './source-lines'

/** Longer side of what is shown about a single source, in degrees. */
const LEAST_DEGREES = 0.02
/** So many marks that lie together have all their numbers said. */
const MOST_NAMED = 2

/** A source to be drawn on a picture with the number by which a list tells more. */
export type SourceMark = Omit<PictureMark, 'shape' | 'mark'>

/** What a picture is of: sources with numbers on the whole city or only about places, or all that is shown, on the city, only about places, or where a camera stood. */
export type PictureOf =
  | { readonly marks: readonly SourceMark[]; readonly about?: readonly Position[] }
  | { readonly about: readonly Position[] | null }
  | { readonly camera: View['camera'] }

/** What is drawn, and how: what the screen shows, or another view of the same package. */
export interface PictureView {
  readonly opened: Opened
  readonly view: Pick<View, 'hidden' | 'opacity' | 'filters' | 'look' | 'density' | 'ring'>
  readonly report: MonthReport | null
  /** The month beside it. */
  readonly other: MonthReport | null
  readonly lookLegend: LookLegend | null
  /** What a map would draw of its sources. */
  scene(request: SceneRequest): Promise<DrawnSources>
}

/** The box about places, never so small that nothing around them is seen; the whole city without any. */
function boundsAbout(places: readonly Position[], city: Bounds): Bounds {
  if (places.length === 0) return city
  const lons = places.map(([lon]) => lon)
  const lats = places.map(([, lat]) => lat)
  const around = (values: readonly number[]): [number, number] => {
    const [low, high] = [Math.min(...values), Math.max(...values)]
    const more = Math.max(0, LEAST_DEGREES - (high - low)) / 2
    return [low - more, high + more]
  }
  const [[west, east], [south, north]] = [around(lons), around(lats)]
  return [west, south, east, north]
}

/** Without a title a picture is part of a page, and its lines take as little of it as they can. */
const withTitle = (title: string, lines: readonly string[]) => (title === '' ? [lines.join('　')] : lines)

const boundsOf = (of: PictureOf, city: Bounds): Bounds => {
  if ('camera' in of && of.camera) return cameraBounds(of.camera)
  return 'about' in of && of.about ? boundsAbout(of.about, city) : city
}

/** Draws maps for paper of what the screen shows, as {@link usePictureOf} does. */
export function usePicture(withAreas: boolean) {
  const view = useChentu((state) => state.view)
  const shown = { opened: useOpened(), view, report: useReport(), other: useOtherReport() }
  const lookLegend = useLookLegend(view.look)
  return usePictureOf({ ...shown, lookLegend, scene: (request) => datasetWorker().scene(request) }, withAreas)
}

/**
 * Draws maps for paper in the light theme, since paper is white: of marks or of all that a view shows, under a title, with the
 * areas that were drawn to choose by or without them. Null until it can.
 */
export function usePictureOf({ opened, view, report, other, lookLegend, scene }: PictureView, withAreas: boolean) {
  const { t, i18n } = useTranslation()
  const { word } = useDataWords()
  const { dataset, ring, evaluation } = opened
  const palette = paletteOf('light')
  // Sources along lines have their numbers at symbols; where there are none, the lines stand.
  const hiddenOn = useMemo(
    () => [
      ...view.hidden,
      ...(withAreas ? [] : dataset.kinds.filter(({ place }) => place === 'line').map(({ id }) => id)),
    ],
    [view.hidden, withAreas, dataset],
  )
  const ringSurface = useAnswer<Surface>(
    async (worker) => worker.ringSurface(ring),
    `${ring.basis} ${ring.radiusMetres}`,
  )
  const { loaded: basemaps, opening } = useLoadedBasemaps()
  const shared = {
    opened,
    palette,
    // Which county was looked at on the screen is no part of a picture.
    view: { hidden: hiddenOn, opacity: view.opacity, county: null, filters: withAreas ? view.filters : NO_FILTERS },
    measured: [],
    sectors: [],
    selectedLine: null,
    ringSurface,
    basemaps,
    heat: null,
  }
  const ofMonth = useMapStyle({ ...shared, report })
  const ofOther = useMapStyle({ ...shared, report: other ?? report })
  const { outlines, points, lines, hidden } = ofMonth
  const captionOf = ({ month, city }: MonthReport) =>
    [
      monthName(t, month),
      `${t('ranking.cityMean')} ${tenth(city.mean)}`,
      ...(city.overCount > 0 ? [t('ranking.countyCount', { count: city.overCount })] : []),
    ].join(' · ')
  const { hidden: hiddenKinds, look, density } = view
  const lookText = useLookText()
  const legendText = useLegendText()
  const kindTexts = useKindTexts()
  const dustfallHeading = useDustfallHeading()
  const city = cityBounds(dataset, view)
  if (!ringSurface || !city || opening) return null
  return async (
    title: string,
    of: PictureOf,
    size: { readonly width: number; readonly height: number; readonly scale: number },
    /** Calls it off. */
    signal?: AbortSignal,
  ) => {
    const symbols = new Map(dataset.kinds.map(({ id, symbol }) => [id, symbol]))
    const marks =
      'marks' in of
        ? of.marks.map((mark): PictureMark => {
            const { shape = 'circle', mark: letter = '' } = symbols.get(mark.kind) ?? {}
            return { ...mark, shape, mark: letter }
          })
        : null
    // A list of sources is no comparison of months.
    const beside = marks ? null : other
    const months = [report, beside].flatMap((each) => each ?? []).sort((a, b) => (a.month < b.month ? -1 : 1))
    const asOf = t('picture.asOf', {
      day: evaluation.asOf,
      month: months.map(({ month }) => month).join(t('ui.comma')) || '—',
    })
    const dustfall = report !== null && !hidden.has('dustfall')
    const isOnMap = (role: string) =>
      dataset.kinds.some(({ id, place }) => id === role && place !== 'county') && !hidden.has(role)
    const behind = dataset.provenance.filter(({ role }) => isOnMap(role) || (dustfall && role.startsWith('dustfall')))
    // The map's own code comes with the first picture.
    const { drawPicture } = await import('@/map/picture/picture')
    return drawPicture({
      ...size,
      signal,
      panes: beside
        ? months.map((each) => {
            const { style, names } = each === beside ? ofOther : ofMonth
            return { style, names, caption: captionOf(each) }
          })
        : [{ style: ofMonth.style, names: ofMonth.names, caption: null }],
      palette,
      drops: !hidden.has('points'),
      sources: marks
        ? { marks }
        : { scene: (window, zoom) => scene({ window, zoom, hidden: hiddenKinds, look, density }) },
      look:
        marks || !look || !lookLegend
          ? null
          : { kind: look.kind, column: look.colour, legend: lookLegend, sizeColumn: look.size },
      bounds: boundsOf(of, city),
      title,
      lines: withTitle(title, [
        `${inLanguage(dataset.settings.city, i18n.language)} · ${asOf}`,
        // Where the sources of a list are from, the list says.
        ...(marks ? [] : sourceLines(t, word, behind)),
        ...basemaps.map(({ basemap }) => t('basemap.line', { name: basemap.name, attribution: basemap.attribution })),
      ]),
      legend: {
        ...packageLegend(dataset),
        report,
        other: beside,
        hidden,
        outlines,
        points,
        ring: ringSurface,
        lines,
      },
      words: {
        north: t('picture.north'),
        distance: (metres) =>
          metres < 1000 ? `${metres} ${t('map.metres')}` : `${metres / 1000} ${t('map.kilometres')}`,
        entry: legendText,
        heading: (entry) =>
          entry.type === 'dustfall'
            ? entry.months === null
              ? t('picture.dustfall', { limit: entry.dustfallLimit })
              : dustfallHeading(t('frame.dates.dustfall'), entry)
            : entry.type === 'line'
              ? kindTexts.title(entry.kind)
              : entry.type === 'look'
                ? lookText.heading(entry.kind, entry.column)
                : null,
        numbers: (all) =>
          all.length <= MOST_NAMED
            ? all.join(t('frame.comma'))
            : t('picture.together', { first: all[0], count: all.length }),
      },
    })
  }
}
