import { Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { MOST_PARTS } from '@/ledger/chain'
import { exchange } from '@/ledger/exchange'
import { useLedger } from '@/store/ledger'
import { bytesText } from '@/ui/bytes'
import { lazyPart } from '@/ui/lazy-part'
import { saveFile } from '@/ui/save-file'
import classes from './CheckForm.module.css'
import { OfficeFolder } from './OfficeFolder'

const QrChain = lazyPart(() => import('./QrChain'))

/** A photo of a tablet with its small copy. */
const PHOTO_BYTES = 4_500_000

/** What this tablet holds, how much room is left, and how it gets to the office: a bundle out, a receipt back. */
export function HandOver() {
  const { t } = useTranslation()
  const events = useLedger((all) => all.events)
  const author = useLedger((all) => all.author)
  const setAuthor = useLedger((all) => all.setAuthor)
  const receipt = useRef<HTMLInputElement>(null)
  const [message, setMessage] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [parts, setParts] = useState<readonly string[] | null>(null)
  const [released, setReleased] = useState(false)
  const [room, setRoom] = useState<number | null>(null)
  const [kept, setKept] = useState<boolean | null>(null)
  useEffect(() => {
    void navigator.storage?.estimate?.().then(({ quota, usage }) => setRoom((quota ?? 0) - (usage ?? 0)))
    void navigator.storage?.persist?.().then(setKept)
  }, [])
  const inspections = [...(events?.values() ?? [])].filter(
    ({ body }) => body.type === 'inspection' || body.type === 'discovery',
  )

  async function bundle(): Promise<File> {
    const at = new Date().toISOString()
    const blob = await exchange().bundle(at, passphrase)
    const name = `chentu-${localMinute(at).replace(' ', '-').replace(':', '')}-${author || 'tablet'}.zip${passphrase && '.age'}`
    return new File([blob], name, { type: blob.type })
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
    const made = await exchange().chain(new Date().toISOString())
    if (made.length > MOST_PARTS) setMessage(t('check.qrTooMany', { count: made.length }))
    else setParts(made)
  }

  async function confirm(text: string): Promise<boolean> {
    const confirmed = await exchange().confirm(text)
    if (!confirmed) return false
    setReleased(confirmed.photos > 0)
    setMessage(t('check.confirmed', { events: confirmed.events, photos: confirmed.photos }))
    return true
  }

  async function release() {
    setMessage(t('check.released', { count: await exchange().release() }))
    setReleased(false)
  }

  return (
    <section className={classes.check} aria-label={t('check.handOver')}>
      <h3>{t('check.handOver')}</h3>
      <p>
        {t('check.inspections', { count: inspections.length })}
        {room !== null && ` · ${t('check.room', { photos: Math.floor(room / PHOTO_BYTES).toLocaleString('en') })}`}
        {kept === false && ` · ${t('check.notPersisted')}`}
      </p>
      <label>
        <span>{t('check.author')}</span>
        <input value={author} onChange={(event) => void setAuthor(event.target.value)} />
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
        <button type="button" disabled={inspections.length === 0} onClick={() => void handOver()}>
          {t('check.bundle')}
        </button>
        <button type="button" disabled={inspections.length === 0} onClick={() => void showCodes()}>
          {t('check.qr')}
        </button>
        <button type="button" onClick={() => receipt.current?.click()}>
          {t('check.receipt')}
        </button>
        {released && (
          <button type="button" onClick={() => void release()}>
            {t('check.release')}
          </button>
        )}
      </nav>
      <input
        ref={receipt}
        type="file"
        accept=".json,application/json"
        hidden
        data-testid="receipt"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          void file?.text().then(async (text) => (await confirm(text)) || setMessage(t('check.notConfirmed')))
          event.target.value = ''
        }}
      />
      <OfficeFolder bundle={bundle} confirm={confirm} onSaid={setMessage} />
      <p role="status">{message}</p>
      <Suspense fallback={null}>{parts && <QrChain parts={parts} onClose={() => setParts(null)} />}</Suspense>
    </section>
  )
}
