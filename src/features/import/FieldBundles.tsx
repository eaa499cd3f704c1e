import { Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exchange } from '@/ledger/exchange'
import { useLedger } from '@/store/ledger'
import { lazyPart } from '@/ui/lazy-part'
import { saveFile } from '@/ui/save-file'

const QrScanner = lazyPart(() => import('./QrScanner'))

/** Takes in what a field team brings: verified byte by byte, merged, and answered with a receipt. */
export function FieldBundles() {
  const { t } = useTranslation()
  const load = useLedger((all) => all.load)
  const input = useRef<HTMLInputElement>(null)
  const [lines, setLines] = useState<readonly string[]>([])
  /** Sealed bundles that wait for their passphrase. */
  const [sealed, setSealed] = useState<readonly File[]>([])
  const [scanning, setScanning] = useState(false)
  const [passphrase, setPassphrase] = useState('')

  async function receive(files: readonly File[], opening: string) {
    const said: string[] = []
    const waiting: File[] = []
    for (const [i, file] of files.entries()) {
      setLines([...said, t('check.receiving', { file: file.name, number: i + 1, count: files.length })])
      const came = await exchange().receive(file, new Date().toISOString(), opening)
      if ('faults' in came) {
        const fault = came.faults[0]?.fault ?? 'unreadable'
        if (fault === 'passphrase') waiting.push(file)
        // The first time nobody has been asked yet.
        if (fault === 'passphrase' && opening === '') said.push(t('check.sealed', { file: file.name }))
        else said.push(t('check.faulty', { file: file.name, fault: t(`check.fault.${fault}`) }))
        continue
      }
      said.push(t('check.received', { file: file.name, fresh: came.fresh, photos: came.photos, device: came.device }))
      const receipt = new Blob([came.receipt], { type: 'application/json' })
      saveFile(receipt, `${file.name.replace(/\.zip(\.age)?$/, '')}-${t('check.receiptName')}.json`)
    }
    setLines(said)
    setSealed(waiting)
    setPassphrase('')
    await load()
  }

  return (
    <section aria-label={t('check.fromField')}>
      <h3>{t('check.fromField')}</h3>
      <p className="quiet">{t('check.fromFieldHelp')}</p>
      <button type="button" className="action" onClick={() => input.current?.click()}>
        {t('check.take')}
      </button>
      <button type="button" className="action" aria-pressed={scanning} onClick={() => setScanning(!scanning)}>
        {t('check.qrScan')}
      </button>
      <Suspense fallback={null}>
        {scanning && (
          <QrScanner
            onFile={(file) => {
              setScanning(false)
              void receive([file], '')
            }}
            onClose={() => setScanning(false)}
          />
        )}
      </Suspense>
      <input
        ref={input}
        type="file"
        accept=".zip,.age"
        multiple
        hidden
        data-testid="bundles"
        onChange={(event) => {
          void receive([...(event.target.files ?? [])], '')
          event.target.value = ''
        }}
      />
      {sealed.length > 0 && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void receive(sealed, passphrase)
          }}
        >
          <label>
            <span>{t('check.passphrase')}</span>{' '}
            <input type="password" value={passphrase} onChange={(event) => setPassphrase(event.target.value)} />
          </label>{' '}
          <button type="submit" className="action" disabled={passphrase === ''}>
            {t('check.unseal')}
          </button>
        </form>
      )}
      <div role="status">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </section>
  )
}
