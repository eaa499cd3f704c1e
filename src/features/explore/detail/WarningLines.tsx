import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { firstMinuteOf, localTime, minuteAfter } from '@/domain/monitoring/minute-of'
import { isInForce } from '@/domain/warnings/warning'
import type { SourceSummary } from '@/questions/source/source-summary'
import type { WarningDutyOfSource } from '@/questions/warnings/warning-duties'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu, useOpened } from '@/store/chentu'
import { calledStateOfAll } from '@/store/warnings/call-standing'
import { useCallEvidence } from '@/store/warnings/use-call-evidence'
import { callLine } from '@/store/words/call-line'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'

/**
 * Measures of the as-of day's warnings for a source, the document they come from, and whether it was called; nothing on
 * a day without warnings.
 */
export function WarningLines({ source: { source } }: { readonly source: SourceSummary }) {
  const { t } = useTranslation()
  const { dataset, evaluation } = useOpened()
  const setView = useChentu((state) => state.setView)
  const { asOf } = evaluation
  const codes = dataset.warnings
    .filter((each) => isInForce(each, firstMinuteOf(asOf), minuteAfter(asOf) - 1))
    .map(({ code }) => code)
  const found = useAnswer(
    async (worker) => (codes.length === 0 ? [] : worker.warningDutiesOf(source, codes)),
    `${source} ${asOf} ${codes.join()}`,
  )
  if (!found || found.length === 0) return null
  return (
    <section aria-label={t('warning.card.title')}>
      <h3>{t('warning.card.title')}</h3>
      {found.map((of) => (
        <OfWarning key={of.code} of={of} source={source} />
      ))}
      <Button onClick={() => setView({ panel: 'warnings' })}>{t('warning.card.open')}</Button>
    </section>
  )
}

function OfWarning({
  of: { code, duty, called },
  source,
}: {
  readonly of: WarningDutyOfSource
  readonly source: number
}) {
  const { t, i18n } = useTranslation()
  const { dataset, evaluation } = useOpened()
  const answered = useCallEvidence()
  const warning = dataset.warnings.find((each) => each.code === code)!
  const state = answered && calledStateOfAll(warning, called, answered, evaluation.asOf)
  const last = state?.calls.at(-1)
  const line = (number: number, isUnclear: boolean) => {
    const { what, source: from, confirmed, duty } = dataset.warningMeasures[number]!
    return (
      <li key={number}>
        <b>{t(`warning.duty.${duty}`)}</b> {inLanguage(what, i18n.language)}
        {isUnclear && ` ${t('warning.unclearMark')}`}
        <br />
        <small className="quiet">
          {[inLanguage(from, i18n.language), ...(confirmed ? [] : [t('warning.unconfirmed')])].join(DOT)}
        </small>
      </li>
    )
  }
  return (
    <>
      <p>
        {warning.name} <span className="quiet">{t('warning.card.since', { from: localTime(warning.from) })}</span>
      </p>
      <ul>
        {duty.asked.map((number) => line(number, false))}
        {duty.unclear.map((number) => line(number, true))}
      </ul>
      {state && (
        <p>
          {called.source === source ? t('warning.card.called') : t('warning.card.calledWith', { name: called.name })}
          {last ? callLine(t, last, warning.name) : t('warning.answer.none')}
          {state.later.length > 0 && ` ${t('warning.laterCalls', { count: state.later.length })}`}
        </p>
      )}
    </>
  )
}
