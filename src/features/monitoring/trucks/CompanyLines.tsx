import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import monitoring from '@/features/monitoring/Monitoring.module.css'
import { TableExport } from '@/features/monitoring/TableExport'
import type { TruckList } from '@/questions/trucks/truck-list'
import { kmText } from '@/store/words/truck-figures'
import { Select } from '@/ui/controls/Select'
import type { ChooseProps } from './GroupLines'
import { breachCount, sortedCompanies, TALLY_SORTS, type TallySort } from './shown-trucks'
import { ShareFigure } from './TruckLines'
import { companiesTable } from './trucks-table'
import { useAbout } from './use-about'

/** Companies with their daytime share of trips and the findings on their trucks, sorted by the user. */
export function CompanyLines({ list, chosen, onChoose }: ChooseProps & { readonly list: TruckList }) {
  const { t, i18n } = useTranslation()
  const about = useAbout()
  const [sort, setSort] = useState<TallySort>('share')
  const companies = sortedCompanies(list.companies, sort)
  return (
    <>
      <div className={monitoring.narrow}>
        <Select
          label={t('trucks.sort')}
          labelled="beside"
          value={sort}
          options={TALLY_SORTS.map((value) => ({ value, label: t(`trucks.sorts.${value}`) }))}
          onChange={setSort}
        />
        <div className={monitoring.shown}>
          <span role="status">
            {t('trucks.companyCount', { count: companies.filter(({ company }) => company !== '').length })}
          </span>
          <TableExport
            name={`${t('trucks.table.companies')} ${list.month}`}
            label={t('trucks.table.exportCompanies')}
            note={t('trucks.table.companiesNote')}
            table={() => companiesTable(t, companies, about(list), list.unjudged, i18n.language)}
            dataClass={list.dataClass ?? 'real'}
          />
        </div>
      </div>
      <ul className={monitoring.lines}>
        {companies.map(({ company, trucks, ...tally }) => (
          <li key={company}>
            <button
              type="button"
              className={monitoring.line}
              aria-current={company === chosen || undefined}
              onClick={() => onChoose(company)}
            >
              <span>{company || t('trucks.noCompany')}</span>
              <ShareFigure share={tally} least={list.least} isOwn />
              <small className={monitoring.facts}>
                <span>{t('trucks.truckCount', { count: trucks })}</span>
                <span>{t('trucks.trips', { count: tally.trips })}</span>
                <span>{t('trucks.km', { km: kmText(tally.metres) })}</span>
                {breachCount(tally.breaches) > 0 && (
                  <span data-low="true">{t('trucks.breaches', { count: breachCount(tally.breaches) })}</span>
                )}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
