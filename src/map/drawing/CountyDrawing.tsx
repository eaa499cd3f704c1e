import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { borderLines } from '@/layers/border-lines'
import { FADE } from '@/layers/county-layers'
import { dustfallClass, OVER_CLASS } from '@/layers/dustfall-scale'
import { placeLabels } from '@/layers/label-places'
import { countyWishes } from '@/layers/map-labels'
import { nameColours } from '@/layers/name-colours'
import { paletteOf, type Theme } from '@/layers/palette'
import { cityBounds, FIT_PIXELS } from '@/map/instance/bounds'
import { type Covered, NOTHING_COVERED } from '@/map/instance/covered'
import { countyAreas, countyLabels } from '@/map/style/county-labels'
import type { Dataset } from '@/questions/dataset'
import type { View } from '@/store/view/view'
import classes from './CountyDrawing.module.css'
import { fitCamera } from './fit-camera'
import { pathOf, screenAt } from './ground-drawing'

const NAME_PIXELS = 15

interface Props {
  readonly dataset: Dataset
  readonly report: MonthReport | null
  readonly theme: Theme
  readonly view: Pick<View, 'camera' | 'hidden' | 'ring'>
  /** What lies over the map: its middle is the middle of the rest. */
  readonly covered?: Covered
}

/**
 * The counties as the map will show them, drawn before its code is there: at the same camera, in the same colours, so that nothing
 * moves when the map takes its place.
 */
export function CountyDrawing({ dataset, report, theme, view, covered = NOTHING_COVERED }: Props) {
  const { i18n } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<readonly [number, number] | null>(null)
  useLayoutEffect(() => {
    const { current } = frame
    if (!current) return
    const measure = () => setSize([current.clientWidth, current.clientHeight])
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  const { camera, hidden, ring } = view
  const shown = hidden.includes('dustfall') ? null : report
  const palette = paletteOf(theme)
  const drawing = useMemo(() => {
    if (!size) return null
    const [width, height] = size
    const bounds = cityBounds(dataset, { ring, hidden })
    const [lon, lat] = dataset.settings.centre
    const at = camera ?? (bounds ? fitCamera(bounds, width, height, FIT_PIXELS) : { lon, lat, zoom: 9 })
    const { window, place } = screenAt(at, width, height)
    const counties = countyLabels(dataset, shown, i18n.language)
    const wishes = countyWishes({ counties, countyAreas: countyAreas(dataset) }, NAME_PIXELS, at.zoom)
    return {
      zoom: at.zoom,
      counties: dataset.outlines.features.map(({ id, geometry }) => ({
        code: String(id),
        path: pathOf(geometry, place),
      })),
      borders: pathOf(borderLines(dataset.outlines).geometry, place),
      neighbours: dataset.neighbours.features.map(({ geometry }) => pathOf(geometry, place)).join(''),
      rivers: dataset.rivers.features.map(({ geometry }) => pathOf(geometry, place)).join(''),
      names:
        at.zoom < FADE.to
          ? placeLabels(wishes, [], window, at.zoom).map((each) => ({
              ...each,
              on: place(each.at),
              colours: nameColours(each.wish.dustfall, palette),
            }))
          : [],
    }
  }, [size, dataset, shown, camera, ring, hidden, i18n.language, palette])
  const near = drawing ? Math.max(0, Math.min(1, (drawing.zoom - FADE.from) / (FADE.to - FADE.from))) : 0
  const classOf = (code: string) => {
    const value = shown?.rows.find(({ county }) => county === code)?.figure.value
    return shown && value != null ? dustfallClass(value, shown.dustfallLimit) : null
  }
  return (
    <div
      ref={frame}
      className={classes.frame}
      style={{ background: palette.land, right: covered.right, bottom: covered.bottom }}
    >
      {drawing && (
        <svg aria-hidden="true" width="100%" height="100%" data-testid="county-drawing">
          <defs>
            <pattern id="drawn-over" width="8" height="8" patternUnits="userSpaceOnUse">
              <path d="M-1 9L9 -1M-1 1L1 -1M7 9L9 7" stroke={palette.hatch} strokeWidth="1" opacity="0.34" />
            </pattern>
          </defs>
          <path
            d={drawing.neighbours}
            fill="none"
            stroke={palette.neighbour}
            strokeOpacity="0.5"
            strokeDasharray="3 3"
          />
          {drawing.counties.map(({ code, path }) => {
            const of = classOf(code)
            return (
              <g key={code} fillRule="evenodd">
                <path d={path} fill={near < 1 ? palette.unranked : palette.land} />
                {of !== null && <path d={path} fill={palette.dustfall[of]} fillOpacity={1 - near * (1 - FADE.share)} />}
                {of !== null && of >= OVER_CLASS && near === 0 && <path d={path} fill="url(#drawn-over)" />}
              </g>
            )
          })}
          <path
            d={drawing.borders}
            fill="none"
            stroke={palette.panel}
            strokeWidth="2"
            strokeOpacity={0.9 * (1 - near)}
          />
          <path d={drawing.borders} fill="none" stroke={palette.border} strokeDasharray="4 2.5" />
          <path d={drawing.rivers} fill="none" stroke={palette.water} strokeWidth="1.8" strokeLinejoin="round" />
          {drawing.names.map(({ wish, on: [x, y], offset: [dx, dy], colours: { text, rim } }) => (
            <text key={wish.text} className={classes.name} fontSize={wish.size} fill={text} stroke={rim}>
              {wish.text.split('\n').map((line, i, all) => (
                <tspan key={line} x={x + dx} y={y + dy + (i - (all.length - 1) / 2) * wish.size * 1.15}>
                  {line}
                </tspan>
              ))}
            </text>
          ))}
        </svg>
      )}
    </div>
  )
}
