import { useTranslation } from 'react-i18next'
import { checklistOf } from '@/domain/rules/checklist'
import { ANSWERS, type Answer } from '@/ledger/event'
import { standingEvents, targetKey } from '@/ledger/fold'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { inLanguage } from '@/store/names'
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
  const items = new Map(checklistOf(dataset.rules, kind).items.map((item) => [item.id, item]))
  const label = (id: string) => {
    const item = items.get(id)
    return item?.field ? t(`field.${item.field}` as 'field.name') : item ? inLanguage(item.title, i18n.language) : id
  }
  const decide = (item: string, answer: Answer) =>
    append({ type: 'decision', target: { kind, code, name }, item, answer, supersedes: standingEvents(state) }, [], '')
  return (
    <section aria-label={t('check.history')}>
      <h3>{t('check.history')}</h3>
      {[...state.items]
        .filter(([, { conflict }]) => conflict)
        .map(([item, { standing }]) => (
          <div key={item} className={classes.asked}>
            <p>{t('check.conflict', { item: label(item) })}</p>
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
        {state.inspections.toReversed().map(({ id, at, author, device, body }) => {
          const failing = Object.entries(body.answers).filter(([, answer]) => answer === 'no')
          return (
            <li key={id}>
              <b>{new Date(at).toLocaleString('sv-SE').slice(0, 16)}</b> {author || device.slice(0, 6)} ·{' '}
              {failing.length === 0
                ? t('check.noneFailing', { count: Object.keys(body.answers).length })
                : failing.map(([item]) => label(item)).join('、')}
              {body.photos.length > 0 && ` · ${t('check.photos', { count: body.photos.length })}`}
              {body.note && ` · ${body.note}`}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
