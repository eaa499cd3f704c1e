import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useChentu, useOpened } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { redo, undo } from '@/store/view/address'
import { decodeView, encodeView } from '@/store/view/link'
import panel from '@/ui/panel.module.css'
import classes from './SavedViews.module.css'

/** Undo and redo of the view, and views saved on this device under a name. */
export function SavedViews() {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const setView = useChentu((state) => state.setView)
  const saved = usePreferences((state) => state.views[dataset.name]) ?? {}
  const keepView = usePreferences((state) => state.keepView)
  const [name, setName] = useState('')

  function save(event: React.FormEvent) {
    event.preventDefault()
    const plain = name.trim()
    if (plain === '') return
    keepView(dataset.name, plain, encodeView(useChentu.getState().view))
    setName('')
  }
  function forget(name: string) {
    keepView(dataset.name, name, null)
  }

  return (
    <section aria-label={t('views.title')}>
      <div className={classes.row}>
        <button type="button" className="action" onClick={undo}>
          {t('keys.undo')}
        </button>
        <button type="button" className="action" onClick={redo}>
          {t('keys.redo')}
        </button>
      </div>
      <form className={classes.row} onSubmit={save}>
        <input
          aria-label={t('views.name')}
          placeholder={t('views.name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="action">
          {t('views.save')}
        </button>
      </form>
      <ul className={classes.views}>
        {Object.entries(saved).map(([each, address]) => (
          <li key={each}>
            <button
              type="button"
              className={panel.chip}
              onClick={() => setView({ ...decodeView(address), data: dataset.checksum })}
            >
              {each}
            </button>
            <button
              type="button"
              className={classes.forget}
              aria-label={t('views.forget', { name: each })}
              onClick={() => forget(each)}
            >
              {'×'}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
