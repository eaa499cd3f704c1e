import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ExportDialog } from '@/features/explore/handover/ExportDialog'
import { EXPORT_FORMATS, type ExportFormat } from '@/io/export/export-format'
import { canDrawMap } from '@/map/instance/can-draw-map'
import { useAsked } from '@/store/page/asked'
import { Button } from '@/ui/controls/Button'
import { Menu } from '@/ui/controls/Menu'
import { Dialog } from '@/ui/Dialog'
import form from '@/ui/form.module.css'
import { lazyPart } from '@/ui/lazy-part'
import classes from './QuestionBar.module.css'
import { SavedViewsDialog } from './SavedViewsDialog'

const HandoverDialog = lazyPart(async () => ({
  default: (await import('@/features/explore/handover/HandoverDialog')).HandoverDialog,
}))
const PictureDialog = lazyPart(async () => ({
  default: (await import('@/features/explore/handover/PictureDialog')).PictureDialog,
}))

const COPIED_MS = 2500

/** What leaves the screen: files of the shown sources, hand-over sheets, a kept view, the link. */
export function Actions() {
  const { t } = useTranslation()
  const [open, setOpen] = useState<ExportFormat | 'picture' | 'views' | 'link' | null>(null)
  const [isCopied, setCopied] = useState(false)
  const isHandover = useAsked(({ asked }) => asked?.dialog === 'handover')
  const ask = useAsked((state) => state.ask)
  const close = () => setOpen(null)

  async function copy() {
    try {
      await navigator.clipboard.writeText(location.href)
      setCopied(true)
      setTimeout(() => setCopied(false), COPIED_MS)
    } catch {
      // Over plain HTTP there is no clipboard.
      setOpen('link')
    }
  }

  const format = EXPORT_FORMATS.find((each) => each === open)
  return (
    <div className={classes.actions}>
      <Menu
        label={t('frame.export')}
        entries={[...EXPORT_FORMATS, 'picture' as const].map((each) => ({
          key: each,
          label: t(`frame.exportAs.${each}`),
          note: t(`frame.exportNote.${each}`),
          // It is drawn by the map.
          disabled: each === 'picture' && !canDrawMap(),
          onChoose: () => setOpen(each),
        }))}
      />
      <Button onClick={() => ask({ dialog: 'handover' })}>{t('frame.handover')}</Button>
      <Button onClick={() => setOpen('views')}>{t('frame.saveView')}</Button>
      <Button weight="primary" onClick={() => void copy()}>
        {t('frame.copyLink')}
      </Button>
      <span role="status" className={classes.copied}>
        {isCopied && t('frame.copied')}
      </span>
      {format && <ExportDialog first={format} onClose={close} />}
      <Suspense fallback={null}>
        {isHandover && <HandoverDialog onClose={() => ask(null)} />}
        {open === 'picture' && <PictureDialog onClose={close} />}
      </Suspense>
      {open === 'views' && <SavedViewsDialog onClose={close} />}
      {open === 'link' && (
        <Dialog title={t('frame.copyLink')} onClose={close}>
          <label className={form.field}>
            <span>{t('frame.copyByHand')}</span>
            <input readOnly value={location.href} onFocus={(event) => event.target.select()} />
          </label>
        </Dialog>
      )}
    </div>
  )
}
