import type { FeatureCollection, Point } from 'geojson'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import type { Surface } from '@/domain/geodesy/area-index'
import type { DrawnSources } from '@/domain/sources/view/drawn-sources'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import type { LookLegend } from '@/domain/sources/view/look'
import { dustfallOpacity } from '@/layers/map-style'
import { type PaletteName, paletteOf } from '@/layers/palette'
import { useLoadedBasemaps } from '@/map/basemap/use-basemaps'
import { type Bounds, cityBounds } from '@/map/instance/bounds'
import { packageLegend } from '@/map/legend/legend-in-view'
import { useDustfallHeading } from '@/map/legend/use-dustfall-heading'
import { useLegendText } from '@/map/legend/use-legend-text'
import { useLookText } from '@/map/legend/use-look-text'
import { useMapStyle } from '@/map/style/use-map-style'
import type { DrawnCounts } from '@/questions/map/drawn-counts'
import type { SceneRequest } from '@/questions/map/source-scene'
import { useAnswer } from '@/store/answers/use-answer'
import { useLookLegend } from '@/store/answers/use-look-legend'
import { type Opened, useChentu, useOpened, useOtherReport, useReport } from '@/store/chentu'
import { useDrawnView } from '@/store/chentu/on-map'
import type { View } from '@/store/view/view'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import { monthName } from '@/store/words/month-name'
import { datasetWorker } from '@/workers/client'
import { numbersText } from './mark-groups'
import type { MapAlone } from './picture'
import { boundsOf, type PictureContent } from './picture-content'
import type { PictureChosen, PictureInput, PictureMark } from './picture-input'
import { drawnText, sourceLines } from './source-lines'

/** Size in CSS pixels; `scale` is image pixels per CSS pixel. */
export interface PictureSize {
  readonly width: number
  readonly height: number
  readonly scale: number
}

/** Free pixels around what must be visible, unless a box is given. */
const PADDING = 28
/** Placeholder: which cells become heat is known only once the map is ready. */
const NO_HEAT: FeatureCollection<Point> = { type: 'FeatureCollection', features: [] }

/** What is drawn and how: the screen's view, or another view of the same package. */
export interface PictureView {
  readonly opened: Opened
  readonly view: Pick<View, 'hidden' | 'opacity' | 'filters' | 'look' | 'density' | 'ring' | 'county'>
  readonly report: MonthReport | null
  /** The month to compare with. */
  readonly other: MonthReport | null
  readonly lookLegend: LookLegend | null
  readonly chosen: PictureChosen | null
  /** Returns what a map would draw of the sources. */
  scene(request: SceneRequest): Promise<DrawnSources>
  /** Counts what a map of certain bounds shows of them. */
  count(on: Pick<SceneRequest, 'hidden'>, bounds: Bounds): Promise<DrawnCounts>
}

/** Without a title the picture is part of a page, and its lines are joined to save space. */
const withTitle = (title: string, lines: readonly string[]) => (title === '' ? [lines.join('　')] : lines)

/**
 * Draws maps for paper from what the screen shows, in the light theme because paper is white: of marks or of
 * everything, with a title, with or without the areas drawn to select sources. Null until everything it needs has
 * loaded.
 */
export function usePicture(withAreas: boolean) {
  const view = useDrawnView(useChentu((state) => state.view))
  const shown = { opened: useOpened(), report: useReport(), other: useOtherReport() }
  const lookLegend = useLookLegend(view.look)
  const prepare = usePictureInput(
    {
      ...shown,
      // The county and source the user looked at are not part of a picture.
      view: { ...view, county: null },
      lookLegend,
      chosen: null,
      scene: (request) => datasetWorker().sourceScene(request),
      count: (on, bounds) => datasetWorker().drawnCounts(on, bounds),
    },
    withAreas,
    'light',
  )
  if (!prepare) return null
  return async (
    title: string,
    of: PictureContent,
    size: PictureSize,
    subtitle: PictureInput['subtitle'] = () => '',
  ) => {
    // The drawing code is loaded with the first picture.
    const { drawPicture } = await import('@/map/picture/picture')
    return drawPicture({ ...prepare(title, of, size).input, subtitle })
  }
}

