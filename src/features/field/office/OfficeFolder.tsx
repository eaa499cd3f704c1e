import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Confirmation } from '@/ledger/confirmation'
import type { OfficeFolderAccess } from '@/ledger/push'
import { addressFault, useOfficeFolder } from '@/store/device/office-folder'
import { Button } from '@/ui/controls/Button'
import { useFailed } from './use-failed'

interface Props {
  /** Makes the bundle and gives it a name. */
  bundle(): Promise<File>
  /** Holds one text that may be a receipt for this tablet against what is here. */
  confirm(text: string): Promise<Confirmation>
  /** What a receipt does, in words. */
  words(confirmation: Confirmation): string
  onSaid(message: string): void
}

/** States of receipts that are for this tablet and confirm nothing; the first is reported where no receipt confirms anything. */
const TELLING: ReadonlySet<Confirmation['state']> = new Set(['unpinned', 'other-desk', 'unsigned'])

/** An office's own WebDAV folder: bundles go out, receipts come back, by the same rules as by hand. */
export function OfficeFolder({ bundle, confirm, words, onSaid }: Props) {
  const { t } = useTranslation()
  const folder = useOfficeFolder()
  const [url, setUrl] = useState(folder.url)
  const [user, setUser] = useState(folder.user)
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const changed = url !== folder.url
  const fault = url === '' ? null : addressFault(url)
  const access: OfficeFolderAccess = { url, user, password }

  const failure = useFailed()

  async function act(work: () => Promise<void>, unsure?: 'receipt') {
    setBusy(true)
    try {
      folder.set({ url, user })
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
      const file = await bundle()
      onSaid(t('check.pushing', { name: file.name }))
      const { pushBundle } = await import('@/ledger/push')
      const what = await pushBundle(access, file.name, file)
      onSaid(what ? t(`check.pushFault.${what}`) : t('check.pushed', { name: file.name }))
    })

  const collect = () =>
    act(async () => {
      onSaid(t('check.collecting'))
      const { fetchReceipts } = await import('@/ledger/push')
      const found = await fetchReceipts(access)
      if ('fault' in found) return onSaid(t(`check.pushFault.${found.fault}`))
      // Any file may lie there: what is no receipt of the believed desk for this tablet is passed over.
      const answers: Confirmation[] = []
      for (const text of found.receipts) answers.push(await confirm(text))
      const worth =
        answers.filter(({ state }) => state === 'confirmed').at(-1) ?? answers.find(({ state }) => TELLING.has(state))
      const said = worth ? words(worth) : t('check.noReceipts')
      onSaid(found.unread === 0 ? said : t('check.unreadReceipts', { said, count: found.unread }))
    }, 'receipt')

  return (
    <details>
      <summary>{t('check.folder')}</summary>
      <label>
        <span>{t('check.folderUrl')}</span>
        <input type="url" value={url} onChange={(event) => setUrl(event.target.value.trim())} />
      </label>
      {fault && <p role="alert">{t(`check.addressFault.${fault}`)}</p>}
      <label>
        <span>{t('check.folderUser')}</span>
        <input autoComplete="username" value={user} onChange={(event) => setUser(event.target.value)} />
      </label>
      {changed ? (
        // The page may speak to no other host than those that it knew when it was opened.
        <Button
          disabled={fault !== null}
          onClick={() => {
            folder.set({ url, user })
            location.reload()
          }}
        >
          {t('check.folderSave')}
        </Button>
      ) : (
        <>
          <label>
            <span>{t('check.folderPassword')}</span>
            <input
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
          <nav aria-label={t('check.folder')}>
            <Button disabled={busy || url === '' || fault !== null} onClick={() => void push()}>
              {t('check.push')}
            </Button>
            <Button disabled={busy || url === '' || fault !== null} onClick={() => void collect()}>
              {t('check.collect')}
            </Button>
          </nav>
        </>
      )}
    </details>
  )
}
