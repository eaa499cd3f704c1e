import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChentu, useOpened } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { decodeView, encodeView } from '@/store/view/link'
import { Button } from '@/ui/controls/Button'
import { IconButton } from '@/ui/controls/IconButton'
import { Dialog } from '@/ui/Dialog'
import form from '@/ui/form.module.css'
import classes from './SavedViewsDialog.module.css'

/** Views kept on this device under a name: keep this one, open one, let one go. */
export function SavedViewsDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const setView = useChentu((state) => state.setView)
  const saved = usePreferences((state) => state.views[dataset.name]) ?? {}
  const keepView = usePreferences((state) => state.keepView)
  const [name, setName] = useState('')
  const field = useRef<HTMLInputElement>(null)
  // To write the name and press Enter is all that most come for.
  useEffect(() => field.current?.focus(), [])

  function save(event: React.FormEvent) {
    event.preventDefault()
    const plain = name.trim()
    if (plain === '') return
    keepView(dataset.name, plain, encodeView(useChentu.getState().view))
    setName('')
  }
  function open(address: string) {
    setView({ ...decodeView(address), data: dataset.checksum })
    onClose()
  }

  return (
    <Dialog title={t('views.title')} onClose={onClose}>
      <form className={classes.row} onSubmit={save}>
        <label className={form.field}>
          <span>{t('views.name')}</span>
          <input ref={field} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <Button type="submit" weight="primary">
          {t('views.save')}
        </Button>
      </form>
      <ul className={classes.views}>
        {Object.entries(saved).map(([each, address]) => (
          <li key={each} className={classes.row}>
            <Button onClick={() => open(address)}>{each}</Button>
            <IconButton label={t('views.forget', { name: each })} onClick={() => keepView(dataset.name, each, null)}>
              <IconX size={16} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
