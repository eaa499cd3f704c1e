import { useTranslation } from 'react-i18next'
import type { MonitorSeries } from '@/questions/monitors/monitor-series'
import { spanText } from '@/store/words/monitor-figures'
import { gapText } from './gap-text'
import { MOST, Note } from './Note'
import { WhyGaps } from './SeriesWhy'

/**
 * The hours without a mean, latest first, each with the reason; and the number of hours in
 * which flags exclude readings.
 */
export function GapNotes({ series: { gaps, flagged } }: { readonly series: MonitorSeries }) {
  const { t } = useTranslation()
  const hours = gaps.reduce((sum, each) => sum + each.hours, 0)
  const flags = flagged.map(({ flag, hours, withoutMean }) =>
    t('monitoring.flaggedHours', { name: t(`monitoring.flags.${flag}`), flag, hours, withoutMean }),
  )
  return (
    <Note
      mark={gaps.length > 0 ? 'none' : null}
      title={gaps.length > 0 ? t('monitoring.gaps', { count: hours }) : t('monitoring.gapsNone')}
      {...(flags.length > 0 && { note: t('monitoring.flagged', { flags: flags.join(t('ui.semicolon')) }) })}
      more={gaps.length - MOST}
      {...((gaps.length > 0 || flags.length > 0) && { why: (of: string) => <WhyGaps of={of} /> })}
    >
      {[...gaps]
        .reverse()
        .slice(0, MOST)
        .map((gap) => (
          <li key={gap.from}>
            <time>{spanText(gap.from, gap.until)}</time>
            {t('monitoring.gapLine', { hours: gap.hours, why: gapText(t, gap) })}
          </li>
        ))}
    </Note>
  )
}
