import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { isOwnDesk, pinDesk, readPin, trustedDesk } from '@/ledger/confirmation'
import { shortDevice } from '@/ledger/device'
import type { Pin } from '@/ledger/ledger-database'
import { ledger, useLedger } from '@/store/ledger'
import { useOfficeTexts } from '@/store/words/office'
import { Button } from '@/ui/controls/Button'
import { ReasonForm } from '@/ui/ReasonForm'
import classes from './DeskPin.module.css'
import { useFailed } from './use-failed'

type NewPin = Pick<Pin, 'code' | 'key' | 'how'>

const REASONS = ['machine', 'cleared', 'mistake'] as const

interface Props {
  /** Text read by the camera; each object is processed once. */
  readonly scanned: { readonly text: string } | null
  /** Called when the trusted desk was set or changed. */
  onPinned(): void
}

/** Sets which desk this tablet trusts: once, by a code read aloud or its QR code. Changing it requires a reason. */
export function DeskPin({ scanned, onPinned }: Props) {
  const { t } = useTranslation()
  const ofOffice = useOfficeTexts()
  const device = useLedger((all) => all.device)
  const [pin, setPin] = useState<Pin | null>(null)
  const [typed, setTyped] = useState('')
  const [changing, setChanging] = useState(false)
  const [next, setNext] = useState<NewPin | null>(null)
  const [message, setMessage] = useState('')

  const failure = useFailed()
  const failed = useCallback((error: unknown) => setMessage(failure(error)), [failure])
  const refresh = useCallback(() => trustedDesk(ledger()).then(setPin, failed), [failed])
  useEffect(() => void refresh(), [refresh])

  async function put(desk: NewPin, reason: string) {
    const at = new Date().toISOString()
    const done = await pinDesk(ledger(), desk, { replaced: pin?.code ?? null, reason, at })
    await refresh()
    setNext(null)
    setChanging(false)
    setTyped('')
    setMessage(done ? '' : t('desk.pinElsewhere'))
    if (done) onPinned()
  }

  async function take(text: string) {
    const desk = readPin(text)
    if (!desk) return setMessage(t('desk.pinInvalid'))
    // Every device shows a code of its own in “Data”; by trusting it, a tablet would confirm its own records.
    if (await isOwnDesk(ledger(), desk)) return setMessage(t('desk.pinOwn'))
    setMessage('')
    if (pin && pin.code !== desk.code) setNext(desk)
    else await put(desk, '')
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each scanned text is processed once
  useEffect(() => {
    if (scanned) take(scanned.text).catch(failed)
  }, [scanned])

  return (
    <section className={classes.pin} aria-label={t('desk.pin')}>
      <h4>{t('desk.pin')}</h4>
      <p>{pin ? t('desk.pinned', { code: pin.code, at: localMinute(pin.at) }) : t('desk.pinNone')}</p>
      <p className="quiet">{t('desk.ownId', { id: shortDevice(device) })}</p>
      {(!pin || changing) && !next && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            take(typed).catch(failed)
          }}
        >
          <label>
            <span>{t('desk.pinType')}</span>
            <input
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
          <Button type="submit" disabled={typed.trim() === ''}>
            {t('desk.pinKeep')}
          </Button>
        </form>
      )}
      {pin && !changing && !next && <Button onClick={() => setChanging(true)}>{t('desk.pinChange')}</Button>}
      {pin && next && (
        <ReasonForm
          title={t('desk.pinChangeTitle')}
          warning={t('desk.pinChangeWarning', { from: pin.code, to: next.code })}
          reasons={REASONS.map((each) => ofOffice(`desk.pinReason.${each}`))}
          confirm={t('desk.pinChangeTitle')}
          onGive={(reason) => put(next, reason)}
          onCancel={() => {
            setNext(null)
            setChanging(false)
          }}
        />
      )}
      {message && <p role="alert">{message}</p>}
    </section>
  )
}
