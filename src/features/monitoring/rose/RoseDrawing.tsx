import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { COMPASS, COMPASS_DEGREES } from '@/domain/geodesy/compass'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import type { PollutionRose, RoseMean, RoseRule } from '@/domain/monitoring/pollution-rose'
import shared from '@/features/monitoring/Monitoring.module.css'
import { useCompassName } from '@/store/words/compass'
import { valueText } from '@/store/words/monitor-figures'
import classes from './RoseView.module.css'
import { annulus, onCircle } from './rose-shape'
import { classText } from './rose-table'

/** Half the size of the drawing, the outer radius of the rose, and the radius of the centre for calm air. */
const [HALF, OUTER, INNER] = [240, 178, 40]
const SHADES = [0, 1, 2, 3] as const

interface Props {
  readonly rose: PollutionRose
  readonly rule: RoseRule
  readonly parameter: Parameter
  /** The sector with the worst mean, which is marked. */
  readonly worst: number | null
  /** The sector chosen by the user. */
  readonly chosen: number | null
  onChoose(sector: number): void
}

/**
 * Pollution rose: a ring per wind speed class, slowest innermost, and a sector per direction; the stronger the colour,
 * the higher the mean. Calm air is in the centre.
 */
export function RoseDrawing({ rose, rule, parameter, worst, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const nameOf = useCompassName()
  const { unit } = PARAMETER_FACTS[parameter]
  const { calm, sectors } = rose
  const isFew = ({ hours }: RoseMean) => hours < rule.leastHours
  const all = [calm, ...sectors.flatMap(({ classes: of }) => of)]
  const means = all.flatMap((each) => (each.mean === null || isFew(each) ? [] : [each.mean]))
  const [low, high] = means.length === 0 ? [0, 1] : [Math.min(...means), Math.max(...means)]
  const shade = ({ mean }: RoseMean) =>
    mean === null ? undefined : Math.max(0, Math.min(3, Math.floor(((mean - low) / (high - low || 1)) * 4)))
  const width = (OUTER - INNER) / (rule.speeds.length + 1)
  const text = (of: RoseMean) =>
    of.mean === null
      ? t('monitoring.rose.noHours')
      : t('monitoring.rose.cell', { value: valueText(of.mean, parameter), unit, hours: of.hours })
  function press({ target }: MouseEvent) {
    const sector = (target as Element).closest('[data-sector]')?.getAttribute('data-sector')
    if (sector) onChoose(Number(sector))
  }
  const cell = (of: RoseMean, key: string, d: string, name: string, sector?: number) => (
    <g key={key} data-sector={sector}>
      <path d={d} className={classes.cell} data-shade={isFew(of) ? undefined : shade(of)}>
        <title>{`${name} ${text(of)}`}</title>
      </path>
      {of.hours > 0 && isFew(of) && <path d={d} className={classes.few} />}
    </g>
  )
  const step = (high - low) / 4
  // If no mean is coloured, or all are equal, the legend has no steps.
  const shades = means.length === 0 ? [] : high === low ? SHADES.slice(0, 1) : SHADES
  return (
    <figure className={classes.figure}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: each sector can be chosen in the table beside it */}
      <svg
        viewBox={`${-HALF} ${-HALF} ${2 * HALF} ${2 * HALF}`}
        role="img"
        aria-label={t('monitoring.rose.label', { parameter: t(`monitoring.names.${parameter}`) })}
        onClick={press}
      >
        <defs>
          <pattern id="rose-few" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0,0V6" className={classes.hatch} />
          </pattern>
        </defs>
        {sectors.map(({ classes: of }, at) =>
          of.map((each, nth) =>
            cell(
              each,
              `${at} ${nth}`,
              annulus(at * COMPASS_DEGREES, COMPASS_DEGREES, INNER + nth * width, INNER + (nth + 1) * width),
              `${nameOf(at)} ${classText(t, rule, nth)}`,
              at,
            ),
          ),
        )}
        {cell(calm, 'calm', annulus(0, 360, 0, INNER - 3), t('monitoring.rose.calm'))}
        {worst !== null && (
          <path d={annulus(worst * COMPASS_DEGREES, COMPASS_DEGREES, INNER, OUTER)} className={classes.worst} />
        )}
        {chosen !== null && (
          <path d={annulus(chosen * COMPASS_DEGREES, COMPASS_DEGREES, INNER, OUTER)} className={classes.chosen} />
        )}
        <text className={classes.calm} y="-2">
          {t('monitoring.rose.calm')}
        </text>
        <text className={classes.calm} y="13">
          {calm.mean === null ? '—' : valueText(calm.mean, parameter)}
        </text>
        {COMPASS.map(([key], at) => {
          const [x, y] = onCircle(at * COMPASS_DEGREES, OUTER + 30)
          const { mean } = sectors[at]!
          return (
            <text key={key} x={x} y={y} className={classes.label} data-worst={at === worst}>
              <tspan x={x}>{nameOf(at)}</tspan>
              <tspan x={x} dy="13">
                {mean === null ? '—' : valueText(mean, parameter)}
              </tspan>
            </text>
          )
        })}
      </svg>
      <figcaption>
        <ul className={shared.legend}>
          {shades.map((each) => (
            <li key={each}>
              <span className={classes.swatch} data-shade={each} aria-hidden />
              {shades.length === 1
                ? `${valueText(low, parameter)} ${unit}`
                : `${valueText(low + each * step, parameter)}–${valueText(low + (each + 1) * step, parameter)} ${unit}`}
            </li>
          ))}
          {worst !== null && (
            <li>
              <span className={classes.swatch} data-worst aria-hidden />
              {t('monitoring.rose.worstMark')}
            </li>
          )}
          <li>
            <span className={classes.swatch} data-few aria-hidden />
            {t('monitoring.rose.few', { least: rule.leastHours })}
          </li>
        </ul>
        <p className="quiet">{t('monitoring.rose.legend')}</p>
      </figcaption>
    </figure>
  )
}
