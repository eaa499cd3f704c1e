import { useTranslation } from 'react-i18next'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'

const PERIODS = ['7', '30', '90', '365'] as const
/** Number of days up to the as-of date, as a string. */
export type Period = (typeof PERIODS)[number]

/** Selects the number of days shown. */
export function PeriodControl({ period, onChange }: { readonly period: Period; onChange(period: Period): void }) {
  const { t } = useTranslation()
  return (
    <SegmentedControl<Period>
      label={t('monitoring.period')}
      options={PERIODS.map((value) => ({ value, label: t(`monitoring.days.${value}`) }))}
      value={period}
      onChange={onChange}
    />
  )
}
