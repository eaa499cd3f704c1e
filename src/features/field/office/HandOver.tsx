import { Suspense, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import form from '@/features/field/field-form.module.css'
import { MOST_PARTS } from '@/ledger/chain'
import type { Confirmation } from '@/ledger/confirmation'
import { isLater } from '@/ledger/event'
import { exchangeWorker } from '@/ledger/exchange'
import { bundleName } from '@/ledger/file-name'
import { useLedger } from '@/store/ledger'
import { useStartsOffline } from '@/store/page/offline'
import { bytesText } from '@/ui/bytes'
import { Button } from '@/ui/controls/Button'
import { lazyPart } from '@/ui/lazy-part'
import { saveFile } from '@/ui/save-file'
import { OfficeFolder } from './OfficeFolder'
import { OfflineMap } from './OfflineMap'
import { Receipts } from './Receipts'
import { useFailed } from './use-failed'

const QrChain = lazyPart(() => import('@/ui/QrChain'))

/** A photo of a tablet with its small copy. */
const PHOTO_BYTES = 4_500_000

/** How much room is left, and whether the browser promised to keep what is here; null where it does not say. */
function useRoom() {
  const [room, setRoom] = useState<number | null>(null)
  const [kept, setKept] = useState<boolean | null>(null)
  useEffect(() => {
    const unsaid = () => undefined
    navigator.storage?.estimate?.().then(({ quota, usage }) => setRoom((quota ?? 0) - (usage ?? 0)), unsaid)
    navigator.storage?.persist?.().then(setKept, unsaid)
  }, [])
  return { room, kept }
}

/** What this tablet holds, how much room is left, and how it gets to the office: a bundle out, a receipt back. */
export function HandOver() {
  const { t } = useTranslation()
  const { events, device, author, setAuthor } = useLedger()
  const [message, setMessage] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [parts, setParts] = useState<readonly string[] | null>(null)
  const { room, kept } = useRoom()
  const offline = useStartsOffline()
  const [confirmations, setConfirmations] = useState(0)
  const all = [...(events?.values() ?? [])]
  const inspections = all.filter(
    (event) => event.body.type === 'inspection' || event.body.type === 'discovery' || isLater(event),
  )

  const failure = useFailed()
  const failed = (error: unknown) => setMessage(failure(error))

  async function bundle(): Promise<File> {
    const at = new Date().toISOString()
    const blob = await exchangeWorker().bundle(at, passphrase)
    return new File([blob], `${bundleName(device, author, all, at)}${passphrase && '.age'}`, { type: blob.type })
  }

  async function handOver() {
    setMessage(t('check.bundling'))
    const file = await bundle()
    // A share sheet where there is one; a file to carry by cable everywhere.
    if (navigator.canShare?.({ files: [file] })) {
      await navigator.share({ files: [file] }).catch(() => saveFile(file, file.name))
    } else saveFile(file, file.name)
    setMessage(t('check.bundled', { count: inspections.length, size: bytesText(file.size) }))
  }

  async function showCodes() {
    const made = await exchangeWorker().chain(new Date().toISOString())
    if (made.length > MOST_PARTS) setMessage(t('check.qrTooMany', { count: made.length }))
    else setParts(made)
  }

  const confirm = useCallback(async (text: string) => {
    const confirmation = await exchangeWorker().confirm(text)
    if (confirmation.state === 'confirmed') setConfirmations((before) => before + 1)
    return confirmation
  }, [])

  const words = (confirmation: Confirmation) => {
    const { state } = confirmation
    if (state === 'confirmed') return t('check.confirmed', { events: confirmation.events, photos: confirmation.photos })
    return t(`check.receiptState.${state}`, { ...confirmation })
  }

  return (
    <section className={form.form} aria-label={t('check.handOver')}>
      <h3>{t('check.handOver')}</h3>
      <p>
        {t('check.inspections', { count: inspections.length })}
        {room !== null && ` · ${t('check.room', { photos: Math.floor(room / PHOTO_BYTES).toLocaleString('en') })}`}
        {kept === false && ` · ${t('check.notPersisted')}`}
      </p>
      <p>{t(`check.startsOffline.${offline}`)}</p>
      <OfflineMap />
      <label>
        <span>{t('check.author')}</span>
        <input value={author} onChange={(event) => void setAuthor(event.target.value).catch(failed)} />
      </label>
      <label>
        <span>{t('check.passphraseNew')}</span>
        <input
          type="password"
          autoComplete="new-password"
          value={passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
        />
      </label>
      <nav>
        <Button disabled={inspections.length === 0} onClick={() => void handOver().catch(failed)}>
          {t('check.bundle')}
        </Button>
        <Button disabled={inspections.length === 0} onClick={() => void showCodes().catch(failed)}>
          {t('check.qr')}
        </Button>
      </nav>
      <Receipts
        confirmations={confirmations}
        confirm={confirm}
        say={(confirmation) => setMessage(words(confirmation))}
        onSaid={setMessage}
      />
      <OfficeFolder bundle={bundle} confirm={confirm} words={words} onSaid={setMessage} />
      <p role="status">{message}</p>
      <Suspense fallback={null}>
        {parts && (
          <QrChain parts={parts} title={t('check.qrTitle')} help={t('check.qrHelp')} onClose={() => setParts(null)} />
        )}
      </Suspense>
    </section>
  )
}
