import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { countyShapes } from '@/layers/county-shapes'
import { classOfRow, OVER_CLASS } from '@/layers/dustfall-scale'
import { nameColours } from '@/layers/name-colours'
import { paletteOf } from '@/layers/palette'
import { wallLabels } from '@/map/drawing/wall-labels'
import { useGroundPicture } from '@/map/picture/use-ground-picture'
import { useOpened } from '@/store/chentu'
import { useShownTheme } from '@/store/device/shown-theme'
import classes from './CountyMap.module.css'

/** Height of a letter, and the space for the drawing, in hundredths of the wall's height. */
const LETTER = 2.7
const ROOM = { width: 66, height: 74 }
const LINE_HEIGHT = 1.12

/** Opacity of the counties over a basemap, so that its roads and waters stay visible. */
const OVER_GROUND = 0.75

interface Props {
  readonly report: MonthReport
  /** Counties highlighted in this step; null for all. */
  readonly spoken: ReadonlySet<string> | null
}

/** The counties coloured by the month's values, drawn as SVG so that it works on any machine and at any size. */
export function CountyMap({ report, spoken }: Props) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const hatch = useId()
  const { language } = i18n
  const shapes = useMemo(() => countyShapes(dataset.outlines), [dataset])
  const theme = useShownTheme()
  const palette = paletteOf(theme)
  const ground = useGroundPicture(shapes, theme)
  const letter = LETTER / Math.min(ROOM.width / shapes.width, ROOM.height / shapes.height)
  const { labels, box } = useMemo(
    () => wallLabels(dataset, report, language, shapes, letter),
    [dataset, report, language, shapes, letter],
  )
  const { rows } = report
  const classOf = (code: string) => {
    const row = rows.find(({ county }) => county === code)
    return row ? classOfRow(row) : null
  }
  const isQuiet = (code: string) => spoken !== null && !spoken.has(code)
  return (
    <svg
      className={classes.map}
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      role="img"
      aria-label={t('meeting.scene.map')}
    >
      <defs>
        <pattern id={hatch} width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2.5" height="10" fill="#000" opacity="0.28" />
        </pattern>
      </defs>
      {ground && <image href={ground.address} width={shapes.width} height={shapes.height} />}
      {[...shapes.paths].map(([code, path]) => {
        const of = classOf(code)
        return (
          <g key={code} fillRule="evenodd" data-quiet={isQuiet(code)}>
            <path
              d={path}
              fill={of === null ? palette.unranked : palette.dustfall[of]}
              fillOpacity={ground ? OVER_GROUND : 1}
            />
            {of !== null && of >= OVER_CLASS && <path d={path} fill={`url(#${hatch})`} />}
          </g>
        )
      })}
      {[...shapes.paths].map(([code, path]) => (
        <path key={code} d={path} fill="none" stroke={palette.border} strokeWidth={letter / 22} />
      ))}
      {[...shapes.paths].map(
        ([code, path]) =>
          spoken?.has(code) && (
            <path
              key={code}
              d={path}
              fill="none"
              stroke={palette.ink}
              strokeWidth={letter / 7}
              strokeLinejoin="round"
            />
          ),
      )}
      {ground && (
        <text x={shapes.width} y={shapes.height} fontSize={letter * 0.93} fill={palette.quiet} textAnchor="end">
          {ground.attribution}
        </text>
      )}
      {labels.map(
        ({ county, leader }) =>
          leader && (
            <g key={county} data-quiet={isQuiet(county)}>
              <path
                d={`M${leader[0]} ${leader[1]}L${leader[2]} ${leader[3]}`}
                stroke={palette.ink}
                strokeWidth={letter / 18}
              />
              <circle cx={leader[0]} cy={leader[1]} r={letter / 9} fill={palette.ink} />
            </g>
          ),
      )}
      {labels.map(({ county, lines, x, y, dustfall }) => {
        // The colour of a faded county is that of the page, so a name chosen for its colour could not be read.
        const { text, rim } = nameColours(ground || isQuiet(county) ? undefined : dustfall, palette)
        return (
          <text
            key={county}
            data-quiet={isQuiet(county)}
            fontSize={letter}
            fontWeight="600"
            textAnchor="middle"
            fill={text}
            stroke={rim}
            strokeWidth={letter / 7}
            strokeLinejoin="round"
            paintOrder="stroke"
          >
            {lines.map((line, i) => (
              <tspan key={line} x={x} y={y + letter * (0.36 + (i - (lines.length - 1) / 2) * LINE_HEIGHT)}>
                {line}
              </tspan>
            ))}
          </text>
        )
      })}
    </svg>
  )
}
