import { useTranslation } from 'react-i18next'
import { DATUMS, type Datum } from '@/domain/geodesy/datum'
import { Select } from '@/ui/controls/Select'

/** Selects a coordinate system. */
export function DatumSelect({ value, onChange }: { readonly value: Datum; onChange(datum: Datum): void }) {
  const { t } = useTranslation()
  return (
    <Select
      label={t('area.cursor')}
      labelled="hidden"
      value={value}
      options={DATUMS.map((each) => ({ value: each, label: t(`area.datum.${each}`) }))}
      onChange={onChange}
    />
  )
}
