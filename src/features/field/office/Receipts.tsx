import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { ReadFromDesk } from '@/features/field/round/ReadFromDesk'
import { useTakeRounds } from '@/features/field/round/use-take-rounds'
import type { Confirmation, Releasable } from '@/ledger/confirmation'
import { exchangeWorker } from '@/ledger/exchange'
import { useLedger } from '@/store/ledger'
import { hasNoOriginals, originalsText } from '@/store/words/originals'
import { Button } from '@/ui/controls/Button'
import { DeskPin } from './DeskPin'
import { ReleaseDialog } from './ReleaseDialog'
import { useFailed } from './use-failed'

interface Props {
  /** Number of accepted receipts, from any channel. */
  readonly confirmations: number
  /** Number of records written by this tablet. */
  readonly records: number
  readonly confirm: (text: string) => Promise<Confirmation>
  /** Shows the result of a receipt. */
  say(confirmation: Confirmation, named: string): void
  onSaid(message: string): void
}

/** The office's answers: the trusted desk, receipts by file or QR codes, and what may be deleted after them. */
export function Receipts({ confirmations, records, confirm, say, onSaid }: Props) {
  const { t } = useTranslation()
  const loadExchanged = useLedger((all) => all.loadExchanged)
  const [releasable, setReleasable] = useState<Releasable | null>(null)
  const [asking, setAsking] = useState(false)
  const [scanned, setScanned] = useState<{ readonly text: string } | null>(null)
  /** A receipt from a desk that is not pinned yet; it is read again once it is. */
  const waiting = useRef<string | null>(null)
  const failure = useFailed()
  const { byHand } = useTakeRounds()
  const failed = useCallback(
    (error: unknown, unsure?: 'receipt' | 'release') => onSaid(failure(error, unsure)),
    [onSaid, failure],
  )

  const refresh = useCallback(() => exchangeWorker().releasable().then(setReleasable, failed), [failed])
  // biome-ignore lint/correctness/useExhaustiveDependencies: recounts after each receipt
  useEffect(() => void refresh(), [refresh, confirmations])

  /** Processes the text of a file or code; `named` is put before the message and describes what it is. */
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
  async function release() {
    setAsking(false)
    try {
      const what = originalsText(t, await exchangeWorker().release(new Date().toISOString()))
      onSaid(t('check.released', { what }))
    } catch (error) {
      failed(error, 'release')
    }
    // Recount even after a failure: some may have been deleted before it.
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
      <ReadFromDesk
        words={{ file: t('check.receipt'), scan: t('check.receiptScan'), aim: t('check.receiptAim') }}
        testId="receipt"
        onFile={async (what, file, named) => {
          if (what === 'receipt' || what === 'rounds') await read(await file.text(), named)
          else onSaid(named)
        }}
        onText={(text) => void read(text)}
        onDesk={(text) => setScanned({ text })}
        onFailed={(error) => failed(error)}
      >
        {releasable !== null && !hasNoOriginals(releasable.going) && (
          <Button onClick={() => setAsking(true)}>{t('check.release')}</Button>
        )}
      </ReadFromDesk>
      {releasable !== null && !hasNoOriginals(releasable.gone) && (
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
    </>
  )
}
