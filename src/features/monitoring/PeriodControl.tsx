import { useTranslation } from 'react-i18next'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'

const PERIODS = ['7', '30', '90', '365'] as const
/** So many days up to the as-of date. */
export type Period = (typeof PERIODS)[number]

/** How many days are looked at. */
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
