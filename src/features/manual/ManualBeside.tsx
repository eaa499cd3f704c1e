import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { useManual } from '@/store/page/manual'
import { useRequestedDialog } from '@/store/page/requested-dialog'
import { Button } from '@/ui/controls/Button'
import { LinkButton } from '@/ui/controls/LinkButton'
import { Dialog } from '@/ui/Dialog'
import { Reader } from './Reader'

/** A page of the manual at the side of the window; the screen and what is open on it stay unchanged. */
export default function ManualBeside({ page }: { readonly page: string }) {
  const { t } = useTranslation()
  const open = useManual((state) => state.open)
  const ask = useRequestedDialog((state) => state.ask)
  // While a modal dialog is open, everything is inert except a dialog above it.
  const [isModal] = useState(() => document.querySelector('dialog:modal') !== null)
  // The wall has keys of its own, which its manual page lists; without a package there is nothing for keys to do.
  const isOpened = useChentu(({ phase, view }) => phase === 'ready' && view.mode !== 'meeting')
  const hasKeys = !isModal && isOpened
  const leaveFor = (dialog: 'help' | 'diagnosis') => () => {
    open(null)
    ask({ dialog })
  }
  return (
    <Dialog
      title={t('manual.title')}
      size="side"
      modal={isModal}
      onClose={() => open(null)}
      actions={
        <>
          {hasKeys && <Button onClick={leaveFor('help')}>{t('keys.title')}</Button>}
          {!isModal && <Button onClick={leaveFor('diagnosis')}>{t('diagnosis.name')}</Button>}
          <LinkButton href={`#/help/${page}`}>{t('manual.newWindow')}</LinkButton>
        </>
      }
    >
      <Reader name={page} wide={false} onPage={open} />
    </Dialog>
  )
}
