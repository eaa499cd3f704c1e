import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type IsoDay, lastDayOf, type Month } from '@/domain/calendar'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import { isDust } from '@/domain/monitoring/unit-finding'
import { countyName } from '@/domain/sources/county'
import tables from '@/features/monitoring/FigureTable.module.css'
import { WhyLines } from '@/features/monitoring/SeriesWhy'
import type { BesideMonth, MonitorsBesideDustfall } from '@/questions/month/monitors-beside-dustfall'
import { useAnswer } from '@/store/answers/use-answer'
import { useKept } from '@/store/answers/use-kept'
import { useDataset } from '@/store/chentu'
import { READINGS_NAME } from '@/store/exports/exports-worker'
import { useDoubtVerdicts } from '@/store/ledger/use-doubt-verdicts'
import { monthOfYear } from '@/ui/controls/day-names'
import { Select } from '@/ui/controls/Select'
import { EmptyState } from '@/ui/states/EmptyState'
import { Skeleton } from '@/ui/states/Skeleton'
import { BesideTable } from './BesideTable'
import classes from './BesideView.module.css'

interface Props {
  readonly parameter: Parameter
  readonly asOf: IsoDay
}

/**
 * A month's dustfall beside monitor means, by county and around each point. It shows whether
 * the ranks agree, never why.
 */
export function BesideView({ parameter, asOf }: Props) {
  const { t, i18n } = useTranslation()
  const { monitoring } = useDataset()
  const [month, setMonth] = useState<Month | null>(null)
  const rule = monitoring?.besideDustfall
  const verdicts = useDoubtVerdicts()
  const asked = { parameter, asOf, month }
  const { value: found, isOld } = useKept(
    useAnswer(
      async (worker) =>
        rule && isDust(parameter)
          ? { parameter, of: await worker.monitorsBesideDustfall(READINGS_NAME, asked, verdicts) }
          : null,
      Object.values(asked).join(' '),
      [verdicts],
    ),
  )
  const said = t('monitoring.beside.title', { parameter: t(`monitoring.names.${parameter}`) })
  const content = () => {
    if (!rule || !monitoring) return <EmptyState message={t('monitoring.beside.noRule')} />
    if (!isDust(parameter)) return <EmptyState message={t('monitoring.beside.noDust')} />
    if (!found) return <Skeleton lines={8} />
    if (!found.of) return <EmptyState message={t('monitoring.beside.noMonth')} />
    const { months, month: shown } = found.of
    const monthText = ({ month: of, hasDustfall, hasHours }: BesideMonth) =>
      [
        monthOfYear(of, i18n.language),
        ...(hasDustfall ? [] : [t('monitoring.beside.withoutDustfall')]),
        ...(hasHours ? [] : [t('monitoring.beside.withoutHours')]),
      ].join(' · ')
    return (
      <div data-old={isOld} className={classes.beside}>
        <Select
          label={t('monitoring.beside.month')}
          labelled="beside"
          value={shown}
          options={months.map((each) => ({ value: each.month, label: monthText(each) }))}
          onChange={setMonth}
        />
        <MonthTables of={found.of} parameter={found.parameter} asOf={asOf} />
      </div>
    )
  }
  return (
    <section className={tables.view} aria-label={said}>
      <h2>
        {said}
        {rule && monitoring && (
          <WhyLines
            of={said}
            lines={[
              {
                text: t('monitoring.beside.why.mean', { days: rule.leastDays, hours: monitoring.day.leastHours }),
                rule,
              },
              { text: t('monitoring.beside.why.point', { km: rule.withinMetres / 1000 }), rule },
              { text: t('monitoring.beside.why.rank', { share: Math.round(rule.apartShare * 100) }), rule },
              { text: t('monitoring.beside.why.spearman') },
              { text: t('monitoring.beside.caution') },
            ]}
          />
        )}
      </h2>
      <p className="quiet">{t('monitoring.beside.caution')}</p>
      {content()}
    </section>
  )
}

interface MonthProps extends Props {
  readonly of: MonitorsBesideDustfall
}

function MonthTables({ of: { months, month, hasKept, counties, points }, parameter, asOf }: MonthProps) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const rule = dataset.monitoring!.besideDustfall!
  const chosen = months.find((each) => each.month === month)!
  const pointNames = new Map(dataset.dustfallPoints.map(({ code, name }) => [code, name]))
  const county = (code: string) => countyName(dataset, code, i18n.language)
  const about = { month, hasKept, parameter, asOf, unit: PARAMETER_FACTS[parameter].unit }
  return (
    <>
      {!chosen.hasDustfall && <p role="note">{t('monitoring.beside.noDustfallIn')}</p>}
      {!chosen.hasHours && <p role="note">{t('monitoring.beside.noHoursIn')}</p>}
      {asOf < lastDayOf(month) && <p className="quiet">{t('monitoring.beside.until', { day: asOf })}</p>}
      <BesideTable
        title={t('monitoring.beside.byCounty')}
        of={counties}
        nameOf={({ code }) => county(code)}
        {...about}
      />
      {points.rows.length === 0 ? (
        chosen.hasDustfall && <p className="quiet">{t('monitoring.beside.noPoints')}</p>
      ) : (
        <BesideTable
          title={t('monitoring.beside.byPoint', { km: rule.withinMetres / 1000 })}
          of={points}
          nameOf={({ code, county: within }) => `${county(within)} ${pointNames.get(code) ?? code}`}
          {...about}
        />
      )}
    </>
  )
}
