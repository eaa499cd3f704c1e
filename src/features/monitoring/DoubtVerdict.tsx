import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import { CaseForm } from '@/features/cases/CaseForm'
import { writerOf } from '@/ledger/device'
import { READING_VERDICTS } from '@/ledger/event'
import { verdictBody, verdictOn, verdictsOn } from '@/ledger/verdicts'
import { useLedger } from '@/store/ledger'
import { verdictText } from '@/store/words/verdict-text'
import { Button } from '@/ui/controls/Button'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import form from '@/ui/form.module.css'
import { useFocusKept } from '@/ui/use-focus-kept'

type Verdict = (typeof READING_VERDICTS)[number]
const LONGEST = 200

interface Props {
  readonly doubt: Doubt
  /** Display name of the device. */
  readonly name: string
  /** What is doubted, in words. */
  readonly about: string
}

/**
 * The verdicts on doubted readings, with their reasons, and a form for a new verdict. A verdict removes no readings.
 */
export function DoubtVerdict({ doubt, name, about }: Props) {
  const { t } = useTranslation()
  const verdicts = useLedger((state) => state.verdicts)
  /** Null until the form is opened for the first time: merely showing verdicts must not take the focus. */
  const [isDeciding, setDeciding] = useState<boolean | null>(null)
  const focus = useFocusKept<HTMLDivElement>(isDeciding)
  const standing = verdictsOn(verdicts, doubt)
  const isOpen = verdictOn(verdicts, doubt) === 'pending'
  const words = new Set(standing.map(({ body }) => body.verdict))
  return (
    <div ref={isDeciding === null ? null : focus} tabIndex={-1}>
      {isDeciding ? (
        <VerdictForm doubt={doubt} name={name} about={about} onDone={() => setDeciding(false)} />
      ) : (
        <>
          {standing.map((event) => (
            <small key={event.id}>
              {t('monitoring.verdict.said', {
                verdict: verdictText(t, event.body.verdict),
                reason: event.body.reason,
                who: writerOf(event),
                at: localMinute(event.at),
              })}
            </small>
          ))}
          {words.size > 1 && isOpen && <small role="note">{t('monitoring.verdict.differ')}</small>}
          {words.size === 1 && isOpen && !words.has('pending') && (
            <small role="note">{t('monitoring.verdict.goesOn')}</small>
          )}
          <Button aria-label={t('monitoring.verdict.of', { about })} onClick={() => setDeciding(true)}>
            {t(standing.length > 0 ? 'monitoring.verdict.anew' : 'monitoring.verdict.decide')}
          </Button>
        </>
      )}
    </div>
  )
}

function VerdictForm({ doubt, name, about, onDone }: Props & { onDone(): void }) {
  const { t } = useTranslation()
  const append = useLedger((state) => state.append)
  const [verdict, setVerdict] = useState<Verdict | ''>('')
  const [reason, setReason] = useState('')
  const missing = [
    ...(verdict === '' ? [t('monitoring.verdict.title')] : []),
    ...(reason.trim() === '' ? [t('monitoring.verdict.reason')] : []),
  ]
  async function save() {
    // The current verdicts, which may have changed since the form was opened.
    const { verdicts } = useLedger.getState()
    await append(verdictBody(verdicts, doubt, { name, verdict, reason: reason.trim() }), [], null)
    onDone()
  }
  return (
    <CaseForm
      label={t('monitoring.verdict.of', { about })}
      byLabel={t('monitoring.verdict.by')}
      saveLabel={t('monitoring.verdict.save')}
      missing={missing}
      onSave={save}
      onCancel={onDone}
    >
      <p className="quiet">{t('monitoring.verdict.help')}</p>
      <SegmentedControl<Verdict | ''>
        label={t('monitoring.verdict.title')}
        options={READING_VERDICTS.map((value) => ({ value, label: t(`monitoring.verdict.words.${value}`) }))}
        value={verdict}
        onChange={setVerdict}
      />
      <label className={form.field}>
        <span>{t('monitoring.verdict.reason')}</span>
        <textarea
          rows={2}
          value={reason}
          aria-required
          maxLength={LONGEST}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
    </CaseForm>
  )
}
