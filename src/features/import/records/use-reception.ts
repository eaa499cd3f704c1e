import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reasonOf } from '@/domain/problem'
import { writeFaultOf } from '@/io/versions/write-fault'
import { caseIdsIn } from '@/ledger/cases'
import { shortDevice } from '@/ledger/device'
import { exchangeWorker } from '@/ledger/exchange'
import { detectExchangeFile } from '@/ledger/exchange-file'
import type { ReceptionResult } from '@/ledger/reception'
import type { Settlement } from '@/ledger/settling'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { usePassphrase } from '@/store/page/passphrase'
import { missingOriginalsLines } from '@/store/words/missing-originals-lines'
import { sortsLine } from '@/store/words/tally-line'
import { saveFile } from '@/ui/save-file'
import { WorkerStopped } from '@/workers/live-worker'
import { contradictingRecords } from './contradicting-records'
import { mergePending, NOTHING_OPEN, type PendingImport, type UndecidedFile } from './pending-import'
import { recordsWithoutSource } from './records-without-source'
import { useKeeping } from './use-keeping'

type Taken = Extract<ReceptionResult, { readonly receipt: unknown }>

/**
 * Imports bundles one after the other. `lines` report the result of each; `open` holds what remains to do: passphrases,
 * choices between two versions, and receipts that can be shown.
 */
export function useReception() {
  const { t, i18n } = useTranslation()
  const load = useLedger((all) => all.load)
  const [lines, setLines] = useState<readonly string[]>([])
  const [open, setOpen] = useState<PendingImport>(NOTHING_OPEN)
  const [cases, setCases] = useState<readonly string[]>([])
  const { keeping, ask } = useKeeping()
  const { passphrase: known, setPassphrase } = usePassphrase()

  const takenLine = (file: File, came: Taken) => {
    const answered = came.receipt === null ? 'noReceipt' : came.signed ? 'receipt' : 'receiptUnsigned'
    const said = [
      came.fresh === 0 && came.late.length === 0 && !came.isOwn && t('check.receivedSaid.again'),
      came.voices > 0 && t('voice.count', { count: came.voices }),
      came.newDevice && came.receipt !== null && t('check.receivedSaid.newDevice'),
      t(came.unsigned.length > 0 ? 'check.receivedSaid.unsigned' : 'check.receivedSaid.signed'),
      t(`check.receivedSaid.${came.isOwn ? 'own' : answered}`),
      ...came.late.map(({ device, count }) => t('check.receivedSaid.late', { device: shortDevice(device), count })),
    ]
    const sorts = sortsLine(t, came.tally)
    const received = t('check.received', {
      file: file.name,
      fresh: came.fresh,
      sorts: sorts && t('check.receivedSorts', { sorts }),
      photos: came.photos,
      device: shortDevice(came.device),
      said: said.filter(Boolean).join(t('requirements.comma')),
    })
    return [received, ...missingOriginalsLines(t, came.lacking, 'desk.lacking')].join(' ')
  }

  async function receive(files: readonly File[], opening: string, settled: readonly Settlement[] = []) {
    // Only new records lead to cases; earlier ones are excluded below.
    if (useLedger.getState().events === null) await useLedger.getState().load()
    const before = new Set(useLedger.getState().events?.keys())
    const said: string[] = []
    const waiting: File[] = []
    const given = new Map<string, string>()
    const undecided: UndecidedFile[] = []
    let isAsked = false
    for (const [i, file] of files.entries()) {
      setLines([...said, t('check.receiving', { file: file.name, number: i + 1, count: files.length })])
      try {
        const what = await detectExchangeFile(file)
        if (what === 'receipt' || what === 'rounds') {
          said.push(t(`brought.atDesk.${what}`, { file: file.name }))
          continue
        }
        // A receipt confirms that records were received, so persistent storage is requested before the first one.
        if (!isAsked) await ask()
        isAsked = true
        const at = new Date().toISOString()
        // The last passphrase that worked is tried first; if it fails, the user is asked for this file's.
        const isSealed = what === 'sealed'
        const opened = isSealed && opening === '' ? known : opening
        const came = await exchangeWorker().receive(file, at, opened, settled)
        const isLocked = 'faults' in came && came.faults.some(({ fault }) => fault === 'passphrase')
        if (isSealed && !isLocked && opened !== '') setPassphrase(opened)
        if ('faults' in came) {
          const fault = came.faults[0]?.fault ?? 'unreadable'
          if (fault === 'passphrase') waiting.push(file)
          const [fork] = came.forks
          if (fork) undecided.push({ file, opening: opened, fork, left: came.forks.length, settled })
          // No passphrase was entered yet: report that the file is sealed, not that it is faulty.
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
    setOpen((before) => mergePending(before, files, { sealed: waiting, forked: undecided, receipts: given }))
    await load()
    const { events, state, reviews } = useLedger.getState()
    const fresh = [...(events?.values() ?? [])].filter(({ id }) => !before.has(id))
    setCases(caseIdsIn(fresh))
    // Without an open package, none of its sources can be missing.
    const opened = useChentu.getState().opened
    if (fresh.length === 0 || !opened) return
    const opposed = contradictingRecords(t, opened.dataset, fresh, state, reviews, i18n.language)
    if (opposed.length > 0) setLines([...said, ...opposed])
    const lost = await recordsWithoutSource(t, fresh, state).catch((error: unknown) =>
      t('desk.sourcesUnchecked', { reason: reasonOf(error) }),
    )
    if (lost !== '') setLines([...said, ...opposed, lost])
  }

  return {
    lines,
    /** Ids of the cases that the newly imported records belong to. */
    cases,
    open,
    keeping,
    receive,
    say: (line: string) => setLines((before) => [...before, line]),
    /** Postpones a choice between two versions. */
    dismissFork: (fork: UndecidedFile['fork']) =>
      setOpen((before) => ({ ...before, forked: before.forked.filter((each) => each.fork !== fork) })),
  }
}
