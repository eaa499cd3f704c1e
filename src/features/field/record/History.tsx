import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import form from '@/features/field/field-form.module.css'
import { shortDevice } from '@/ledger/device'
import { ANSWERS, type Answer, type Inspection, type LedgerEvent } from '@/ledger/event'
import { standingEvents, targetKey } from '@/ledger/fold'
import { laterOf } from '@/ledger/later'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { inspectionLine, itemLabel, laterLine, withdrawalLine } from '@/store/words/inspection-line'
import { Button } from '@/ui/controls/Button'
import { ReasonForm } from '@/ui/ReasonForm'
import type { CheckTarget } from './check-target'
import classes from './History.module.css'
import { useRefused } from './use-refused'

type Check = LedgerEvent & { readonly body: Inspection }

const REASONS = ['target', 'answer', 'twice', 'test'] as const

/**
 * What was recorded of a source: newest first; where two devices disagree, both, until a person decides. A record of this
 * tablet can be withdrawn; it stays readable.
 */
export function History({ source }: { readonly source: CheckTarget }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const state = useLedger((all) => all.state.get(targetKey(source)))
  const later = laterOf(
    useLedger((all) => all.later),
    source,
  )
  const append = useLedger((all) => all.append)
  const device = useLedger((all) => all.device)
  const [withdrawing, setWithdrawing] = useState<string | null>(null)
  const [fault, setFault] = useState('')
  const refusedFor = useRefused()
  if (!state && later.length === 0) return null
  const { kind, code, name } = source

  async function decide(item: string, answer: Answer) {
    setFault('')
    const supersedes = standingEvents(state)
    try {
      await append({ type: 'decision', target: { kind, code, name }, item, answer, supersedes }, [], null)
    } catch (error) {
      setFault(refusedFor(error))
    }
  }

  async function withdraw(event: Check, reason: string) {
    await append({ type: 'withdrawal', event: event.id, reason }, [], null)
    setWithdrawing(null)
  }

  const withdrawn = new Map(state?.withdrawn.map((each) => [each.event.id, each.by]))
  const checks = [...(state?.inspections ?? []), ...(state?.withdrawn ?? []).map(({ event }) => event)]
    .filter((event): event is Check => event.body.type === 'inspection')
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.sequence - a.sequence))
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
                    .map(({ event }) => event.author || shortDevice(event.device))
                    .join(t('ui.comma')),
                })}
              </Button>
            ))}
          </div>
        ))}
      {fault && <p role="alert">{fault}</p>}
      <ul>
        {checks.map((event) => {
          const line = inspectionLine(t, dataset, event, i18n.language)
          const by = withdrawn.get(event.id)
          const at = localMinute(event.at)
          return (
            <li key={event.id}>
              {by ? <s>{line}</s> : line}
              {by && <b> {withdrawalLine(t, by)}</b>}
              {!by && event.device === device && withdrawing !== event.id && (
                <Button
                  className={classes.withdraw}
                  aria-label={t('check.withdrawTitle', { at })}
                  onClick={() => setWithdrawing(event.id)}
                >
                  {t('check.withdraw')}
                </Button>
              )}
              {withdrawing === event.id && (
                <ReasonForm
                  title={t('check.withdrawTitle', { at })}
                  warning={t('check.withdrawHelp')}
                  reasons={REASONS.map((each) => t(`check.withdrawReason.${each}`))}
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
