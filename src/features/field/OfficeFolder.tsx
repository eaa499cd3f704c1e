import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeFolderAccess, PushFault } from '@/ledger/push'
import { useOfficeFolder } from '@/store/office-folder'
import { isWebAddress } from '@/store/web-address'

interface Props {
  /** Makes the bundle and gives it a name. */
  bundle(): Promise<File>
  /** Takes one text that may be a receipt for this tablet; whether it was. */
  confirm(text: string): Promise<boolean>
  onSaid(message: string): void
}

/** An office's own WebDAV folder: bundles go out, receipts come back, by the same rules as by hand. */
export function OfficeFolder({ bundle, confirm, onSaid }: Props) {
  const { t } = useTranslation()
  const folder = useOfficeFolder()
  const [url, setUrl] = useState(folder.url)
  const [user, setUser] = useState(folder.user)
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const changed = url !== folder.url
  const access: OfficeFolderAccess = { url, user, password }
  const fault = (what: PushFault) => onSaid(t(`check.pushFault.${what}`))

  async function act(work: () => Promise<void>) {
    setBusy(true)
    folder.set({ url, user })
    await work()
    setBusy(false)
  }

  const push = () =>
    act(async () => {
      onSaid(t('check.bundling'))
      const file = await bundle()
      onSaid(t('check.pushing', { name: file.name }))
      const { pushBundle } = await import('@/ledger/push')
      const what = await pushBundle(access, file.name, file)
      if (what) fault(what)
      else onSaid(t('check.pushed', { name: file.name }))
    })

  const collect = () =>
    act(async () => {
      const { fetchReceipts } = await import('@/ledger/push')
      const found = await fetchReceipts(access)
      if ('fault' in found) return fault(found.fault)
      let own = 0
      for (const text of found.receipts) if (await confirm(text)) own++
      if (own === 0) onSaid(t('check.noReceipts'))
    })

  return (
    <details>
      <summary>{t('check.folder')}</summary>
      <label>
        <span>{t('check.folderUrl')}</span>
        <input type="url" value={url} onChange={(event) => setUrl(event.target.value.trim())} />
      </label>
      <label>
        <span>{t('check.folderUser')}</span>
        <input autoComplete="username" value={user} onChange={(event) => setUser(event.target.value)} />
      </label>
      {changed ? (
        // The page may speak to no other host than those that it knew when it was opened.
        <button
          type="button"
          disabled={url !== '' && !isWebAddress(url)}
          onClick={() => {
            folder.set({ url, user })
            location.reload()
          }}
        >
          {t('check.folderSave')}
        </button>
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
            <button type="button" disabled={busy || url === ''} onClick={() => void push()}>
              {t('check.push')}
            </button>
            <button type="button" disabled={busy || url === ''} onClick={() => void collect()}>
              {t('check.collect')}
            </button>
          </nav>
        </>
      )}
    </details>
  )
}
