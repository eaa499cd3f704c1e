import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import type { Surface } from '@/domain/geodesy/area-index'
import type { Position } from '@/domain/geodesy/position'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { useLegendText } from '@/features/explore/layers/use-legend-text'
import { useLookText } from '@/features/explore/look/use-look-text'
import { paletteOf } from '@/layers/palette'
import { useLoadedBasemaps } from '@/map/basemap/use-basemaps'
import { type Bounds, cityBounds } from '@/map/instance/bounds'
import { packageLegend } from '@/map/legend-in-view'
import { drawPicture } from '@/map/picture/picture'
import type { PictureMark } from '@/map/picture/picture-input'
import { useMapStyle } from '@/map/style/use-map-style'
import { useAnswer } from '@/store/answers/use-answer'
import { useLookLegend } from '@/store/answers/use-look-legend'
import { useChentu, useOpened, useOtherReport, useReport } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import { monthName } from '@/store/words/month-name'
import { datasetWorker } from '@/workers/client'
import { sourceLines } from './source-lines'

/** Longer side of what is shown about a single source, in degrees. */
const LEAST_DEGREES = 0.02
/** So many marks that lie together have all their numbers said. */
const MOST_NAMED = 2

/** A source to be drawn on a picture with the number by which a list tells more. */
export type SourceMark = Omit<PictureMark, 'shape' | 'mark'>

/** What a picture is of: sources with numbers on the whole city, or all that is shown, on the city or only about places. */
export type PictureOf = { readonly marks: readonly SourceMark[] } | { readonly about: readonly Position[] | null }

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

/**
 * Draws maps for paper in the light theme, since paper is white: of marks or of all that the screen's map shows, under a title, with the areas that were drawn
 * to choose by or without them. Null until it can.
 */
export function usePicture(withAreas: boolean) {
  const { t, i18n } = useTranslation()
  const opened = useOpened()
  const { word } = useDataWords()
  const report = useReport()
  const other = useOtherReport()
  const view = useChentu((state) => state.view)
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
  const { loaded: basemaps } = useLoadedBasemaps()
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
  const { look } = view
  const lookLegend = useLookLegend(look)
  const lookText = useLookText()
  const legendText = useLegendText()
  const kindTexts = useKindTexts()
  const city = cityBounds(dataset, view)
  if (!ringSurface || !city) return null
  return (
    title: string,
    of: PictureOf,
    size: { readonly width: number; readonly height: number; readonly scale: number },
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
    return drawPicture({
      ...size,
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
        : {
            scene: (window, zoom) =>
              datasetWorker().scene({ window, zoom, hidden: view.hidden, look: view.look, density: view.density }),
          },
      look:
        marks || !look || !lookLegend
          ? null
          : { kind: look.kind, column: look.colour, legend: lookLegend, sizeColumn: look.size },
      bounds: 'about' in of && of.about ? boundsAbout(of.about, city) : city,
      title,
      lines: [
        `${inLanguage(dataset.settings.city, i18n.language)} · ${asOf}`,
        // Where the sources of a list are from, the list says.
        ...(marks ? [] : sourceLines(t, word, behind)),
        ...basemaps.map(({ basemap }) => t('basemap.line', { name: basemap.name, attribution: basemap.attribution })),
      ],
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
            ? t('picture.dustfall', { limit: report?.dustfallLimit })
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
