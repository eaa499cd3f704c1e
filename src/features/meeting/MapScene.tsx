import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { tenth } from '@/domain/dustfall/rounding'
import { countyName } from '@/domain/sources/county'
import { countyShapes, countyTexts, withoutOverlap } from '@/layers/county-shapes'
import { dustfallBreaks, dustfallClass, OVER_CLASS } from '@/layers/dustfall-scale'
import { useGroundPicture } from '@/map/picture/use-ground-picture'
import { useOpened, useReport } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import classes from './MapScene.module.css'
import { SceneFrame } from './SceneFrame'

/** Size of a letter in the drawing, which is 1000 wide: 1/40 of the screen's height at least. */
const LETTER = { zh: 38, en: 34 }

/** So opaque are the counties over a basemap, whose roads and waters are to be seen through them. */
const OVER_GROUND = 0.75

/** The counties coloured by the month, with their values: a drawing, so that it stands on any machine at any size. */
export function MapScene() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  const shapes = useMemo(() => countyShapes(dataset.outlines), [dataset])
  const theme = usePreferences((state) => state.theme)
  const ground = useGroundPicture(shapes, theme)
  if (!report) return null
  const { dustfallLimit, rows } = report
  const rowOf = new Map(rows.map((row) => [row.county, row]))
  const classOf = (code: string) => {
    const value = rowOf.get(code)?.figure.value
    return value == null ? null : dustfallClass(value, dustfallLimit)
  }
  const letter = i18n.language === 'en' ? LETTER.en : LETTER.zh
  const placed = withoutOverlap(
    countyTexts(
      dataset.labelPlaces,
      shapes,
      (code) => ({ name: countyName(dataset, code, i18n.language), value: rowOf.get(code)?.figure.value ?? null }),
      letter,
    ),
  )
  const breaks = dustfallBreaks(dustfallLimit)
  return (
    <SceneFrame
      title={t('meeting.scene.map')}
      facts={[{ label: t('ranking.unit'), value: t('ranking.limit', { limit: dustfallLimit }) }]}
    >
      <svg
        className={classes.map}
        viewBox={`0 0 ${shapes.width} ${shapes.height}`}
        role="img"
        aria-label={t('meeting.scene.map')}
      >
        <defs>
          <pattern id="over" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="2.5" height="10" fill="#000" opacity="0.28" />
          </pattern>
        </defs>
        {ground && <image href={ground.address} width={shapes.width} height={shapes.height} />}
        {[...shapes.paths].map(([code, path]) => {
          const of = classOf(code)
          return (
            <g key={code}>
              <path
                d={path}
                fillRule="evenodd"
                style={{ fill: of === null ? 'var(--unranked)' : `var(--dustfall-${of})` }}
                fillOpacity={ground ? OVER_GROUND : 1}
                className={classes.county}
              />
              {of !== null && of >= OVER_CLASS && <path d={path} fillRule="evenodd" fill="url(#over)" />}
            </g>
          )
        })}
        {ground && (
          <text className={classes.attribution} x={shapes.width} y={shapes.height} fontSize={letter / 2}>
            {ground.attribution}
          </text>
        )}
        {placed.map(({ key, x, y }) => {
          const value = rowOf.get(key)?.figure.value
          return (
            <text
              key={key}
              className={classes.label}
              x={x}
              y={y - letter * (rowOf.get(key) ? 0.15 : -0.35)}
              fontSize={letter}
            >
              {countyName(dataset, key, i18n.language)}
              {value != null && (
                <tspan x={x} dy={letter * 1.05}>
                  {tenth(value)}
                </tspan>
              )}
            </text>
          )
        })}
      </svg>
      <ul className={classes.scale}>
        {Array.from({ length: breaks.length + 1 }, (_, i) => (
          <li key={breaks[i] ?? 'last'}>
            <i data-over={i >= OVER_CLASS} style={{ backgroundColor: `var(--dustfall-${i})` }} />
            {i < breaks.length ? `≤ ${breaks[i]}` : `> ${breaks.at(-1)}`}
            {i >= OVER_CLASS && ` ${t('ranking.over')}`}
          </li>
        ))}
      </ul>
    </SceneFrame>
  )
}
