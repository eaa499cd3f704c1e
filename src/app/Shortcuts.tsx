import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isOneFile } from '@/io/package/app-folder'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { useMayOfferFirstTasks } from '@/store/page/first-tasks'
import { useRequestedDialog } from '@/store/page/requested-dialog'
import { isBehindDialog } from '@/ui/behind-dialog'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import { useCommands } from './commands'
import classes from './Shortcuts.module.css'

/** Elements where a key types text or navigates and therefore is no command. */
const TYPED =
  'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select, dialog[open], [role="listbox"], [role="menu"], [role="dialog"]'

/** Runs commands by their keys, and lists them on `?` or the help button. */
export function Shortcuts() {
  const { t } = useTranslation()
  const commands = useCommands()
  const { singleKeys, setSingleKeys } = usePreferences()
  const open = useRequestedDialog(({ asked }) => asked?.dialog === 'help')
  const ask = useRequestedDialog((state) => state.ask)
  const { setToured, setTried } = usePreferences()
  const setView = useChentu((state) => state.setView)
  const latest = useRef(commands)
  latest.current = commands

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // The meeting has its own keys; none of these may leave it.
      if (useChentu.getState().view.mode === 'meeting') return
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        document.querySelector<HTMLInputElement>('input[role="combobox"]')?.focus()
        return
      }
      if (isBehindDialog(event) || (event.target instanceof Element && event.target.closest(TYPED))) return
      if (!usePreferences.getState().singleKeys && !event.ctrlKey && !event.metaKey) return
      if (event.key === '?') useRequestedDialog.getState().ask({ dialog: 'help' })
      const command = latest.current.find((each) => each.pressed(event))
      if (!command) return
      event.preventDefault()
      command.run()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])

  function startAgain() {
    setTried([])
    setToured(false)
    useMayOfferFirstTasks.setState({ offered: true })
    setView({ mode: 'explore' })
    ask(null)
  }

  if (!open) return null
  return (
    <Dialog
      title={t('keys.title')}
      size="medium"
      onClose={() => ask(null)}
      actions={
        <>
          <Button onClick={() => ask({ dialog: 'diagnosis' })}>{t('diagnosis.name')}</Button>
          <Button onClick={startAgain}>{t('tour.again')}</Button>
        </>
      }
    >
      <dl className={classes.keys}>
        <div>
          <dt>{t('keys.search')}</dt>
          <dd>
            <kbd>{'Ctrl+K'}</kbd>
          </dd>
        </div>
        <div>
          <dt>{t('keys.part')}</dt>
          <dd>
            <kbd>{'F6'}</kbd>
          </dd>
        </div>
        {commands.map(({ id, label, keys }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <label className={classes.single}>
        <input type="checkbox" checked={singleKeys} onChange={(event) => setSingleKeys(event.target.checked)} />
        {t('keys.single')}
      </label>
      {isOneFile() && <p>{t('notice.one-file')}</p>}
    </Dialog>
  )
}
