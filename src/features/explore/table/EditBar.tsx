import { type FormEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { editKey, useEdits } from '@/store/edits'
import { useLedger } from '@/store/ledger'
import { useLoadRecords } from '@/store/ledger/use-load-records'
import { Button } from '@/ui/controls/Button'
import { Chip, ChipList } from '@/ui/controls/Chip'
import { ProblemCells } from '@/ui/ProblemLine'
import { Refused } from '@/ui/Refused'
import type { EditorMessage } from './CellEditor'
import classes from './Editing.module.css'

const LONGEST = { why: 200, by: 40 }

interface Props {
  readonly word: EditorMessage
  /** Called when the focused element was removed, so that the focus returns to the table. */
  onLeave(): void
}

/** Bar below the table: the editor's message, the unsaved cells with author and reason, and the last save. */
export function EditBar({ word, onLeave }: Props) {
  const { t } = useTranslation()
  const { waiting, saving, problems, done, drop, clear, save, undo } = useEdits()
  const { author, setAuthor } = useLedger()
  const [by, setBy] = useState<string | null>(null)
  const [why, setWhy] = useState('')
  const name = by ?? author
  const reason = useRef<HTMLInputElement>(null)
  const wanted = useId()
  const missing = [...(why.trim() === '' ? [t('edit.why')] : []), ...(name.trim() === '' ? [t('edit.by')] : [])]

  // The name of the device's user is stored with its records.
  useLoadRecords()

  async function onSubmit(event: FormEvent) {
    event.preventDefault()
    const said = { by: name.trim(), why: why.trim() }
    // The version has the name anyway, so a failure to remember it on this device is ignored.
    if (said.by !== author) await setAuthor(said.by).catch(() => undefined)
    await save(said, t('edit.label', { count: waiting.length, ...said }))
    if (useEdits.getState().waiting.length > 0) {
      reason.current?.focus()
      return
    }
    setWhy('')
    onLeave()
  }

  async function takeBack() {
    await undo()
    onLeave()
  }

  if (waiting.length === 0 && problems.length === 0 && done === null && word === null) return null
  return (
    <div className={classes.foot}>
      {word && 'hint' in word && <p className="quiet">{word.hint}</p>}
      {word && 'fault' in word && (
        <p role="alert" className={classes.fault}>
          {t(`problem.${word.fault.code}`)} <ProblemCells problem={{ file: '', ...word.fault }} />
        </p>
      )}
      {done !== null && (
        <p role="status" className={classes.done}>
          {done === 'undone' ? t('edit.undone') : t('edit.saved', { count: done.count })}
          {done !== 'undone' && (
            <Button disabled={saving} onClick={() => void takeBack()}>
              {t('edit.undo')}
            </Button>
          )}
        </p>
      )}
      <Refused problems={problems} />
      {waiting.length > 0 && (
        <form className={classes.form} aria-label={t('edit.waiting')} onSubmit={(event) => void onSubmit(event)}>
          <ChipList label={t('edit.waiting')}>
            {waiting.map((edit) => (
              <Chip
                key={editKey(edit)}
                text={t('edit.line', {
                  name: edit.name || edit.code,
                  column: edit.heading,
                  before: edit.before || t('edit.empty'),
                  after: edit.cell || t('edit.empty'),
                })}
                onRemove={() => drop(edit)}
              />
            ))}
          </ChipList>
          <label>
            <span>{t('edit.why')}</span>
            <input
              ref={reason}
              value={why}
              aria-required
              maxLength={LONGEST.why}
              onChange={({ target }) => setWhy(target.value)}
            />
          </label>
          <label>
            <span>{t('edit.by')}</span>
            <input
              value={name}
              aria-required
              maxLength={LONGEST.by}
              size={10}
              onChange={({ target }) => setBy(target.value)}
            />
          </label>
          <Button type="submit" weight="primary" aria-describedby={wanted} disabled={saving || missing.length > 0}>
            {t('edit.save', { count: waiting.length })}
          </Button>
          {missing.length > 0 && (
            <span className={classes.wanted} id={wanted}>
              {t('edit.wanted', { what: missing.join(t('ui.comma')) })}
            </span>
          )}
          <Button
            disabled={saving}
            onClick={() => {
              clear()
              onLeave()
            }}
          >
            {t('edit.drop')}
          </Button>
        </form>
      )}
    </div>
  )
}
