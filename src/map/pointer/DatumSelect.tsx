import { useTranslation } from 'react-i18next'
import { DATUMS, type Datum } from '@/domain/geodesy/datum'

/** Which system of coordinates. */
export function DatumSelect({ value, onChange }: { readonly value: Datum; onChange(datum: Datum): void }) {
  const { t } = useTranslation()
  return (
    <select aria-label={t('area.cursor')} value={value} onChange={(event) => onChange(event.target.value as Datum)}>
      {DATUMS.map((each) => (
        <option key={each} value={each}>
          {t(`area.datum.${each}`)}
        </option>
      ))}
    </select>
  )
}
