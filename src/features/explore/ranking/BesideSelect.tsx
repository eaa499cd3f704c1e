import { useTranslation } from 'react-i18next'
import { useChentu, useDataset, useOtherReport, useReport } from '@/store/chentu'
import { monthName } from '@/store/words/month-name'
import { Select } from '@/ui/controls/Select'

/** Selects the month to compare with, latest first; or none. */
export function BesideSelect() {
  const { t } = useTranslation()
  const { reports } = useDataset()
  const report = useReport()
  const other = useOtherReport()
  const setView = useChentu((state) => state.setView)
  return (
    <Select
      label={t('months.beside')}
      labelled="hidden"
      value={other?.month ?? ''}
      options={[
        { value: '', label: t('months.alone') },
        ...reports
          .filter(({ month }) => month !== report?.month)
          .map(({ month }) => ({ value: month, label: t('months.against', { month: monthName(t, month) }) }))
          .reverse(),
      ]}
      onChange={(month) => setView({ other: month || null })}
    />
  )
}
