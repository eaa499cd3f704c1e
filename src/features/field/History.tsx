import { useTranslation } from 'react-i18next'
import { ANSWERS, type Answer } from '@/ledger/event'
import { standingEvents, targetKey } from '@/ledger/fold'
import { useOpened } from '@/store/chentu'
import { inspectionLine, itemLabel } from '@/store/inspection-line'
import { useLedger } from '@/store/ledger'
import type { SourceSummary } from '@/workers/source-summary'
import classes from './CheckForm.module.css'

/** What was recorded of a source: newest first; where two devices disagree, both, until a person decides. */
export function History({ source }: { readonly source: SourceSummary }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const state = useLedger((all) => all.state.get(targetKey(source)))
  const append = useLedger((all) => all.append)
  if (!state) return null
  const { kind, code, name } = source
  const decide = (item: string, answer: Answer) =>
    append({ type: 'decision', target: { kind, code, name }, item, answer, supersedes: standingEvents(state) }, [], '')
  return (
    <section aria-label={t('check.history')}>
      <h3>{t('check.history')}</h3>
      {[...state.items]
        .filter(([, { conflict }]) => conflict)
        .map(([item, { standing }]) => (
          <div key={item} className={classes.asked}>
            <p>{t('check.conflict', { item: itemLabel(t, dataset, kind, item, i18n.language) })}</p>
            {ANSWERS.filter((answer) => standing.some((each) => each.answer === answer)).map((answer) => (
              <button key={answer} type="button" onClick={() => void decide(item, answer)}>
                {t('check.decide', {
                  answer: t(`check.answer.${answer}`),
                  who: standing
                    .filter((each) => each.answer === answer)
                    .map(({ event }) => event.author || event.device.slice(0, 6))
                    .join('、'),
                })}
              </button>
            ))}
          </div>
        ))}
      <ul>
        {[...state.inspections].reverse().map((event) => (
          <li key={event.id}>{inspectionLine(t, dataset, event, i18n.language)}</li>
        ))}
      </ul>
    </section>
  )
}
