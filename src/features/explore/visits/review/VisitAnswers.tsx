import { useTranslation } from 'react-i18next'
import { checklistOf } from '@/domain/rules/checklist'
import { changesOf, itemContent, type RecordContent } from '@/ledger/changes'
import { shortcomingOf, type Visit } from '@/ledger/visit'
import { useOpened } from '@/store/chentu'
import { itemLabel } from '@/store/words/inspection-line'
import marks from './ReviewDialog.module.css'
import classes from './VisitAnswers.module.css'

interface Props {
  readonly visit: Visit
  /** The earlier answers that the current ones are compared with. */
  readonly before: RecordContent
  /**
   * Whether `before` is what the desk reviewed: then every changed item is marked, including those that had no answer.
   */
  readonly isReviewed: boolean
}

/**
 * Each checklist item with its answer, the observation or the reason why it is unknown, and the earlier answer; in
 * checklist order, followed by items that the checklist no longer has.
 */
export function VisitAnswers({ visit, before, isReviewed }: Props) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { kind } = visit.target
  const isSaid = (id: string) => visit.answers.has(id) || before.answers.has(id)
  const isFollowed = (id: string) => dataset.rules.some(({ follows }) => follows === id)
  // A requirement that was replaced by another is listed only if it was answered.
  const items = checklistOf(dataset.rules, kind).items.filter(({ id }) => !isFollowed(id) || isSaid(id))
  const changes = changesOf(before, visit, [])
  const changed = new Set(changes.map(({ item }) => item))
  const noteWas = changes.find(({ item }) => item === null)?.from ?? ''
  const ids = [...new Set([...items.map(({ id }) => id), ...visit.answers.keys(), ...before.answers.keys()])]
  const answerOf = ({ answers }: RecordContent, item: string) => {
    const said = answers.get(item)
    return said ? t(`check.answer.${said.answer}`) : t('review.unanswered')
  }
  const wordsOf = (words: RecordContent, item: string) => {
    const said = words.answers.get(item)
    const { deadline, told, reason } = itemContent(words, item)
    const found = said?.answer === 'no' ? (shortcomingOf(said.event.body, item)?.found ?? []) : []
    return [...found, deadline && t('check.by', { day: deadline }), told && t('visits.told', { who: told }), reason]
      .filter(Boolean)
      .join(t('ui.comma'))
  }
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
            const [answer, words] = [answerOf(visit, id), wordsOf(visit, id)]
            // Without a review, an item that had no answer at first was simply answered by a later record of the same
            // day; after a review it counts as changed.
            const isOther = changed.has(id) && (isReviewed || before.answers.has(id))
            const [answerWas, wordsWas] = isOther ? [answerOf(before, id), wordsOf(before, id)] : [answer, words]
            return (
              <tr key={id} data-answer={visit.answers.get(id)?.answer ?? 'open'}>
                <th scope="row">
                  {itemLabel(dataset, kind, id, i18n.language, visit.day)}
                  {isReviewed && isOther && <mark className={marks.fresh}>{t('review.changed')}</mark>}
                </th>
                <td>
                  {answer}
                  {answerWas !== answer && <small>{t('review.was', { answer: answerWas })}</small>}
                </td>
                <td>
                  {words}
                  {/* Text added to an unchanged answer has no earlier text to show. */}
                  {wordsWas !== words && (wordsWas !== '' || answerWas === answer) && (
                    <small>{t('review.was', { answer: wordsWas || t('mend.none') })}</small>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {noteWas !== '' && <p>{t('review.noteWas', { note: noteWas })}</p>}
    </div>
  )
}
