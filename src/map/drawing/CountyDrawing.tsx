import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { fitCamera } from '@/domain/geodesy/fit-camera'
import type { Position } from '@/domain/geodesy/position'
import { borderLines } from '@/layers/border-lines'
import { COUNTY_FADE } from '@/layers/county-layers'
import { classOfRow, OVER_CLASS } from '@/layers/dustfall-scale'
import { placeLabels } from '@/layers/label-places'
import { countyLabelRequests } from '@/layers/map-labels'
import { type MapTheme, paletteOf } from '@/layers/palette'
import { cityBounds, FIT_PIXELS } from '@/map/instance/bounds'
import { type Covered, NOTHING_COVERED } from '@/map/instance/covered'
import { countyAreas, countyLabels } from '@/map/style/county-labels'
import type { Dataset } from '@/questions/dataset'
import { cacheLast } from '@/questions/memo'
import type { Camera, View } from '@/store/view/view'
import classes from './CountyDrawing.module.css'
import { pathOf, screenAt } from './ground-drawing'

/** Letter height in pixels if the style sets none. Line widths scale with the letter height. */
const LETTER_PIXELS = 15
/** The smallest letters that a map uses, in pixels. */
const SMALLEST_PIXELS = 12
/** Half the width of a mark, in pixels. */
const MARK = 9

/** A diamond around a point of the drawing, as the path of an SVG. */
const diamondAt = ([x, y]: readonly [number, number], half: number) =>
  `M${x} ${y - half}l${half} ${half}l${-half} ${half}l${-half} ${-half}Z`

/** Whether the letters are those of a wall display. */
const isWall = (letter: number) => letter > 1.5 * LETTER_PIXELS
/** Above this zoom borders extend so far beyond the window that dashing them alone takes the processor seconds. */
const MAX_DASHED_ZOOM = 12

// biome-ignore lint/suspicious/noArrayIndexKey: lines of a drawing have only their order as a key
const lines = (paths: readonly string[]) => paths.map((d, i) => <path key={i} d={d} />)

/** On a small map with a mark, letters are made smaller down to this share as long as names are missing. */
const SHARES = [1, 0.9, 0.8, 0.7, 0.6] as const

/** The largest letters with which as many names as possible have room, in pixels. */
function markedLetter(letter: number, namesIn: (letter: number) => readonly unknown[]): number {
  const sizes = SHARES.map((share) => letter * share).filter((size) => size === letter || size >= SMALLEST_PIXELS)
  const counts = sizes.map((size) => namesIn(size).length)
  return sizes[counts.indexOf(Math.max(...counts))]!
}

/** A place to be marked, in a county whose name is shown in any case. */
interface Marked {
  readonly at: Position
  readonly county: string
}

interface Wanted extends Pick<View, 'camera' | 'hidden' | 'ring'> {
  readonly size: readonly [width: number, height: number, letter: number]
  readonly shown: MonthReport | null
  readonly language: string
  readonly marked: Marked | null
}

const isSame = (one: Wanted, other: Wanted) =>
  String(one.size) === String(other.size) &&
  (Object.keys(one) as (keyof Wanted)[]).every((name) => name === 'size' || one[name] === other[name])

/** Outlines and rivers as paths in pixels, which stay the same when another month is shown. */
const pathsOf = cacheLast((dataset: Dataset, { at, width, height }: { at: Camera; width: number; height: number }) => {
  const { place } = screenAt(at, width, height)
  return {
    counties: dataset.outlines.features.map(({ id, geometry }) => ({
      code: String(id),
      path: pathOf(geometry, place),
    })),
    // One path per line, so that lines outside a tile of the picture are not painted for it.
    borders: borderLines(dataset.outlines).geometry.coordinates.map((coordinates) =>
      pathOf({ type: 'LineString', coordinates }, place),
    ),
    neighbours: dataset.neighbours.features.map(({ geometry }) => pathOf(geometry, place)),
    rivers: dataset.rivers.features.map(({ geometry }) => pathOf(geometry, place)),
  }
})

/** The drawing in pixels; memoised, because three parts of a starting screen draw it one after the other. */
const drawingOf = cacheLast((dataset: Dataset, wanted: Wanted) => {
  const { camera, ring, hidden, shown, language, marked } = wanted
  const [width, height, letter] = wanted.size
  const bounds = cityBounds(dataset, { ring, hidden })
  const [lon, lat] = dataset.settings.centre
  const at = camera ?? (bounds ? fitCamera(bounds, width, height, FIT_PIXELS) : { lon, lat, zoom: 9 })
  const { window, place } = screenAt(at, width, height)
  const counties = countyLabels(dataset, shown, language)
  /** The names with letters of a size, in pixels. */
  const namesIn = (size: number) => {
    // On a wall display, and beside a mark, names are placed at the scale where their letters have the map's smallest
    // size, so that none is shrunk.
    const units = isWall(size) || marked ? size / SMALLEST_PIXELS : 1
    const zoom = at.zoom - Math.log2(units)
    const wishes = countyLabelRequests(
      { counties, countyAreas: countyAreas(dataset) },
      size / units,
      zoom,
      (code) => code === marked?.county,
    )
    const half = MARK * (letter / LETTER_PIXELS / units)
    const obstacles = marked ? [{ at: marked.at, box: [-half, -half, half, half] as const }] : []
    return placeLabels(wishes, obstacles, window, zoom).map((each) => ({
      ...each,
      units,
      on: place(each.at),
    }))
  }
  return {
    place,
    zoom: at.zoom,
    ...pathsOf(dataset, { at, width, height }),
    names: at.zoom < COUNTY_FADE.to ? namesIn(marked ? markedLetter(letter, namesIn) : letter) : [],
  }
}, isSame)

