import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { IsoDay } from '@/domain/calendar'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import { countyName } from '@/domain/sources/county'
import type { MonitorLine } from '@/questions/monitor-list'
import type { MonitorSeries, OwnHours } from '@/questions/monitor-series'
import { useAnswer } from '@/store/answers/use-answer'
import { useKept } from '@/store/answers/use-kept'
import { useChentu, useDataset } from '@/store/chentu'
import { useSettled } from '@/store/page/use-settled'
import { READINGS_NAME } from '@/store/readings/readings-worker'
import { useDataWords } from '@/store/words/data-words'
import { valueText } from '@/store/words/monitor-figures'
import { Button } from '@/ui/controls/Button'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import { Skeleton } from '@/ui/states/Skeleton'
import classes from './Monitoring.module.css'
import { SeriesChart } from './SeriesChart'
import { SeriesExport } from './SeriesExport'
import { SeriesNotes } from './SeriesNotes'
import { WhyHours } from './SeriesWhy'

const PERIODS = ['7', '30', '90', '365'] as const

interface Props {
  readonly line: MonitorLine
  readonly parameter: Parameter
  readonly asOf: IsoDay
}

/** The hours of one device beside its county and city, what they are held against, and what is found in them. */
export function SeriesView({ line, parameter, asOf }: Props) {
  const { device, place, isKept } = line
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const { word } = useDataWords()
  const setView = useChentu((state) => state.setView)
  const [period, setPeriod] = useState<(typeof PERIODS)[number]>('7')
  const asked = { device, parameter, asOf, days: Number(period) }
  const about = Object.values(asked).join(' ')
  const own = useAnswer((worker) => worker.monitorHours(READINGS_NAME, asked), about)
  // What they are held against takes many times as long: it is asked for where a person stays.
  const stays = useSettled(own && about) === about
  const whole = useAnswer(
    async (worker) => (stays ? await worker.monitorSeries(READINGS_NAME, asked) : null),
    `${about} ${stays}`,
  )
  const { value: series, isOld } = useKept<OwnHours | MonitorSeries>(whole ?? own)
  const isWhole = series !== null && 'doubts' in series
  const { unit } = PARAMETER_FACTS[parameter]
  const known = ({ values }: OwnHours) =>
    t('monitoring.known', { known: values.filter((value) => !Number.isNaN(value)).length, hours: values.length })
  const kind = place && dataset.kinds.find(({ id }) => id === place.kind)
  return (
    <>
      <header className={classes.head}>
        <div>
          <h2>{place?.name ?? device}</h2>
          <p className="quiet">
            {[
              device,
              place ? countyName(dataset, place.county, i18n.language) : t('monitoring.unknownDevice'),
              kind && inLanguage(kind.title, i18n.language),
              isKept && t('monitoring.kept'),
              place?.stage && t('monitoring.stage', { stage: word(place.stage) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <Button onClick={() => setView({ device: null })}>{t('monitoring.map.back')}</Button>
        {place && (
          <Button onClick={() => setView({ mode: 'explore', selected: { kind: place.kind, code: place.code } })}>
            {t('monitoring.onMap')}
          </Button>
        )}
        {isWhole && <SeriesExport line={line} series={series} parameter={parameter} />}
        <SegmentedControl<(typeof PERIODS)[number]>
          label={t('monitoring.period')}
          options={PERIODS.map((value) => ({ value, label: t(`monitoring.days.${value}`) }))}
          value={period}
          onChange={setPeriod}
        />
      </header>
      {!series && <Skeleton lines={6} />}
      {series && (
        <div data-old={isOld}>
          <SeriesChart series={series} parameter={parameter} name={place?.name ?? device} />
          <p className={classes.limits}>
            <span>
              {known(series)}
              <WhyHours of={known(series)} />
            </span>
            {series.limits.length === 0 && <span>{t('monitoring.noLimit')}</span>}
            {series.limits.map(({ limit, value }) => (
              <span key={limit.value}>
                {t('monitoring.limitText', { value: valueText(value, parameter), unit })}
                {' · '}
                {inLanguage(limit.source, i18n.language)}
                {!limit.confirmed && ` · ${t('monitoring.unconfirmed')}`}
              </span>
            ))}
          </p>
          {isWhole ? <SeriesNotes series={series} parameter={parameter} /> : <Skeleton lines={4} />}
        </div>
      )}
    </>
  )
}
