import { IconClipboard, IconFile, IconFolder } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExports } from '@/store/exports'
import { Button } from '@/ui/controls/Button'
import classes from './AddFiles.module.css'

/** Ways to import: drop files (anywhere on the page), choose files or a folder, or paste a table from the clipboard. */
export function AddFiles() {
  const { t } = useTranslation()
  const bring = useExports((state) => state.bring)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const [unread, setUnread] = useState(false)

  function take(event: React.ChangeEvent<HTMLInputElement>) {
    void bring([...(event.target.files ?? [])])
    // Allows choosing the same file again after it was corrected.
    event.target.value = ''
  }

  async function paste() {
    const text = await navigator.clipboard?.readText?.().catch(() => '')
    setUnread(!text)
    if (text) void bring([new File([text], t('data.pasted'))])
  }

  return (
    <div className={classes.add}>
      <p>
        <strong>{t('data.drop')}</strong>
      </p>
      <p className="quiet">{t('data.dropMore')}</p>
      <div className={classes.buttons}>
        <Button onClick={() => files.current?.click()}>
          <IconFile size={18} aria-hidden="true" /> {t('data.pick')}
        </Button>
        <Button onClick={() => folder.current?.click()}>
          <IconFolder size={18} aria-hidden="true" /> {t('data.pickFolder')}
        </Button>
        <Button onClick={() => void paste()}>
          <IconClipboard size={18} aria-hidden="true" /> {t('data.paste')}
        </Button>
      </div>
      {unread && <p role="status">{t('data.pasteHelp')}</p>}
      <input ref={files} type="file" multiple hidden data-testid="files" onChange={take} />
      <input
        ref={(input) => {
          folder.current = input
          // React does not support this attribute.
          input?.setAttribute('webkitdirectory', '')
        }}
        type="file"
        hidden
        data-testid="folder"
        onChange={take}
      />
    </div>
  )
}