interface Props {
  readonly dataset: Dataset
  readonly report: MonthReport | null
  readonly theme: MapTheme
  readonly view: Pick<View, 'camera' | 'hidden' | 'ring'>
  /** What covers the map; the map is centred in the rest. */
  readonly covered?: Covered
  readonly marked?: Marked | null
}

/**
 * The counties as the map will show them, drawn before the map's code has loaded: same camera and colours, so that
 * nothing moves when the map takes over.
 */
export function CountyDrawing({ dataset, report, theme, view, covered = NOTHING_COVERED, marked = null }: Props) {
  const { i18n } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<readonly [width: number, height: number, letter: number] | null>(null)
  useLayoutEffect(() => {
    const { current } = frame
    if (!current) return
    const letter = () => Number.parseFloat(getComputedStyle(current).fontSize) || LETTER_PIXELS
    const measure = () => setSize([current.clientWidth, current.clientHeight, letter()])
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  const { camera, hidden, ring } = view
  const shown = hidden.includes('dustfall') ? null : report
  const palette = paletteOf(theme)
  const drawing = useMemo(
    () => size && drawingOf(dataset, { size, shown, camera, ring, hidden, language: i18n.language, marked }),
    [size, dataset, shown, camera, ring, hidden, i18n.language, marked],
  )
  const near = drawing
    ? Math.max(0, Math.min(1, (drawing.zoom - COUNTY_FADE.from) / (COUNTY_FADE.to - COUNTY_FADE.from)))
    : 0
  const thick = (size?.[2] ?? LETTER_PIXELS) / LETTER_PIXELS
  // Without a graphics card, dashed lines over a large picture take a second to paint.
  const isDashed = drawing && drawing.zoom <= MAX_DASHED_ZOOM && !isWall(thick * LETTER_PIXELS)
  const dashed = (dashes: string) => (isDashed ? dashes : undefined)
  const classOf = (code: string) => {
    const row = shown?.rows.find(({ county }) => county === code)
    return row ? classOfRow(row) : null
  }
  return (
    <div
      ref={frame}
      className={classes.frame}
      data-testid={drawing ? 'county-drawing' : undefined}
      style={{ background: palette.land, right: covered.right, bottom: covered.bottom }}
    >
      {drawing && (
        <svg aria-hidden="true" width="100%" height="100%" className={classes.ground}>
          <defs>
            <pattern
              id="drawn-over"
              width="8"
              height="8"
              patternUnits="userSpaceOnUse"
              patternTransform={`scale(${thick})`}
            >
              <path d="M-1 9L9 -1M-1 1L1 -1M7 9L9 7" stroke={palette.hatch} strokeWidth="1" opacity="0.34" />
            </pattern>
          </defs>
          <g
            fill="none"
            stroke={palette.neighbour}
            strokeOpacity="0.5"
            strokeWidth={thick}
            strokeDasharray={dashed('3 3')}
          >
            {lines(drawing.neighbours)}
          </g>
          {drawing.counties.map(({ code, path }) => {
            const of = classOf(code)
            return (
              <g key={code} fillRule="evenodd">
                <path d={path} fill={near < 1 ? palette.unranked : palette.land} />
                {of !== null && (
                  <path d={path} fill={palette.dustfall[of]} fillOpacity={1 - near * (1 - COUNTY_FADE.share)} />
                )}
                {of !== null && of >= OVER_CLASS && near === 0 && <path d={path} fill="url(#drawn-over)" />}
              </g>
            )
          })}
          <g fill="none" stroke={palette.panel} strokeWidth={2 * thick} strokeOpacity={0.9 * (1 - near)}>
            {lines(drawing.borders)}
          </g>
          <g fill="none" stroke={palette.border} strokeWidth={thick} strokeDasharray={dashed('4 2.5')}>
            {lines(drawing.borders)}
          </g>
          <g fill="none" stroke={palette.water} strokeWidth={1.8 * thick} strokeLinejoin="round">
            {lines(drawing.rivers)}
          </g>
        </svg>
      )}
      {drawing && (
        <svg aria-hidden="true" width="100%" height="100%">
          {drawing.names.map(({ wish, on: [x, y], leader, units }) =>
            leader && (units > 1 || marked) ? (
              <path
                key={wish.text}
                d={`M${x} ${y}l${leader[0] * units} ${leader[1] * units}`}
                stroke={palette.ink}
                strokeWidth={thick / 2}
              />
            ) : null,
          )}
          {drawing.names.map(({ wish, on: [x, y], offset: [dx, dy], units }) => (
            <text
              key={wish.text}
              className={classes.name}
              fontSize={wish.size * units}
              fill={palette.ink}
              stroke={palette.panel}
            >
              {wish.text.split('\n').map((line, i, all) => (
                <tspan
                  key={line}
                  x={x + dx * units}
                  y={y + (dy + (i - (all.length - 1) / 2) * wish.size * 1.15) * units}
                >
                  {line}
                </tspan>
              ))}
            </text>
          ))}
          {marked && <path className={classes.mark} d={diamondAt(drawing.place(marked.at), MARK * thick)} />}
        </svg>
      )}
    </div>
  )
}
