import { useTranslation } from 'react-i18next'
import { PARAMETER_FACTS } from '@/domain/monitoring/parameter'
import type { SourceSummary } from '@/questions/source-summary'
import { useAnswer } from '@/store/answers/use-answer'
import { effectiveDate, useChentu, useOpened } from '@/store/chentu'
import { READINGS_NAME } from '@/store/exports/exports-worker'
import { keyOf } from '@/store/view/view'
import { hourText, valueText } from '@/store/words/monitor-figures'
import { Button } from '@/ui/controls/Button'

/** What the monitor of a source reported last, and the way to its hours; nothing where it has none. */
export function MonitorLine({ source }: { readonly source: SourceSummary }) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const view = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  const asOf = effectiveDate(dataset, view)
  const key = keyOf(source)
  const monitor = useAnswer(
    (worker) => worker.monitorOfSource(READINGS_NAME, key, asOf),
    `${key.kind} ${key.code} ${asOf}`,
  )
  if (!monitor) return null
  const { value, hour } = monitor
  return (
    <section>
      <h3>{t('monitoring.ofSource')}</h3>
      <p>
        {t('monitoring.names.tsp')}{' '}
        {value === null ? t('monitoring.noValue') : `${valueText(value, 'tsp')} ${PARAMETER_FACTS.tsp.unit}`}{' '}
        <span className="quiet">{t('monitoring.atHour', { hour: hourText(hour) })}</span>
      </p>
      <Button onClick={() => setView({ mode: 'monitoring', device: key.code })}>{t('monitoring.open')}</Button>
    </section>
  )
}
