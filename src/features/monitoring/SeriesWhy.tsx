import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { Sourced } from '@/domain/monitoring/settings'
import type { MonitorSeries } from '@/questions/monitors/monitor-series'
import { useDataset } from '@/store/chentu'
import { limitConversion } from '@/store/words/limit-note'
import { limitFigure } from '@/store/words/monitor-figures'
import { Why } from '@/ui/Why'
import classes from './Monitoring.module.css'

export interface Said {
  readonly text: string
  /** Source of the rule; absent for plain arithmetic. */
  readonly rule?: Sourced | undefined
}

/** Explains a figure: one paragraph per rule, with its source. */
export function WhyLines({ of, lines }: { readonly of: string; readonly lines: readonly Said[] }) {
  const { t, i18n } = useTranslation()
  return (
    <Why of={of}>
      {lines.map(({ text, rule }) => (
        <p key={text} className={classes.why}>
          {text}
          {rule && (
            <>
              <br />
              <small className="quiet">{sourceText(t, i18n.language, rule)}</small>
            </>
          )}
        </p>
      ))}
    </Why>
  )
}

/** The source of a rule, and whether nobody has confirmed it. */
export const sourceText = (t: TFunction<'texts'>, language: string, { source, confirmed }: Sourced) =>
  [inLanguage(source, language), ...(confirmed ? [] : [t('monitoring.unconfirmed')])].join(' · ')

/** Explains how an hour's mean is calculated, and what the medians beside it are. */
export function WhyHours({ of }: { readonly of: string }) {
  const { t } = useTranslation()
  const hour = useDataset().monitoring?.hour
  const text = hour
    ? t(hour.stamp === 'begin' ? 'monitoring.why.hourBegin' : 'monitoring.why.hourEnd', { least: hour.leastMinutes })
    : t('monitoring.why.hour')
  return <WhyLines of={of} lines={[{ text, rule: hour }, { text: t('monitoring.why.medians') }]} />
}

/** Explains the limits, and how the background is subtracted. */
export function WhyOver({ of, series }: { readonly of: string; readonly series: MonitorSeries }) {
  const { t } = useTranslation()
  const background = useDataset().monitoring?.background
  const limits = series.limits.map(({ limit }) => limit)
  const lines = limits.flatMap((limit): Said[] => {
    const limitLines = [
      { text: t('monitoring.why.limit', limitFigure(limit)), rule: limit },
      ...limitConversion(t, limit),
    ]
    if (!limit.background) return limitLines
    const parameter = t(`monitoring.names.${limit.background.parameter}`)
    const taken =
      limit.background.by === 'ratio'
        ? t('monitoring.why.ratio', { parameter, share: limit.background.share, alarm: limit.background.alarm })
        : t('monitoring.why.difference', { parameter })
    return [...limitLines, { text: taken, ...(background && { rule: background }) }]
  })
  return <WhyLines of={of} lines={[...lines, { text: t('monitoring.why.person') }]} />
}

/** Explains when an hour has no mean, and what a flag does to its readings. */
export function WhyGaps({ of }: { readonly of: string }) {
  const { t } = useTranslation()
  const hour = useDataset().monitoring?.hour
  const few = hour ? [{ text: t('monitoring.why.gapFew', { least: hour.leastMinutes }), rule: hour }] : []
  return <WhyLines of={of} lines={[...few, { text: t('monitoring.why.gapFlag') }]} />
}

/** Explains the rules by which the doubts were found; each kind once. */
export function WhyDoubts({ of, series }: { readonly of: string; readonly series: MonitorSeries }) {
  const { t } = useTranslation()
  const rules = useDataset().monitoring?.doubts
  const kinds = [...new Set(series.doubts.map(({ kind }) => kind))]
  const lines = kinds.map((kind): Said => ({ text: t(`monitoring.why.doubt.${kind}`), rule: rules?.[kind] }))
  return <WhyLines of={of} lines={[...lines, { text: t('monitoring.doubtsNote') }]} />
}
