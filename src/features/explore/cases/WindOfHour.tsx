import { useTranslation } from 'react-i18next'
import { COMPASS, COMPASS_DEGREES } from '@/domain/geodesy/compass'
import type { CaseWind } from '@/ledger/case-bodies'
import { windText } from '@/store/words/case-words'
import { useCompassName } from '@/store/words/compass'
import { Select } from '@/ui/controls/Select'
import form from '@/ui/form.module.css'

const UNKNOWN = 'unknown'
/** Initial wind speed of the form: a light wind. */
const FIRST_SPEED = 2

const sectorOf = ({ fromDegrees }: CaseWind) => Math.round(fromDegrees / COMPASS_DEGREES) % COMPASS.length

interface Props {
  /** Null if unknown. */
  readonly wind: CaseWind | null
  onChange(wind: CaseWind | null): void
}

/** The wind in the hour of a case as the user enters it: direction, or unknown, and speed. */
export function WindOfHour({ wind, onChange }: Props) {
  const { t } = useTranslation()
  const nameOf = useCompassName()
  const say = (change: Partial<CaseWind>) => {
    const isSpeedSaid = change.metresPerSecond !== undefined || (wind !== null && wind.said !== 'hand-direction')
    const said = isSpeedSaid ? 'hand' : 'hand-direction'
    const { hour: _, station: __, ...before } = wind ?? {}
    onChange({ fromDegrees: 0, metresPerSecond: FIRST_SPEED, ...before, ...change, said })
  }
  return (
    <>
      <Select
        label={t('cases.form.from')}
        labelled="above"
        value={wind ? String(sectorOf(wind)) : UNKNOWN}
        options={[
          { value: UNKNOWN, label: t('cases.form.unknownWind') },
          ...COMPASS.map((_, i) => ({
            value: String(i),
            // A measured direction is shown at its exact degrees.
            label: t('upwind.direction', {
              name: nameOf(i),
              degrees: wind && sectorOf(wind) === i ? wind.fromDegrees : i * COMPASS_DEGREES,
            }),
          })),
        ]}
        onChange={(next) => (next === UNKNOWN ? onChange(null) : say({ fromDegrees: Number(next) * COMPASS_DEGREES }))}
      />
      {wind?.said === 'readings' && (
        <p className="quiet">{t('cases.form.windRead', { wind: windText(t, nameOf, wind) })}</p>
      )}
      {wind?.said === 'hand-direction' && (
        <p className="quiet">{t('cases.form.speedDefault', { speed: FIRST_SPEED })}</p>
      )}
      {wind && (
        <label className={form.field}>
          <span>{t('cases.form.speed')}</span>
          <input
            type="number"
            min="0"
            max="40"
            // Devices measure tenths; with another step the browser's own validation would reject the form.
            step="0.1"
            value={wind.metresPerSecond}
            onChange={({ target }) => say({ metresPerSecond: Math.max(0, Number(target.value)) })}
          />
        </label>
      )}
    </>
  )
}
