import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { ChecklistItem } from '@/domain/rules/checklist'
import type { KindId } from '@/domain/sources/kinds/kind'
import { ANSWERS, type Answer } from '@/ledger/event'
import { useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import classes from './AnswerList.module.css'

interface Props {
  readonly kind: KindId
  readonly items: readonly ChecklistItem[]
  /** By the item's id. */
  readonly answers: Readonly<Record<string, Answer>>
  onAnswer(item: string, answer: Answer): void
}

/** The items of a checklist, each with its clause and a button for each answer. */
export function AnswerList({ kind, items, answers, onAnswer }: Props) {
  const { t, i18n } = useTranslation()
  const kindTexts = useKindTexts()
  return (
    <ol>
      {items.map(({ id, clause, field, title }) => (
        <li key={id}>
          <fieldset className="plain">
            <legend>
              <b>{field ? kindTexts.column(field, kind) : inLanguage(title, i18n.language)}</b>{' '}
              <small>{t('check.clause', { clause })}</small>
            </legend>
            <div className={classes.answers}>
              {ANSWERS.map((answer) => (
                <Button
                  key={answer}
                  data-answer={answer}
                  aria-pressed={answers[id] === answer}
                  onClick={() => onAnswer(id, answer)}
                >
                  {t(`check.answer.${answer}`)}
                </Button>
              ))}
            </div>
          </fieldset>
        </li>
      ))}
    </ol>
  )
}
