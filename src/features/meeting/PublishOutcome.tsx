import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { IsoDay } from '@/domain/calendar'
import { dayName } from '@/store/words/day-name'
import { Button } from '@/ui/controls/Button'
import classes from './PublishOutcome.module.css'

/** What was done with a month's figures; `version` is the package version it created, null if none was saved. */
export type PublishResult =
  | {
      readonly kind: 'frozen' | 'corrected'
      readonly day: IsoDay
      readonly count: number
      readonly version: number | null
    }
  | { readonly kind: 'undone' }

interface Props {
  /** The last action in this dialog; null before the first. */
  readonly done: PublishResult | null
  /** Text of the limit that the month was frozen with; '' if none is stored. */
  readonly limit: string
  readonly running: boolean
  onUndo(version: number): void
}

/** Confirms the action in place of its button, and offers to undo it. */
export function PublishOutcome({ done, limit, running, onUndo }: Props) {
  const { t } = useTranslation()
  const line = useRef<HTMLDivElement>(null)
  // The pressed button is gone and has lost the focus; move it here before anything else is pressed.
  useLayoutEffect(() => {
    if (done) line.current?.focus()
  }, [done])
  const text = () => {
    if (done === null) return ''
    if (done.kind === 'undone') return t('meeting.outcome.undone')
    const said = { day: dayName(t, done.day), count: done.count }
    if (done.kind === 'corrected') return t('meeting.outcome.corrected', said)
    return limit === '' ? t('meeting.outcome.frozen', said) : t('meeting.outcome.frozenUnder', { ...said, limit })
  }
  const version = done && done.kind !== 'undone' ? done.version : null
  return (
    <div ref={line} tabIndex={-1} role="status" className={classes.outcome} data-done={done !== null}>
      {done && (
        <>
          <p>
            <b>{text()}</b>
          </p>
          {done.kind === 'frozen' && <p>{t('meeting.outcome.next')}</p>}
          {version !== null && (
            <Button disabled={running} onClick={() => onUndo(version)}>
              {t(done.kind === 'frozen' ? 'meeting.outcome.undoFreeze' : 'meeting.outcome.undoCorrection')}
            </Button>
          )}
        </>
      )}
    </div>
  )
}
