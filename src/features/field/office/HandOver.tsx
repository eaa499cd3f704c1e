import { Suspense, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import form from '@/features/field/field-form.module.css'
import { AuthorField } from '@/features/field/people/AuthorField'
import { reportRound } from '@/features/field/round/round-acts'
import { type Chain, MAX_PARTS } from '@/ledger/chain'
import type { Confirmation } from '@/ledger/confirmation'
import { deliveryCounts } from '@/ledger/delivery'
import { exchangeWorker } from '@/ledger/exchange'
import { bundleName } from '@/ledger/file-name'
import { tallyOf } from '@/ledger/tally'
import { useReceivedRounds } from '@/store/device/received-rounds'
import { useRound } from '@/store/device/round'
import { useLedger } from '@/store/ledger'
import { currentRecordsWithDelivery, useRecordsWithDelivery } from '@/store/ledger/use-records-with-delivery'
import { useStartsOffline } from '@/store/page/offline'
import { usePassphrase } from '@/store/page/passphrase'
import { missingOriginalsLines } from '@/store/words/missing-originals-lines'
import { bundleLine, tallyLine } from '@/store/words/tally-line'
import { bytesText } from '@/ui/bytes'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import { lazyPart } from '@/ui/lazy-part'
import { saveFile } from '@/ui/save-file'
import { DeliveryList } from './DeliveryList'
import { type Made, OfficeFolder } from './OfficeFolder'
import { OfflineMap } from './OfflineMap'
import { isTooShort, PassphraseField } from './PassphraseField'
import { Receipts } from './Receipts'
import { failedReason, useFailed } from './use-failed'

const QrChain = lazyPart(() => import('@/ui/QrChain'))

/** Size of a tablet's photo with its small copy. */
const PHOTO_BYTES = 4_500_000

/** Free storage in bytes, and whether the browser promised to keep the data; null if unknown. */
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

/** What this tablet holds, its free storage, and the exchange with the office: a bundle out, a receipt back. */
export function HandOver() {
  const { t } = useTranslation()
  const { events, device, giveOut, loadExchanged } = useLedger()
  const [message, setMessage] = useState('')
  const passphrase = usePassphrase((each) => each.passphrase)
  const isHeld = isTooShort(passphrase)
  const team = useReceivedRounds((all) => all.team)
  const [chain, setChain] = useState<Chain | null>(null)
  const { room, kept } = useRoom()
  const offline = useStartsOffline()
  const [confirmations, setConfirmations] = useState(0)
  const all = [...(events?.values() ?? [])]
  const own = useRecordsWithDelivery()
  const foreign = all.length - own.length
  // Skipped stops are reported to the desk even if nothing was visited.
  const hasRound = useRound((round) => round.stops.length > 0)
  const isEmpty = own.length === 0 && !hasRound
  const exchanged = useLedger((each) => each.exchanged)
  const isConfirmed = exchanged.receipts.length > 0
  const failure = useFailed()
  const failed = (error: unknown) => setMessage(failure(error))

  /** Reports the round's state. Resolves to a message if that fails; records are handed over anyway. */
  const tell = (): Promise<string> =>
    reportRound().then(
      () => '',
      (error: unknown) => t('given.untold', { reason: failedReason(t, error) }),
    )

  async function bundle(): Promise<Made> {
    const untold = await tell()
    const at = new Date().toISOString()
    const { file: blob, count, upTo, lacking } = await exchangeWorker().bundle(at, passphrase)
    const given = currentRecordsWithDelivery().filter(({ event }) => event.sequence <= upTo)
    const fresh = given.filter(({ state }) => state === 'unsent').length
    const what = bundleLine(t, tallyOf(given.map(({ event }) => event)), fresh, count - given.length)
    const words = { what: t('check.bundleName'), nobody: t('check.bundleNobody') }
    const { author, events: known } = useLedger.getState()
    const events = known?.values() ?? []
    const name = `${bundleName({ device, author, team }, events, at, words)}${passphrase && '.age'}`
    return {
      file: new File([blob], name, { type: blob.type }),
      what: t('handing.given.sized', { what, size: bytesText(blob.size) }),
      upTo,
      lacking: missingOriginalsLines(t, lacking, 'handing.lacking').join('') + untold,
    }
  }

  async function handOver() {
    // Tablets may keep the name field focused while a button is pressed: it takes over or restores the name on blur.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    setMessage(t('check.bundling'))
    const { file, what, upTo, lacking } = await bundle()
    // Opens the share sheet if available; otherwise saves a file that can be carried by cable.
    const isShared =
      navigator.canShare?.({ files: [file] }) &&
      (await navigator.share({ files: [file] }).then(
        () => true,
        () => false,
      ))
    if (!isShared) saveFile(file, file.name)
    await giveOut({ from: 1, upTo, way: 'file' })
    setMessage(t(isShared ? 'handing.shared' : 'check.bundled', { what }) + lacking)
  }

  /** Shows records as QR codes from a sequence number on; null for those not named in any receipt yet. */
  async function showCodes(from: number | null) {
    setChain(null)
    const untold = await tell()
    setMessage(untold)
    const made = await exchangeWorker().chain(new Date().toISOString(), from)
    if (made.upTo < made.from) return setMessage(t('handing.codesNone') + untold)
    if (made.parts.length > MAX_PARTS) return setMessage(t('check.qrTooMany', { count: made.parts.length }) + untold)
    setChain(made)
  }

  const giveCodes = ({ from, upTo }: Chain) => giveOut({ from, upTo, way: 'codes' })

  const confirm = useCallback(
    async (text: string) => {
      const confirmation = await exchangeWorker().confirm(text)
      if (confirmation.state === 'confirmed') {
        setConfirmations((before) => before + 1)
        await loadExchanged()
      }
      return confirmation
    },
    [loadExchanged],
  )

  const words = (confirmation: Confirmation) => {
    const { state } = confirmation
    if (state === 'confirmed') {
      const { events, photos, voices, returned } = confirmation
      // Returned records may have been corrected since: count only those still in the list, under the name of its chip.
      const open = returned > 0 ? deliveryCounts(currentRecordsWithDelivery(), 0).returned : 0
      const chip = t('handing.stateCount', { state: t('handing.state.returned'), count: open })
      const back = open > 0 ? t('handing.returnedCount', { count: open, chip }) : ''
      const spoken = voices > 0 ? t('voice.confirmed', { count: voices }) : ''
      return t('check.confirmed', { events, photos }) + spoken + back
    }
    return t(`check.receiptState.${state}`, { ...confirmation })
  }

  return (
    <section className={`${form.form} ${form.end}`} aria-label={t('check.handOver')}>
      <h3>{t('check.handOver')}</h3>
      <p>
        {t('handing.own', { count: own.length })}
        {own.length > 0 && t('handing.sorts', { sorts: tallyLine(t, tallyOf(own.map(({ event }) => event))) })}
      </p>
      <DeliveryList />
      <p>
        {[
          foreign > 0 && t('handing.foreignKept', { count: foreign }),
          room !== null && t('check.room', { photos: Math.floor(room / PHOTO_BYTES).toLocaleString('en') }),
          kept === false && t('check.notPersisted'),
        ]
          .filter(Boolean)
          .join(DOT)}
      </p>
      <p>{t(`check.startsOffline.${offline}`)}</p>
      <OfflineMap />
      <AuthorField />
      <PassphraseField />
      <nav>
        <Button disabled={isHeld || (all.length === 0 && isEmpty)} onClick={() => void handOver().catch(failed)}>
          {t(passphrase === '' ? 'check.bundle' : 'check.bundleSealed')}
        </Button>
        <Button disabled={isEmpty} onClick={() => void showCodes(null).catch(failed)}>
          {t('check.qr')}
        </Button>
        {isConfirmed && <Button onClick={() => void showCodes(1).catch(failed)}>{t('handing.codesAll')}</Button>}
      </nav>
      {/* Between the buttons above and below, so that it is visible when either is pressed. */}
      <p role="status">{message}</p>
      <Receipts
        confirmations={confirmations}
        records={own.length}
        confirm={confirm}
        say={(confirmation, named) => setMessage(named + words(confirmation))}
        onSaid={setMessage}
      />
      <OfficeFolder isHeld={isHeld} bundle={bundle} confirm={confirm} words={words} onSaid={setMessage} />
      <Suspense fallback={null}>
        {chain && (
          <QrChain
            // Another chain starts at its first code.
            key={chain.from}
            parts={chain.parts}
            title={t('check.qrTitle')}
            help={[
              t('check.qrHelp'),
              t('handing.codesRange', { from: chain.from, upTo: chain.upTo }),
              chain.left > 0 ? t('handing.codesLeft', { count: chain.left }) : '',
            ].join('')}
            actions={
              chain.left > 0 && (
                <Button
                  onClick={() =>
                    void giveCodes(chain)
                      .then(() => showCodes(chain.upTo + 1))
                      .catch(failed)
                  }
                >
                  {t('handing.codesNext')}
                </Button>
              )
            }
            onScanned={() => void giveCodes(chain).catch(failed)}
            onClose={() => setChain(null)}
          />
        )}
      </Suspense>
    </section>
  )
}
