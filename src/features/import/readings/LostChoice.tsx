import { useTranslation } from 'react-i18next'
import type { LostMonth } from '@/io/readings/lost-parts'
import { monthName } from '@/store/words/month-name'

interface Props {
  readonly lost: readonly LostMonth[]
  readonly isAgreed: boolean
  onAgree(isAgreed: boolean): void
}

/** Stored readings of the import's months that cannot be read any more, which the import takes off the list if the user agrees. */
export function LostChoice({ lost, isAgreed, onAgree }: Props) {
  const { t } = useTranslation()
  const months = lost.map(({ month, rows }) =>
    t('readings.lostMonth', { month: monthName(t, month), rows: rows.toLocaleString('en') }),
  )
  return (
    <section aria-label={t('readings.lost')}>
      <h3>{t('readings.lost')}</h3>
      <p role="alert">{t('readings.lostHelp', { months: months.join(t('ui.comma')) })}</p>
      <label>
        <input type="checkbox" checked={isAgreed} onChange={({ target }) => onAgree(target.checked)} />{' '}
        {t('readings.lostAgree')}
      </label>
    </section>
  )
}
