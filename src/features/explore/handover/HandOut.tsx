import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
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
      <Button onClick={() => setOpen('export')}>{t('data.export.open')}</Button>
      <Button onClick={() => setOpen('handover')}>{t('handover.open')}</Button>
      <Button onClick={() => setOpen('picture')}>{t('picture.open')}</Button>
      {open === 'export' && <ExportDialog onClose={close} />}
      <Suspense fallback={null}>
        {open === 'handover' && <HandoverDialog onClose={close} />}
        {open === 'picture' && <PictureDialog onClose={close} />}
      </Suspense>
    </div>
  )
}
