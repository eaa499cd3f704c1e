import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTakeRounds } from '@/features/field/round/use-take-rounds'
import { readRoundOrders } from '@/io/field/round-order-file'
import type { Confirmation } from '@/ledger/confirmation'
import { useFolderAccess } from '@/store/device/use-folder-access'
import { useLedger } from '@/store/ledger'
import { Button } from '@/ui/controls/Button'
import { FolderForm } from '@/ui/FolderForm'
import { useFailed } from './use-failed'

/**
 * A bundle file, its content in words, the last of this tablet's sequence numbers in it, and what it lacks, in words.
 */
export interface Made {
  readonly file: File
  readonly what: string
  readonly upTo: number
  readonly lacking: string
}

interface Props {
  /** Whether no bundle can be made yet. */
  readonly isHeld?: boolean
  /** Makes a named bundle. */
  bundle(): Promise<Made>
  /** Checks whether a text is a receipt for this tablet, and applies it. */
  confirm(text: string): Promise<Confirmation>
  /** The result of a receipt, in words. */
  words(confirmation: Confirmation): string
  onSaid(message: string): void
}

/**
 * States of receipts that concern this tablet but confirm nothing; the first is reported if no receipt confirms
 * anything.
 */
const TELLING: ReadonlySet<Confirmation['state']> = new Set(['unpinned', 'other-desk', 'own-desk', 'unsigned'])

/** An office's own WebDAV folder: sends bundles and collects receipts, by the same rules as with files. */
export function OfficeFolder({ isHeld = false, bundle, confirm, words, onSaid }: Props) {
  const { t } = useTranslation()
  const folder = useFolderAccess()
  const giveOut = useLedger((all) => all.giveOut)
  const [busy, setBusy] = useState(false)

  const failure = useFailed()
  const { fromOffice } = useTakeRounds()

  async function act(work: () => Promise<void>, unsure?: 'receipt') {
    setBusy(true)
    try {
      folder.keep()
      await work()
    } catch (error) {
      onSaid(failure(error, unsure))
    } finally {
      setBusy(false)
    }
  }

  const push = () =>
    act(async () => {
      onSaid(t('check.bundling'))
      const { file, what, upTo, lacking } = await bundle()
      onSaid(t('check.pushing', { name: file.name }))
      const { pushBundle } = await import('@/ledger/push')
      const fault = await pushBundle(folder.typed, file.name, file)
      if (fault) return onSaid(t(`check.pushFault.${fault}`))
      await giveOut({ from: 1, upTo, way: 'folder' })
      onSaid(t('check.pushed', { name: file.name, what }) + lacking)
    })

  const collect = () =>
    act(async () => {
      onSaid(t('check.collecting'))
      const { fetchReceipts } = await import('@/ledger/push')
      const found = await fetchReceipts(folder.typed)
      if ('fault' in found) return onSaid(t(`check.pushFault.${found.fault}`))
      // The folder may hold any files: those that are not receipts from the trusted desk for this tablet are skipped.
      const answers: Confirmation[] = []
      const rounds = found.receipts.filter((text) => readRoundOrders(text) !== null)
      for (const text of found.receipts) if (!rounds.includes(text)) answers.push(await confirm(text))
      const worth =
        answers.filter(({ state }) => state === 'confirmed').at(-1) ?? answers.find(({ state }) => TELLING.has(state))
      const receipts = worth ? words(worth) : t('check.noReceipts')
      // A round that can't be begun does not affect the receipts.
      const taken = await fromOffice(rounds).catch((error: unknown) => failure(error))
      const said = taken ? `${receipts} ${taken}` : receipts
      onSaid(found.unread === 0 ? said : t('check.unreadReceipts', { said, count: found.unread }))
    }, 'receipt')

  return (
    <details>
      <summary>{t('check.folder')}</summary>
      <FolderForm folder={folder}>
        <nav aria-label={t('check.folder')}>
          <Button disabled={busy || isHeld || !folder.canAsk} onClick={() => void push()}>
            {t('check.push')}
          </Button>
          <Button disabled={busy || !folder.canAsk} onClick={() => void collect()}>
            {t('check.collect')}
          </Button>
        </nav>
      </FolderForm>
    </details>
  )
}