/** A map that fills its picture, and the texts to show beside it. */
export interface PicturedMap extends MapAlone {
  /** City, date and attribution of the basemaps, shown beside it on every screen. */
  readonly about: string
  /** The same with the origin of the data, for paper. */
  readonly source: string
}

/** Draws a view without legend and lines, in the colours of a theme. Null until everything it needs has loaded. */
export function useMapAlone(view: PictureView, palette: PaletteName) {
  const prepare = usePictureInput(view, true, palette)
  if (!prepare) return null
  return async (box: Bounds | null, size: PictureSize, signal: AbortSignal): Promise<PicturedMap> => {
    const { drawMapAlone } = await import('@/map/picture/picture')
    const { input, about } = prepare('', { box }, size)
    const drawn = await drawMapAlone({ ...input, signal })
    const counts = await view.count(view.view, drawn.bounds)
    return { ...drawn, about, source: input.lines(counts).join('') }
  }
}

/** Prepares the input of a picture of a view, see {@link usePicture}. Null until everything it needs has loaded. */
function usePictureInput(
  { opened, view, report, other, lookLegend, chosen, scene, count }: PictureView,
  withAreas: boolean,
  theme: PaletteName,
) {
  const { t, i18n } = useTranslation()
  const { word } = useDataWords()
  const { dataset, ring, evaluation } = opened
  const palette = paletteOf(theme)
  // Without areas, line sources are marked by numbered symbols, so their lines are hidden.
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
    view: {
      hidden: hiddenOn,
      opacity: view.opacity,
      county: view.county,
      filters: withAreas ? view.filters : NO_FILTERS,
    },
    measured: [],
    sectors: [],
    selectedLine: chosen?.line ?? null,
    ringSurface,
    basemaps,
    heat: view.density.form === 'heat' ? NO_HEAT : null,
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
  return (
    title: string,
    of: PictureContent,
    size: PictureSize,
  ): { readonly input: PictureInput; readonly about: string } => {
    const symbols = new Map(dataset.kinds.map(({ id, symbol }) => [id, symbol]))
    const marks =
      'marks' in of
        ? of.marks.map((mark): PictureMark => {
            const { shape = 'circle', mark: letter = '' } = symbols.get(mark.kind) ?? {}
            return { ...mark, shape, mark: letter }
          })
        : null
    // A picture of marks shows one month only.
    const beside = marks ? null : other
    const months = [report, beside].flatMap((each) => each ?? []).sort((a, b) => (a.month < b.month ? -1 : 1))
    const asOf = t('picture.asOf', {
      day: evaluation.asOf,
      month: months.map(({ month }) => month).join(t('ui.comma')) || '—',
    })
    const dustfall = report !== null && !hidden.has('dustfall')
    /** Provenance of what is drawn. */
    const behind = (kinds: readonly string[]) =>
      dataset.provenance.filter(({ role }) => kinds.includes(role) || (dustfall && role.startsWith('dustfall')))
    const about = `${inLanguage(dataset.settings.city, i18n.language)} · ${asOf}`
    const under = basemaps.map(({ basemap }) =>
      t('basemap.line', { name: basemap.name, attribution: basemap.attribution }),
    )
    const input: PictureInput = {
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
            scene: (window, zoom) => scene({ window, zoom, hidden: hiddenKinds, look, density }),
            count: (bounds) => count({ hidden: hiddenKinds }, bounds),
          },
      look:
        marks || !look || !lookLegend
          ? null
          : { kind: look.kind, column: look.colour, legend: lookLegend, sizeColumn: look.size },
      chosen: marks ? null : chosen,
      heat: !marks && view.density.form === 'heat',
      opacity: view.opacity.sources ?? 1,
      dustfallOpacity: dustfallOpacity(view.opacity, basemaps.length > 0),
      bounds: boundsOf(of, city),
      padding: 'box' in of && of.box ? 0 : PADDING,
      title,
      // For marks, the accompanying list states the origin of the data.
      lines: (drawn) =>
        withTitle(title, [
          [about, ...(drawn ? [drawnText(t, drawn)] : [])].join(' · '),
          ...(drawn ? sourceLines(t, word, behind(drawn.kinds)) : []),
          ...under,
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
        areas: ofMonth.drawn,
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
        numbers: (all) => numbersText(all, t('frame.comma')),
      },
    }
    return { input, about: [about, ...under].join('　') }
  }
}
