import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { useTakeRounds } from '@/features/field/round/use-take-rounds'
import { broughtIn } from '@/ledger/brought'
import type { Confirmation, Releasable } from '@/ledger/confirmation'
import { readDeskQr } from '@/ledger/desk-key'
import { exchangeWorker } from '@/ledger/exchange'
import { useLedger } from '@/store/ledger'
import { useChain } from '@/store/ledger/use-chain'
import { isNone, originalsText } from '@/store/words/originals'
import { Button } from '@/ui/controls/Button'
import { lazyPart } from '@/ui/lazy-part'
import { DeskPin } from './DeskPin'
import { ReleaseDialog } from './ReleaseDialog'
import { useFailed } from './use-failed'

const CodeCamera = lazyPart(() => import('@/ui/CodeCamera'))

interface Props {
  /** Counts receipts that were believed, from wherever they came. */
  readonly confirmations: number
  /** How many records this tablet wrote. */
  readonly records: number
  readonly confirm: (text: string) => Promise<Confirmation>
  /** Says what a receipt does. */
  say(confirmation: Confirmation, named: string): void
  onSaid(message: string): void
}

/** The office's answer: which desk is believed, its receipts by file or by QR codes, and what may be deleted after them. */
export function Receipts({ confirmations, records, confirm, say, onSaid }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const loadExchanged = useLedger((all) => all.loadExchanged)
  const [releasable, setReleasable] = useState<Releasable | null>(null)
  const [asking, setAsking] = useState(false)
  const [scanning, setScanning] = useState(false)
  const [scanned, setScanned] = useState<{ readonly text: string } | null>(null)
  /** A receipt of a desk that is not pinned yet; it is read again once the desk is. */
  const waiting = useRef<string | null>(null)
  const failure = useFailed()
  const { byHand } = useTakeRounds()
  const failed = useCallback(
    (error: unknown, unsure?: 'receipt' | 'release') => onSaid(failure(error, unsure)),
    [onSaid, failure],
  )

  const refresh = useCallback(() => exchangeWorker().releasable().then(setReleasable, failed), [failed])
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted anew after each receipt
  useEffect(() => void refresh(), [refresh, confirmations])

  /** Takes what a file or a code says; `named` says first what it is. */
  async function read(text: string, named = '') {
    try {
      const round = await byHand(text)
      if (round !== null) return onSaid(named + round)
      const confirmation = await confirm(text)
      waiting.current = confirmation.state === 'unpinned' ? text : null
      say(confirmation, named)
      await refresh()
    } catch (error) {
      failed(error, 'receipt')
    }
  }
  /** A file is taken for what it says that it is, whatever button it was given to; what belongs elsewhere is sent there. */
  async function readFile(file: File) {
    const what = await broughtIn(file)
    const named = t(`brought.atTablet.${what}`, { file: file.name })
    if (what === 'receipt' || what === 'rounds') await read(await file.text(), named)
    else onSaid(named)
  }
  const chain = useChain((bytes) => void read(new TextDecoder().decode(bytes)))

  async function release() {
    setAsking(false)
    try {
      const what = originalsText(t, await exchangeWorker().release(new Date().toISOString()))
      onSaid(t('check.released', { what }))
    } catch (error) {
      failed(error, 'release')
    }
    // Counted again even after a failure: it may have deleted some before it broke off.
    await exchangeWorker()
      .releasable()
      .then(setReleasable, () => undefined)
  }

  return (
    <>
      <DeskPin
        scanned={scanned}
        onPinned={() => {
          void loadExchanged().catch((error) => failed(error))
          if (waiting.current) void read(waiting.current)
          else void refresh()
        }}
      />
      <nav aria-label={t('check.receipt')}>
        <Button onClick={() => input.current?.click()}>{t('check.receipt')}</Button>
        <Button aria-pressed={scanning} onClick={() => setScanning(!scanning)}>
          {t('check.receiptScan')}
        </Button>
        {releasable !== null && !isNone(releasable.going) && (
          <Button onClick={() => setAsking(true)}>{t('check.release')}</Button>
        )}
      </nav>
      {releasable !== null && !isNone(releasable.gone) && (
        <p className="quiet">
          {t('brought.gone', { what: originalsText(t, releasable.gone), at: localMinute(releasable.goneAt) })}
        </p>
      )}
      {asking && releasable && (
        <ReleaseDialog
          releasable={releasable}
          records={records}
          onRelease={() => void release()}
          onClose={() => setAsking(false)}
        />
      )}
      <Suspense fallback={null}>
        {scanning && (
          <CodeCamera
            read={(picture) => exchangeWorker().readCode(picture)}
            said={
              chain.seen.of === 0
                ? t('check.receiptAim')
                : t('check.qrSeen', { have: chain.seen.have, count: chain.seen.of })
            }
            onText={(text) => {
              const desk = readDeskQr(text) !== null
              if (desk) setScanned({ text })
              const done = desk || chain.add(text)
              if (done) setScanning(false)
              return done
            }}
            onClose={() => setScanning(false)}
          />
        )}
      </Suspense>
      <input
        ref={input}
        type="file"
        accept=".json,.zip,.age,application/json"
        hidden
        data-testid="receipt"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) readFile(file).catch((error: unknown) => failed(error))
          event.target.value = ''
        }}
      />
    </>
  )
}
