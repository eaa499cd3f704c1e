import { type FormEvent, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { localTime, minuteAfter, minuteAt } from '@/domain/monitoring/minute-of'
import type { Warning } from '@/domain/warnings/warning'
import { RestoredNote } from '@/features/cases/RestoredNote'
import { z } from '@/io/zod'
import { CALL_ANSWERS } from '@/ledger/event'
import { refOf, targetKey } from '@/ledger/shared-code'
import type { CalledSource } from '@/questions/warnings/warning-duties'
import { useOpened } from '@/store/chentu'
import { formsOfWarning } from '@/store/device/form-drafts'
import { useMinute } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { useAuthor } from '@/store/ledger/use-author'
import { useAttempt } from '@/store/page/use-attempt'
import { useFormDraft } from '@/store/page/use-form-draft'
import { Button } from '@/ui/controls/Button'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import form from '@/ui/form.module.css'
import { Refused } from '@/ui/Refused'
import { scrollWithin } from '@/ui/scroll-within'
import { CallTimeField } from './CallTimeField'
import { CALLED_NOW, isEarlyCall, readCallTime, timeOfNow } from './call-time'
import classes from './WarningsPanel.module.css'

type Answer = (typeof CALL_ANSWERS)[number]
const LONGEST = { person: 40, note: 200 }
const entered = z.object({
  answer: z.enum(CALL_ANSWERS).nullable(),
  person: z.string(),
  note: z.string(),
  by: z.string().nullable(),
  time: z.object({ day: z.string(), time: z.string() }).nullable(),
})
type Entered = z.infer<typeof entered>

interface Props {
  readonly source: CalledSource
  readonly warning: Warning
  onDone(): void
}

/** Records the answer to a call, and its time: now or earlier. */
export function CallForm({ source, warning, onDone }: Props) {
  const { t } = useTranslation()
  const { name, contact } = source
  const append = useLedger((state) => state.append)
  const { author, remember } = useAuthor()
  const place = useRef<HTMLFormElement>(null)
  // It opens under the line, often below what is in sight.
  useEffect(() => scrollWithin(place.current!, 'nearest'), [])
  const { running, problems, attempt } = useAttempt()
  const kept = useFormDraft<Entered>(
    { group: formsOfWarning(warning.code), form: targetKey(source), label: t('warning.callOf', { name }) },
    entered,
    () => ({ answer: null, person: contact, note: '', by: null, time: CALLED_NOW }),
    // The call was made when its answer was typed, not when the form is opened again.
    (fields, at) => ({ ...fields, time: fields.time ?? timeOfNow(new Date(at)) }),
  )
  const { answer, person, note, by, time } = kept.fields
  const [wanted, timeFault] = [useId(), useId()]
  const caller = (by ?? author).trim()
  const { asOf } = useOpened().evaluation
  const now = new Date(useMinute())
  const called = readCallTime(time, now)

  const missing = [...(answer === null ? [t('warning.answerLabel')] : []), ...(caller === '' ? [t('warning.by_')] : [])]
  const lacks = missing.length > 0 || 'fault' in called
  // The record would be kept but not shown, since the panel shows calls only up to the as-of date.
  const isLater = !('fault' in called) && minuteAt(called.calledAt ?? now.toISOString()) >= minuteAfter(asOf)

  async function save() {
    // Read again: time has passed since the form was rendered.
    const at = readCallTime(time, new Date())
    if (answer === null || 'fault' in at) return
    await remember(caller)
    const said = { answer, person: person.trim(), note: note.trim(), ...at }
    await append(
      { type: 'call', target: refOf(source), warning: { code: warning.code, name: warning.name }, ...said },
      [],
      null,
    )
    kept.forget()
    onDone()
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    void attempt(save)
  }
  return (
    <form ref={place} className={classes.form} aria-label={t('warning.callOf', { name })} onSubmit={submit}>
      <Refused problems={problems} />
      <RestoredNote of={kept} />
      <SegmentedControl<Answer | ''>
        label={t('warning.answerLabel')}
        options={CALL_ANSWERS.map((value) => ({ value, label: t(`warning.answer.${value}`) }))}
        value={answer ?? ''}
        onChange={(chosen) => kept.change({ answer: chosen || null })}
      />
      <label className={form.field}>
        <span>{t('warning.person')}</span>
        <input
          value={person}
          maxLength={LONGEST.person}
          onChange={({ target }) => kept.change({ person: target.value })}
        />
      </label>
      <CallTimeField time={time} onChange={(time) => kept.change({ time })} />
      {'fault' in called && (
        <p id={timeFault} role="alert" className={classes.bad}>
          {t(`warning.time.${called.fault}`)}
        </p>
      )}
      {isLater && <p role="note">{t('warning.time.later', { day: asOf })}</p>}
      {isEarlyCall(called, warning.from) && (
        <p role="note">{t('warning.time.early', { from: localTime(warning.from) })}</p>
      )}
      <label className={form.field}>
        <span>{t('warning.note')}</span>
        <input value={note} maxLength={LONGEST.note} onChange={({ target }) => kept.change({ note: target.value })} />
      </label>
      <label className={form.field}>
        <span>{t('warning.by_')}</span>
        <input
          value={by ?? author}
          aria-required
          maxLength={LONGEST.person}
          onChange={({ target }) => kept.change({ by: target.value })}
        />
      </label>
      <p className={classes.buttons}>
        <Button
          type="submit"
          weight="primary"
          disabled={running || lacks}
          aria-describedby={lacks ? `${wanted} ${timeFault}` : undefined}
        >
          {t('warning.save')}
        </Button>
        <Button
          onClick={() => {
            kept.forget()
            onDone()
          }}
        >
          {t('data.cancel')}
        </Button>
      </p>
      {missing.length > 0 && (
        <p id={wanted} className="quiet">
          {t('warning.wanted', { what: missing.join(t('ui.comma')) })}
        </p>
      )}
    </form>
  )
}
