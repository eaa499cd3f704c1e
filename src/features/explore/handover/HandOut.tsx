import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '@/ui/lazy-part'
import { ExportDialog } from './ExportDialog'
import classes from './HandOut.module.css'

const HandoverDialog = lazyPart(async () => ({ default: (await import('./HandoverDialog')).HandoverDialog }))
const PictureDialog = lazyPart(async () => ({ default: (await import('./PictureDialog')).PictureDialog }))

/** What leaves the screen: files of the shown sources, hand-over sheets, a map picture. */
export function HandOut() {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'export' | 'handover' | 'picture' | null>(null)
  const close = () => setOpen(null)
  return (
    <div className={classes.row}>
      <button type="button" className="action" onClick={() => setOpen('export')}>
        {t('data.export.open')}
      </button>
      <button type="button" className="action" onClick={() => setOpen('handover')}>
        {t('handover.open')}
      </button>
      <button type="button" className="action" onClick={() => setOpen('picture')}>
        {t('picture.open')}
      </button>
      {open === 'export' && <ExportDialog onClose={close} />}
      <Suspense fallback={null}>
        {open === 'handover' && <HandoverDialog onClose={close} />}
        {open === 'picture' && <PictureDialog onClose={close} />}
      </Suspense>
    </div>
  )
}
