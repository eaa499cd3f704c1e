import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DraftField, isComplete } from '@/domain/plan/draft'
import { usePlanDesk } from '@/store/plan'
import { Button } from '@/ui/controls/Button'
import classes from './ClauseReview.module.css'
import { FieldForm } from './FieldForm'
import { useFieldWords } from './field-words'

interface Props {
  readonly clause: number
  readonly field: DraftField
  readonly near: string
  /** What the field leads to besides the clause, in words; '' if nothing. */
  readonly note: string
}

/**
 * One proposal: what was read, why it is in doubt, and the decision on it. Its first button takes part in the
 * list's keyboard navigation.
 */
export function FieldLine({ clause, field, near, note }: Props) {
  const { t } = useTranslation()
  const { id, value, doubt, decision, spans } = field
  const words = useFieldWords()(value)
  const isCurrent = usePlanDesk((state) => state.field === id)
  const look = usePlanDesk((state) => state.look)
  const changeField = usePlanDesk((state) => state.changeField)
  const complete = isComplete(value)
  const isInline = value.kind === 'body' && note !== ''
  // A field that was just added is empty: edit it at once.
  const [editing, setEditing] = useState(!complete && spans.length === 0)
  const head = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (isCurrent && !editing && !head.current?.closest('li')?.contains(document.activeElement)) head.current?.focus()
  }, [isCurrent, editing])

  const decide = (next: DraftField['decision']) => changeField(id, { decision: next })
  function accept() {
    if (!complete) setEditing(true)
    else decide('accepted')
  }
  function close() {
    setEditing(false)
    queueMicrotask(() => head.current?.focus())
  }

  function keys(event: KeyboardEvent) {
    if (event.key === 'Delete' || event.key === 'Backspace') decide('dropped')
    else if (event.key === 'F2') setEditing(true)
    else return
    event.preventDefault()
  }

  if (editing) {
    return (
      <li className={classes.field} data-current>
        <FieldForm
          value={value}
          near={near}
          onSave={(changed) => {
            changeField(id, { value: changed, decision: 'accepted' })
            close()
          }}
          onCancel={() => {
            if (!complete && spans.length === 0) decide('dropped')
            close()
          }}
        />
      </li>
    )
  }
  return (
    <li className={classes.field} data-decision={decision} data-current={isCurrent || undefined}>
      <button
        ref={head}
        type="button"
        className={classes.head}
        data-field-head
        aria-describedby={doubt && decision === 'open' ? `${id}-doubt` : undefined}
        onFocus={() => look(clause, id)}
        onKeyDown={keys}
        onClick={() => (decision === 'accepted' ? decide('open') : accept())}
      >
        <span className={classes.kind}>{t(`planReader.kind.${value.kind}`)}</span>
        <span className={classes.words}>
          {words}
          {isInline && <small className="quiet"> {note}</small>}
        </span>
        <span className={classes.decision}>{t(`planReader.decision.${decision}`)}</span>
      </button>
      <span className={classes.choices}>
        {decision !== 'accepted' && (
          <Button weight="quiet" aria-label={t('planReader.accept', { what: words })} onClick={accept}>
            {t('planReader.acceptShort')}
          </Button>
        )}
        <Button weight="quiet" aria-label={t('planReader.change', { what: words })} onClick={() => setEditing(true)}>
          {t('planReader.changeShort')}
        </Button>
        {decision !== 'dropped' && (
          <Button
            weight="quiet"
            aria-label={t('planReader.dropField', { what: words })}
            onClick={() => decide('dropped')}
          >
            {t('planReader.dropShort')}
          </Button>
        )}
      </span>
      {doubt && decision === 'open' && (
        <small id={`${id}-doubt`} className={classes.doubt}>
          {t(`planReader.doubt.${doubt}`)}
        </small>
      )}
      {decision === 'accepted' && note !== '' && !isInline && <small className="quiet">{note}</small>}
      {spans.length === 0 && <small className="quiet">{t('planReader.byHand')}</small>}
    </li>
  )
}
