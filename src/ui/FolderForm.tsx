import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './controls/Button'
import form from './form.module.css'

interface Typed {
  readonly url: string
  readonly user: string
  readonly password: string
}

interface Props {
  readonly folder: {
    readonly typed: Typed
    readonly fault: 'malformed' | 'host' | 'insecure' | 'credentials' | null
    readonly isNew: boolean
    type(change: Partial<Typed>): void
    keep(): void
  }
  /** Actions on the folder, shown once the page is allowed to connect to it. */
  readonly children: ReactNode
}

/** Address, name and password of the office's folder (WebDAV), on the tablet and at the desk. */
export function FolderForm({ folder: { typed, fault, isNew, type, keep }, children }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <label className={form.field}>
        <span>{t('check.folderUrl')}</span>
        <input type="url" value={typed.url} onChange={({ target }) => type({ url: target.value.trim() })} />
      </label>
      {fault && <p role="alert">{t(`check.addressFault.${fault}`)}</p>}
      <label className={form.field}>
        <span>{t('check.folderUser')}</span>
        <input autoComplete="username" value={typed.user} onChange={({ target }) => type({ user: target.value })} />
      </label>
      {isNew ? (
        // The page's policy allows only the hosts known when it was loaded.
        <Button
          disabled={fault !== null}
          onClick={() => {
            keep()
            location.reload()
          }}
        >
          {t('check.folderSave')}
        </Button>
      ) : (
        <>
          <label className={form.field}>
            <span>{t('check.folderPassword')}</span>
            <input
              type="password"
              autoComplete="current-password"
              value={typed.password}
              onChange={({ target }) => type({ password: target.value })}
            />
          </label>
          {children}
        </>
      )}
    </>
  )
}
