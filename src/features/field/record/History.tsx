import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import form from '@/features/field/field-form.module.css'
import { KeptVoices } from '@/features/field/voice/KeptVoices'
import { type CheckHistory, checkHistories } from '@/ledger/check-history'
import { deliveryOf } from '@/ledger/delivery'
import { writerOf } from '@/ledger/device'
import { ANSWERS, type Answer } from '@/ledger/event'
import { standingEvents, unplacedRecords } from '@/ledger/fold'
import { laterEventsOf } from '@/ledger/later'
import { refOf, targetKey } from '@/ledger/shared-code'
import type { InspectionEvent } from '@/ledger/visit'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { correctionLine } from '@/store/words/correction-line'
import { itemLabel, laterLine, recordLine, withdrawalLine } from '@/store/words/inspection-line'
import { useOfficeTexts } from '@/store/words/office'
import { Button } from '@/ui/controls/Button'
import type { CheckTarget } from './check-target'
import { DeliveryMark } from './DeliveryMark'
import classes from './History.module.css'
import { useRefused } from './use-refused'
import { WithdrawForm } from './WithdrawForm'

const REASONS = ['target', 'answer', 'twice', 'test'] as const

interface Props {
  readonly source: Pick<CheckTarget, 'kind' | 'code' | 'name' | 'sameCode'>
  /** Begins a correction of a record; null while another is being written. */
  readonly onCorrect?: ((record: InspectionEvent) => void) | null
  /** Buttons to sign and print one of this tablet's valid records. */
  papersOf?(record: CheckHistory): ReactNode
}

/**
 * The records of a source, newest first. If two devices disagree, both answers are shown until the user decides.
 * Records of this tablet can be withdrawn; they stay readable.
 */
export function History({ source, onCorrect, papersOf }: Props) {
  const { t, i18n } = useTranslation()
  const ofOffice = useOfficeTexts()
  const { dataset } = useOpened()
  const state = useLedger((all) => all.state.get(targetKey(source)))
  const later = laterEventsOf(
    useLedger((all) => all.later),
    source,
  )
  const append = useLedger((all) => all.append)
  const device = useLedger((all) => all.device)
  const exchanged = useLedger((all) => all.exchanged)
  const whole = useLedger((all) => all.state)
  const unplaced = unplacedRecords(whole, source)
  const [papers, setPapers] = useState<string | null>(null)
  const [withdrawing, setWithdrawing] = useState<string | null>(null)
  const [fault, setFault] = useState('')
  const refusedFor = useRefused()
  if (!state && !unplaced && later.length === 0) return null
  const { kind } = source

  async function decide(item: string, answer: Answer) {
    setFault('')
    const supersedes = standingEvents(state)
    try {
      await append({ type: 'decision', target: refOf(source), item, answer, supersedes }, [], null)
    } catch (error) {
      setFault(refusedFor(error))
    }
  }

  async function withdraw(event: InspectionEvent, reason: string) {
    await append({ type: 'withdrawal', event: event.id, reason }, [], null)
    setWithdrawing(null)
  }

  const checks = [
    ...checkHistories(state).map((check) => ({ ...check, isUnplaced: false })),
    ...checkHistories(unplaced).map((check) => ({ ...check, isUnplaced: true })),
  ]
  const handing = deliveryOf(exchanged, whole)
  return (
    <section aria-label={t('check.history')}>
      <h3>{t('check.history')}</h3>
      {[...(state?.items ?? [])]
        .filter(([, { conflict }]) => conflict)
        .map(([item, { standing }]) => (
          <div key={item} className={form.warning}>
            <p>{t('check.conflict', { item: itemLabel(dataset, kind, item, i18n.language) })}</p>
            {ANSWERS.filter((answer) => standing.some((each) => each.answer === answer)).map((answer) => (
              <Button key={answer} onClick={() => void decide(item, answer)}>
                {t('check.decide', {
                  answer: t(`check.answer.${answer}`),
                  who: standing
                    .filter((each) => each.answer === answer)
                    .map(({ event }) => writerOf(event))
                    .join(t('ui.comma')),
                })}
              </Button>
            ))}
          </div>
        ))}
      {fault && <p role="alert">{fault}</p>}
      <ul className={classes.records}>
        {checks.map((check) => {
          const { event, voices, withdrawnBy, correctedBy, isUnplaced } = check
          const line = recordLine(t, dataset, event, i18n.language, check)
          const at = localMinute(event.at)
          return (
            <li key={event.id}>
              {withdrawnBy || correctedBy ? <s>{line}</s> : <span>{line}</span>}
              {isUnplaced && <b> {t('check.unplaced')}</b>}
              {withdrawnBy && <b> {withdrawalLine(t, withdrawnBy)}</b>}
              {correctedBy && <b> {correctionLine(t, dataset, event, correctedBy, i18n.language)}</b>}
              <KeptVoices voices={voices} />
              {event.device === device && (
                <DeliveryMark handing={handing(event)} withdrawal={withdrawnBy && handing(withdrawnBy)} />
              )}
              {!withdrawnBy && !correctedBy && event.device === device && onCorrect && (
                <Button aria-label={t('check.correctTitle', { at })} onClick={() => onCorrect(event)}>
                  {t('check.correct')}
                </Button>
              )}
              {!withdrawnBy && !correctedBy && event.device === device && withdrawing !== event.id && (
                <Button aria-label={t('check.withdrawTitle', { at })} onClick={() => setWithdrawing(event.id)}>
                  {t('check.withdraw')}
                </Button>
              )}
              {papersOf &&
                !isUnplaced &&
                !withdrawnBy &&
                !correctedBy &&
                event.device === device &&
                papers !== event.id && (
                  <Button
                    className={classes.withdraw}
                    aria-label={t('sign.ofRecord', { at })}
                    onClick={() => setPapers(event.id)}
                  >
                    {t('sign.title')}
                  </Button>
                )}
              {papers === event.id && papersOf?.(check)}
              {withdrawing === event.id && (
                <WithdrawForm
                  title={t('check.withdrawTitle', { at })}
                  warning={t('check.withdrawHelp')}
                  reasons={REASONS.map((each) => ofOffice(`check.withdrawReason.${each}`))}
                  confirm={t('check.withdrawTitle', { at })}
                  onGive={(reason) => withdraw(event, reason)}
                  onCancel={() => setWithdrawing(null)}
                />
              )}
            </li>
          )
        })}
        {later.map((event) => (
          <li key={event.id}>{laterLine(t, event)}</li>
        ))}
      </ul>
    </section>
  )
}
