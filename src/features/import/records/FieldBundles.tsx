import { Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chainOf, MAX_PARTS } from '@/ledger/chain'
import { exchangeWorker } from '@/ledger/exchange'
import { useChain } from '@/store/ledger/use-chain'
import { Button } from '@/ui/controls/Button'
import { HeadingWithHelp } from '@/ui/HeadingWithHelp'
import { lazyPart } from '@/ui/lazy-part'
import { CaseLinks } from './CaseLinks'
import classes from './FieldBundles.module.css'
import { ForkChoice } from './ForkChoice'
import { ReviewLink } from './ReviewLink'
import { useReception } from './use-reception'

const CodeCamera = lazyPart(() => import('@/ui/CodeCamera'))
const QrChain = lazyPart(() => import('@/ui/QrChain'))

/** Imports the bundles of field teams: verifies them byte by byte, merges them, and answers with a receipt. */
export function FieldBundles() {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const { lines, cases, open, keeping, receive, say, dismissFork } = useReception()
  const { sealed, forked, receipts } = open
  const [scanning, setScanning] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [parts, setParts] = useState<readonly string[] | null>(null)
  const chain = useChain((bytes) => {
    void receive([new File([bytes], `${t('check.qrName')}.zip`, { type: 'application/zip' })], '')
  })

  function showReceipt(receipt: string) {
    const made = chainOf(new TextEncoder().encode(receipt))
    if (made.length > MAX_PARTS) say(t('check.receiptQrTooMany', { count: made.length }))
    else setParts(made)
  }

  return (
    <section aria-label={t('check.fromField')}>
      <HeadingWithHelp page="visits">
        <h2>{t('check.fromField')}</h2>
      </HeadingWithHelp>
      <p className="quiet">{t('check.fromFieldHelp')}</p>
      <div className={classes.line}>
        <Button onClick={() => input.current?.click()}>{t('check.take')}</Button>
        <Button aria-pressed={scanning} onClick={() => setScanning(!scanning)}>
          {t('check.qrScan')}
        </Button>
      </div>
      <Suspense fallback={null}>
        {scanning && (
          <CodeCamera
            read={(picture) => exchangeWorker().readCode(picture)}
            said={
              chain.seen.of === 0
                ? t('check.qrAim')
                : t('check.qrSeen', { have: chain.seen.have, count: chain.seen.of })
            }
            onText={(text) => {
              const done = chain.add(text)
              if (done) setScanning(false)
              return done
            }}
            onClose={() => setScanning(false)}
          />
        )}
        {parts && (
          <QrChain
            parts={parts}
            title={t('check.receiptQrTitle')}
            help={t('check.receiptQrHelp')}
            onClose={() => setParts(null)}
          />
        )}
      </Suspense>
      <input
        ref={input}
        type="file"
        accept=".zip,.age,.json"
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
            void receive(sealed, passphrase).finally(() => setPassphrase(''))
          }}
        >
          <label>
            <span>{t('check.passphrase')}</span>{' '}
            <input type="password" value={passphrase} onChange={(event) => setPassphrase(event.target.value)} />
          </label>{' '}
          <Button type="submit" disabled={passphrase === ''}>
            {t('check.unseal')}
          </Button>{' '}
          <small className="quiet">{t('brought.remembered')}</small>
        </form>
      )}
      <div role="status">
        {keeping && <p>{t(`check.keeping.${keeping}`)}</p>}
        {[...new Set(lines)].map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div className={classes.line}>
        <ReviewLink />
        <CaseLinks ids={cases} />
        {[...receipts].map(([name, receipt]) => (
          <Button key={name} onClick={() => showReceipt(receipt)}>
            {receipts.size === 1 ? t('check.receiptQr') : `${t('check.receiptQr')} ${name}`}
          </Button>
        ))}
      </div>
      {forked.map(({ file, opening, fork, left, settled }) => (
        <div key={`${file.name} ${file.size} ${fork.device}`}>
          {forked.length > 1 && <p className="quiet">{file.name}</p>}
          {left + settled.length > 1 && (
            <p>{t('desk.forkOf', { number: settled.length + 1, count: settled.length + left })}</p>
          )}
          <ForkChoice
            fork={fork}
            onStand={(stands, reason, author) =>
              receive([file], opening, [
                ...settled,
                { device: fork.device, stands, reason, author, at: new Date().toISOString() },
              ])
            }
            onCancel={() => dismissFork(fork)}
          />
        </div>
      ))}
    </section>
  )
}
