import { useTranslation } from 'react-i18next'
import type { IsoDay, Month } from '@/domain/calendar'
import type { OnlineShare, OnlineShares } from '@/domain/monitoring/online-shares'
import { countyName } from '@/domain/sources/county'
import tables from '@/features/monitoring/FigureTable.module.css'
import { WhyLines } from '@/features/monitoring/SeriesWhy'
import { TableExport } from '@/features/monitoring/TableExport'
import { useAnswer } from '@/store/answers/use-answer'
import { useKept } from '@/store/answers/use-kept'
import { useDataset } from '@/store/chentu'
import { percent } from '@/store/words/measured'
import { monthOfYear } from '@/ui/controls/day-names'
import { HeadRow } from '@/ui/HeadRow'
import { EmptyState } from '@/ui/states/EmptyState'
import { Skeleton } from '@/ui/states/Skeleton'
import { countiesInOrder, onlineTable } from './online-table'

interface Props {
  readonly asOf: IsoDay
}

/** The share of valid hours of the monitors, by county and month; can be exported. */
export function OnlineView({ asOf }: Props) {
  const { t } = useTranslation()
  const rule = useDataset().monitoring?.online
  const { value: shares, isOld } = useKept(useAnswer((worker) => worker.onlineByCounty(asOf), asOf))
  const title = t('monitoring.onlineShares.title')
  return (
    <section className={tables.view} aria-label={title} data-old={isOld}>
      <h2>
        {title}
        <WhyLines
          of={title}
          lines={[
            { text: t('monitoring.onlineShares.why.share') },
            { text: t('monitoring.onlineShares.why.days') },
            ...(rule
              ? [{ text: t('monitoring.onlineShares.why.low', { least: percent(rule.leastShare) }), rule }]
              : []),
          ]}
        />
      </h2>
      {!shares && <Skeleton lines={6} />}
      {shares?.months.length === 0 && <EmptyState message={t('monitoring.onlineShares.none')} />}
      {shares && shares.months.length > 0 && <SharesTable shares={shares} asOf={asOf} />}
    </section>
  )
}

function SharesTable({ shares, asOf }: Props & { readonly shares: OnlineShares }) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const nameOf = (county: string) =>
    county === '' ? t('monitoring.noCounty') : countyName(dataset, county, i18n.language)
  const { months, groups, all, dataClass } = shares
  const title = t('monitoring.onlineShares.title')
  const table = () =>
    onlineTable(t, shares, nameOf, [
      [t('about.package'), dataset.name],
      [t('app.asOf'), asOf],
      [title, t('monitoring.onlineShares.why.share')],
      [title, t('monitoring.onlineShares.why.days')],
      [t('about.link'), location.href],
    ])
  const line = (name: string, by: ReadonlyMap<Month, OnlineShare>) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {months.map((month) => (
        <td key={month}>{cellOf(by.get(month))}</td>
      ))}
    </tr>
  )
  const cellOf = (share: OnlineShare | undefined) =>
    share === undefined ? (
      '—'
    ) : (
      <>
        {percent(share.hours / share.of)}
        <br />
        <small className="quiet">
          {t('monitoring.onlineShares.devices', { count: share.devices })}
          {share.low > 0 && t('monitoring.onlineShares.low', { count: share.low })}
        </small>
      </>
    )
  return (
    <>
      {dataClass !== 'real' && (
        <span className="badge" data-class={dataClass}>
          {t(`dataClass.${dataClass}`)}
        </span>
      )}
      <TableExport name={title} note={t('monitoring.onlineShares.exportNote')} table={table} dataClass={dataClass} />
      <div className={tables.box}>
        <table className={tables.rows}>
          <HeadRow
            headings={[
              t('monitoring.onlineShares.headings.county'),
              ...months.map((month) => monthOfYear(month, i18n.language)),
            ]}
          />
          <tbody>
            {countiesInOrder(shares, nameOf).map((county) => line(nameOf(county), groups.get(county)!))}
            {line(t('monitoring.onlineShares.all'), all)}
          </tbody>
        </table>
      </div>
    </>
  )
}
