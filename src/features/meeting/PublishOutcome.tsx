import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { IsoDay } from '@/domain/calendar'
import { dayName } from '@/store/words/day-name'
import { Button } from '@/ui/controls/Button'
import classes from './PublishOutcome.module.css'

/** What was done with the figures of a month; `version` is that of the data which it made, null where none was kept. */
export type Published =
  | {
      readonly kind: 'frozen' | 'corrected'
      readonly day: IsoDay
      readonly count: number
      readonly version: number | null
    }
  | { readonly kind: 'undone' }

interface Props {
  /** What was done last in this dialog; null before anything was. */
  readonly done: Published | null
  /** The limit in words that the month was locked under; '' where none is kept with it. */
  readonly limit: string
  readonly running: boolean
  onUndo(version: number): void
}

/** Says what was done, in the place of the button that did it, and how it is taken back or put right. */
export function PublishOutcome({ done, limit, running, onUndo }: Props) {
  const { t } = useTranslation()
  const line = useRef<HTMLDivElement>(null)
  // What was pressed for it is gone, and the focus with it.
  useEffect(() => {
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
