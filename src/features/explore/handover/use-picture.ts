import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { Surface } from '@/domain/geodesy/area-index'
import { STATUS_NAMES } from '@/domain/rules/status'
import type { KindId } from '@/domain/sources/kinds/kind'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { dustfallBreaks } from '@/layers/dustfall-scale'
import { paletteOf } from '@/layers/palette'
import { useLoadedBasemaps } from '@/map/basemap/use-basemaps'
import { type Bounds, boundsOf } from '@/map/instance/bounds'
import { drawPicture } from '@/map/picture/picture'
import type { PictureMark } from '@/map/picture/picture-input'
import { useMapStyle } from '@/map/style/use-map-style'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu, useOpened, useReport } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { sourceLines } from './source-lines'

/** Longer side of what is shown about a single source, in degrees. */
const LEAST_DEGREES = 0.02

/** A source to be drawn on a picture. */
export type SourceMark = Omit<PictureMark, 'shape'> & { readonly kind: KindId }

/** The box about marks, never so small that nothing around them is seen; the whole city without any. */
function boundsAbout(marks: readonly PictureMark[], city: Bounds): Bounds {
  if (marks.length === 0) return city
  const lons = marks.map(({ at }) => at[0])
  const lats = marks.map(({ at }) => at[1])
  const around = (values: readonly number[]): [number, number] => {
    const [low, high] = [Math.min(...values), Math.max(...values)]
    const more = Math.max(0, LEAST_DEGREES - (high - low)) / 2
    return [low - more, high + more]
  }
  const [[west, east], [south, north]] = [around(lons), around(lats)]
  return [west, south, east, north]
}

/**
 * Draws maps for paper in the light theme, since paper is white: of given marks, under a title, with the areas that were drawn
 * to choose by or without them. Null until it can.
 */
export function usePicture(withAreas: boolean) {
  const { t, i18n } = useTranslation()
  const opened = useOpened()
  const { word } = useDataWords()
  const report = useReport()
  const view = useChentu((state) => state.view)
  const { dataset, ring, evaluation } = opened
  const palette = paletteOf('light')
  const ringSurface = useAnswer<Surface>(
    async (worker) => worker.ringSurface(ring),
    `${ring.basis} ${ring.radiusMetres}`,
  )
  const { loaded: basemaps } = useLoadedBasemaps()
  const { style, labels } = useMapStyle({
    opened,
    report,
    palette,
    // Which county was looked at on the screen is no part of a picture.
    view: { hidden: view.hidden, opacity: view.opacity, county: null, filters: withAreas ? view.filters : NO_FILTERS },
    measured: [],
    sectors: [],
    selectedLine: null,
    ringSurface,
    basemaps,
    heat: null,
  })
  const city = boundsOf(dataset.outlines)
  if (!ringSurface || !city) return null
  const asOf = t('picture.asOf', { day: evaluation.asOf, month: report?.month ?? '—' })
  const scaleWords = (dustfallLimit: number) =>
    t('picture.scale', { breaks: dustfallBreaks(dustfallLimit).join(' · '), limit: dustfallLimit })
  return (
    title: string,
    marked: readonly SourceMark[],
    size: { readonly width: number; readonly height: number; readonly scale: number; readonly whole: boolean },
  ) => {
    const shapes = new Map(dataset.kinds.map(({ id, symbol }) => [id, symbol.shape]))
    const marks = marked.map((mark): PictureMark => ({ ...mark, shape: shapes.get(mark.kind) ?? 'circle' }))
    const shown = new Set(marked.map(({ kind }) => kind))
    const kinds = dataset.kinds.filter(({ id }) => shown.has(id))
    const dustfall = report !== null && !view.hidden.includes('dustfall')
    const behind = dataset.provenance.filter(({ role }) => shown.has(role) || (dustfall && role.startsWith('dustfall')))
    const statuses = STATUS_NAMES.filter((name) => marks.some(({ status }) => status === name)).reverse()
    return drawPicture({
      ...size,
      style,
      palette,
      labels,
      marks,
      bounds: size.whole ? city : boundsAbout(marks, city),
      title,
      lines: [
        `${inLanguage(dataset.settings.city, i18n.language)} · ${asOf}`,
        ...sourceLines(t, word, behind),
        ...basemaps.map(({ basemap }) => t('basemap.line', { name: basemap.name, attribution: basemap.attribution })),
      ],
      north: t('picture.north'),
      scaleWords: dustfall ? scaleWords(report.dustfallLimit) : null,
      legend: [
        ...kinds.map(({ symbol, title: text }) => ({
          shape: symbol.shape,
          status: 'fine' as const,
          text: inLanguage(text, i18n.language),
        })),
        ...statuses.map((status) => ({ shape: 'circle' as const, status, text: t(`status.${status}`) })),
      ],
    })
  }
}
