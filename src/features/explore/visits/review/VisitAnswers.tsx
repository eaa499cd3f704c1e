import { useTranslation } from 'react-i18next'
import { checklistOf } from '@/domain/rules/checklist'
import { saidOf } from '@/ledger/changes'
import { notesBefore, saidBefore } from '@/ledger/said-before'
import { shortcomingOf, type Visit, type VisitAnswer } from '@/ledger/visit'
import { useOpened } from '@/store/chentu'
import { itemLabel } from '@/store/words/inspection-line'
import classes from './VisitAnswers.module.css'

/** Each item of a check with its answer, what is the case or why nothing is known, and what was said of it before; the list's order, then what it no longer has. */
export function VisitAnswers({ visit }: { readonly visit: Visit }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { kind } = visit.target
  const { items } = checklistOf(dataset.rules, kind)
  const before = saidBefore(visit)
  const ids = [...new Set([...items.map(({ id }) => id), ...visit.answers.keys(), ...before.keys()])]
  const answerText = (said: VisitAnswer | undefined) =>
    said ? t(`check.answer.${said.answer}`) : t('review.unanswered')
  const wordsOf = (said: VisitAnswer | undefined, item: string) => {
    if (!said) return ''
    const { deadline, told, reason } = saidOf(said.event.body, item)
    const found = said.answer === 'no' ? (shortcomingOf(said.event.body, item)?.found ?? []) : []
    return [...found, deadline && t('check.by', { day: deadline }), told && t('visits.told', { who: told }), reason]
      .filter(Boolean)
      .join(t('ui.comma'))
  }
  const notes = notesBefore(visit)
  return (
    <div>
      <table className={classes.answers} aria-label={t('review.answers')}>
        <thead>
          <tr>
            <th scope="col">{t('sign.column.item')}</th>
            <th scope="col">{t('sign.column.answer')}</th>
            <th scope="col">{t('sign.column.found')}</th>
          </tr>
        </thead>
        <tbody>
          {ids.map((id) => {
            const now = visit.answers.get(id)
            const was = before.get(id)
            const [answer, words] = [answerText(now), wordsOf(now, id)]
            const [answerWas, wordsWas] = was ? [answerText(was), wordsOf(was, id)] : [answer, words]
            return (
              <tr key={id} data-answer={now?.answer ?? 'open'}>
                <th scope="row">{itemLabel(dataset, kind, id, i18n.language)}</th>
                <td>
                  {answer}
                  {answerWas !== answer && <small>{t('review.was', { answer: answerWas })}</small>}
                </td>
                <td>
                  {words}
                  {/* Words that were added to the same answer are told from nothing. */}
                  {wordsWas !== words && (wordsWas !== '' || answerWas === answer) && (
                    <small>{t('review.was', { answer: wordsWas || t('mend.none') })}</small>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {notes.length > 0 && <p>{t('review.noteWas', { note: notes.join(t('ui.comma')) })}</p>}
    </div>
  )
}
