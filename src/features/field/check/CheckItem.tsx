import { type ReactNode, useId, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { CheckedItem } from '@/domain/warnings/on-site'
import { ANSWERS, type Answer } from '@/ledger/event'
import { usePreferences } from '@/store/device/preferences'
import { useKindTexts } from '@/store/words/kinds'
import { byEvidenceText } from '@/store/words/measured'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import classes from './CheckItem.module.css'
import type { Before } from './use-last-answers'
import { type AnswerNeedingReason, needsReason } from './write-check'

interface Props {
  readonly kind: KindId
  /** Its number in the list, from 1. */
  readonly number: number
  readonly item: CheckedItem
  readonly answer: Answer | undefined
  readonly before: Before
  /** Further fields if it is not met. */
  readonly children: ReactNode
  /** Field for the reason if it does not apply or could not be checked. */
  readonly why: (answer: AnswerNeedingReason) => ReactNode
  onAnswer(answer: Answer): void
}

/** A checklist item with its clause, earlier answers, and a button per answer; the two most common ones are wider. */
export function CheckItem({ kind, number, item, answer, before, children, why, onAnswer }: Props) {
  const { t, i18n } = useTranslation()
  const kindTexts = useKindTexts()
  const title = useId()
  const { field } = item
  const { last, soFar, readings } = before
  const cameraAtNo = usePreferences((all) => all.cameraAtNo)
  const row = useRef<HTMLLIElement>(null)

  function press(given: Answer) {
    // Render the further fields within the press: browsers open the camera only on a user gesture.
    flushSync(() => onAnswer(given))
    if (given !== 'no' || answer === 'no' || row.current?.querySelector('[data-photos] figure')) return
    const camera = row.current?.querySelector<HTMLElement>('[data-camera]')
    if (cameraAtNo) camera?.click()
    else camera?.scrollIntoView?.({ block: 'nearest' })
  }

  return (
    <li ref={row} className={classes.item} data-item={item.id} data-answered={answer !== undefined}>
      <fieldset className="plain" aria-labelledby={title}>
        <p className={classes.title}>
          <b
            id={title}
          >{`${number} ${field ? kindTexts.column(field, kind) : inLanguage(item.title, i18n.language)}`}</b>
          <small>
            {'warning' in item
              ? t(item.isUnclear ? 'check.byWarningUnclear' : 'check.byWarning', { warning: item.warning })
              : t('check.clause', { clause: item.clause })}
            {last && (
              <>
                {DOT}
                <span data-last={last.answer}>
                  {t(readings ? 'check.lastByReadings' : last.day ? 'check.lastAnswerOn' : 'check.lastAnswer', {
                    answer: t(`check.answer.${last.answer}`),
                    day: last.day,
                    by: byEvidenceText(t, readings && { by: 'readings', dataClass: readings }),
                  })}
                </span>
              </>
            )}
            {soFar && (
              <>
                {DOT}
                <span>{t(`check.soFar.${soFar.of}`, { answer: t(`check.answer.${soFar.answer}`) })}</span>
              </>
            )}
          </small>
        </p>
        <div className={classes.answers}>
          {ANSWERS.map((each) => (
            <Button key={each} data-answer={each} aria-pressed={answer === each} onClick={() => press(each)}>
              {answer === each && <span aria-hidden="true">{each === 'no' ? '✕ ' : '✓ '}</span>}
              {t(`check.answer.${each}`)}
            </Button>
          ))}
        </div>
      </fieldset>
      {answer === 'no' && children}
      {needsReason(answer) && why(answer)}
    </li>
  )
}
