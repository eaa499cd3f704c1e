import { useTranslation } from 'react-i18next'
import { COMPASS, COMPASS_DEGREES } from '@/domain/geodesy/compass'
import type { Wind } from '@/domain/geodesy/upwind'
import { readWindRose } from '@/domain/geodesy/wind-rose'
import { useCompassName } from '@/store/words/compass'
import { Select } from '@/ui/controls/Select'
import classes from './UpwindPanel.module.css'

/** The wind as entered: one direction and speed, or a wind rose as text, which then takes precedence. */
export interface EnteredWind {
  /** Index in `COMPASS` of the direction that it blows from. */
  readonly from: number
  readonly metresPerSecond: number
  readonly rose: string
}

const hasRose = ({ rose }: EnteredWind) => rose.trim() !== ''

/** The winds of an entered wind; their shares add up to 1. */
export function windsOf(entered: EnteredWind): readonly Wind[] {
  if (hasRose(entered)) return readWindRose(entered.rose).winds
  return [{ fromDegrees: entered.from * COMPASS_DEGREES, metresPerSecond: entered.metresPerSecond, share: 1 }]
}

interface Props {
  readonly wind: EnteredWind
  onChange(wind: EnteredWind): void
}

/** Fields for wind direction and speed; ignored if a wind rose is given. */
export function WindFields({ wind, onChange }: Props) {
  const { t } = useTranslation()
  const nameOf = useCompassName()
  return (
    <>
      <Select
        label={t('upwind.from')}
        value={String(wind.from)}
        disabled={hasRose(wind)}
        options={COMPASS.map((_, i) => ({
          value: String(i),
          label: t('upwind.direction', { name: nameOf(i), degrees: i * COMPASS_DEGREES }),
        }))}
        onChange={(next) => onChange({ ...wind, from: Number(next) })}
      />
      <label>
        <span>{t('upwind.speed')}</span>
        <input
          type="number"
          min="0"
          max="40"
          step="0.5"
          value={wind.metresPerSecond}
          disabled={hasRose(wind)}
          onChange={({ target }) => onChange({ ...wind, metresPerSecond: Number(target.value) })}
        />
      </label>
    </>
  )
}

/** A text field for all winds of a month, one per line, with a message for unreadable lines. */
export function WindRose({ wind, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <details className={classes.rose}>
      <summary>{t('upwind.rose')}</summary>
      <textarea
        aria-label={t('upwind.rose')}
        placeholder={t('upwind.roseExample')}
        rows={5}
        value={wind.rose}
        onChange={({ target }) => onChange({ ...wind, rose: target.value })}
      />
      {readWindRose(wind.rose).faults.map(({ line, seen }) => (
        <p key={line} role="alert">
          {t('upwind.roseFault', { line, seen })}
        </p>
      ))}
    </details>
  )
}
