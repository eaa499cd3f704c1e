import { useTranslation } from 'react-i18next'
import type { CityDraft } from '@/domain/city/city-draft'
import { DATUMS, type Datum, FIRST_ZONE, LAST_ZONE } from '@/domain/geodesy/datum'
import { useCity } from '@/store/city'
import { useAttempt } from '@/store/page/use-attempt'
import { Select } from '@/ui/controls/Select'
import { Refused } from '@/ui/Refused'
import classes from './NewCity.module.css'

/** The most common datum in an office's files comes first. */
const ORDER: readonly Datum[] = ['cgcs2000', ...DATUMS.filter((datum) => datum !== 'cgcs2000')]
const ZONES = Array.from({ length: LAST_ZONE - FIRST_ZONE + 1 }, (_, i) => FIRST_ZONE + i)

/**
 * The coordinate system of the outlines: shown where the file states it or the numbers reveal it,
 * otherwise chosen by the user.
 */
export function CoordinateChoice({ draft }: { readonly draft: CityDraft }) {
  const { t } = useTranslation()
  const readAs = useCity((state) => state.readAs)
  const { problems, attempt } = useAttempt()
  const { stated, numbers, reading } = draft
  return (
    <fieldset className={classes.choice}>
      <legend>{t('city.outlines.crs')}</legend>
      {stated && <p className="quiet">{t('city.outlines.stated', { stated })}</p>}
      {numbers === 'degrees' && (
        <>
          {!stated && <p>{t('city.outlines.askDatum')}</p>}
          {ORDER.map((datum) => (
            <label key={datum} className={classes.radio}>
              <input
                type="radio"
                name="datum"
                checked={reading?.unit === 'degrees' && reading.datum === datum}
                onChange={() => void attempt(() => readAs({ unit: 'degrees', datum }))}
              />
              <span>{t(`city.outlines.datums.${datum}`)}</span>
            </label>
          ))}
        </>
      )}
      {numbers === 'metres-prefixed' && reading?.unit === 'metres' && (
        <p>{t('city.outlines.prefixed', { zone: reading.zone.number, meridian: reading.zone.number * 3 })}</p>
      )}
      {numbers === 'metres' && (
        <>
          <p>{t('city.outlines.askZone')}</p>
          <Select
            label={t('city.outlines.zone')}
            placeholder={t('city.outlines.zonePick')}
            value={reading?.unit === 'metres' ? String(reading.zone.number) : ''}
            options={ZONES.map((zone) => ({
              value: String(zone),
              label: t('city.outlines.zoneOption', { zone, meridian: zone * 3 }),
            }))}
            onChange={(zone) =>
              void attempt(() => readAs({ unit: 'metres', zone: { number: Number(zone), prefixed: false } }))
            }
          />
        </>
      )}
      {(numbers === 'swapped' || numbers === 'elsewhere') && <p role="alert">{t(`city.outlines.${numbers}`)}</p>}
      <Refused problems={problems} />
    </fieldset>
  )
}
