import { Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reasonOf } from '@/domain/problem'
import { writeFaultOf } from '@/io/versions/write-fault'
import { chainOf, MOST_PARTS } from '@/ledger/chain'
import { shortDevice } from '@/ledger/device'
import { exchangeWorker } from '@/ledger/exchange'
import type { Received, Settlement } from '@/ledger/reception'
import { useLedger } from '@/store/ledger'
import { useChain } from '@/store/use-chain'
import { lazyPart } from '@/ui/lazy-part'
import { saveFile } from '@/ui/save-file'
import { WorkerStopped } from '@/workers/live-worker'
import { DeskKey } from './DeskKey'
import classes from './FieldBundles.module.css'
import { ForkChoice } from './ForkChoice'
import { afterTrying, type Forked, NOTHING_OPEN, type StillOpen } from './still-open'
import { Tablets } from './Tablets'
import { useKeeping } from './use-keeping'

const CodeCamera = lazyPart(() => import('@/ui/CodeCamera'))
const QrChain = lazyPart(() => import('@/ui/QrChain'))

type Taken = Extract<Received, { readonly receipt: unknown }>

/** Takes in what a field team brings: verified byte by byte, merged, and answered with a receipt. */
export function FieldBundles() {
  const { t } = useTranslation()
  const load = useLedger((all) => all.load)
  const input = useRef<HTMLInputElement>(null)
  const [lines, setLines] = useState<readonly string[]>([])
  const [{ sealed, forked, receipts }, setOpen] = useState<StillOpen>(NOTHING_OPEN)
  const { keeping, ask } = useKeeping()
  const [scanning, setScanning] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [parts, setParts] = useState<readonly string[] | null>(null)
  const chain = useChain((bytes) => {
    void receive([new File([bytes], `${t('check.qrName')}.zip`, { type: 'application/zip' })], '')
  })

  const takenLine = (file: File, came: Taken) => {
    const said = [
      came.newDevice && came.receipt !== null && t('check.receivedSaid.newDevice'),
      t(came.unsigned.length > 0 ? 'check.receivedSaid.unsigned' : 'check.receivedSaid.signed'),
      t(`check.receivedSaid.${came.receipt === null ? 'noReceipt' : came.signed ? 'receipt' : 'receiptUnsigned'}`),
      ...came.late.map(({ device, count }) => t('check.receivedSaid.late', { device: shortDevice(device), count })),
    ]
    return t('check.received', {
      file: file.name,
      fresh: came.fresh,
      photos: came.photos,
      device: shortDevice(came.device),
      said: said.filter(Boolean).join('，'),
    })
  }

  async function receive(files: readonly File[], opening: string, settlement: Settlement | null = null) {
    const said: string[] = []
    const waiting: File[] = []
    const given = new Map<string, string>()
    const undecided: Forked[] = []
    for (const [i, file] of files.entries()) {
      setLines([...said, t('check.receiving', { file: file.name, number: i + 1, count: files.length })])
      try {
        // Before the first receipt: what it promises to have must stay.
        if (i === 0) await ask()
        const at = new Date().toISOString()
        const came = await exchangeWorker().receive(file, at, opening, settlement)
        if ('faults' in came) {
          const fault = came.faults[0]?.fault ?? 'unreadable'
          if (fault === 'passphrase') waiting.push(file)
          if (came.forks[0]) undecided.push({ file, opening, fork: came.forks[0] })
          // The first time nobody has been asked yet.
          if (fault === 'passphrase' && opening === '') said.push(t('check.sealed', { file: file.name }))
          else
            said.push(
              t('check.faulty', { file: file.name, fault: t(`check.fault.${fault}`), next: t(`check.next.${fault}`) }),
            )
          continue
        }
        if ('unanswered' in came) {
          said.push(t('check.unanswered', { file: file.name, reason: came.unanswered }))
          continue
        }
        said.push(takenLine(file, came))
        if (came.receipt === null) continue
        const name = `${file.name.replace(/\.zip(\.age)?$/, '')}-${t('check.receiptName')}.json`
        given.set(name, came.receipt)
        saveFile(new Blob([came.receipt], { type: 'application/json' }), name)
      } catch (error) {
        said.push(
          error instanceof WorkerStopped
            ? t('check.unsure.bundle', { file: file.name })
            : t(`check.notTaken.${writeFaultOf(error)}`, { file: file.name, reason: reasonOf(error) }),
        )
      }
    }
    setLines(said)
    setOpen((before) => afterTrying(before, files, { sealed: waiting, forked: undecided, receipts: given }))
    setPassphrase('')
    await load()
  }

  function showReceipt(receipt: string) {
    const made = chainOf(new TextEncoder().encode(receipt))
    if (made.length > MOST_PARTS) setLines([...lines, t('check.receiptQrTooMany', { count: made.length })])
    else setParts(made)
  }

  return (
    <section aria-label={t('check.fromField')}>
      <h3>{t('check.fromField')}</h3>
      <p className="quiet">{t('check.fromFieldHelp')}</p>
      <div className={classes.line}>
        <button type="button" className="action" onClick={() => input.current?.click()}>
          {t('check.take')}
        </button>
        <button type="button" className="action" aria-pressed={scanning} onClick={() => setScanning(!scanning)}>
          {t('check.qrScan')}
        </button>
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
        {keeping && <p>{t(`check.keeping.${keeping}`)}</p>}
        {[...new Set(lines)].map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {[...receipts].map(([name, receipt]) => (
        <button key={name} type="button" className="action" onClick={() => showReceipt(receipt)}>
          {receipts.size === 1 ? t('check.receiptQr') : `${t('check.receiptQr')} ${name}`}
        </button>
      ))}
      {forked.map(({ file, opening, fork }) => (
        <div key={`${file.name} ${file.size} ${fork.device}`}>
          {forked.length > 1 && <p className="quiet">{file.name}</p>}
          <ForkChoice
            fork={fork}
            onStand={(stands, reason, author) =>
              receive([file], opening, { device: fork.device, stands, reason, author, at: new Date().toISOString() })
            }
            onCancel={() =>
              setOpen((before) => ({ ...before, forked: before.forked.filter((each) => each.fork !== fork) }))
            }
          />
        </div>
      ))}
      <DeskKey />
      <Tablets />
    </section>
  )
}
