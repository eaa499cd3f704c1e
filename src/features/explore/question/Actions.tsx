import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ExportDialog } from '@/features/explore/handover/ExportDialog'
import { EXPORT_FORMATS } from '@/io/export/export-format'
import { useChentu } from '@/store/chentu'
import { useRequestedDialog } from '@/store/page/requested-dialog'
import { shareLink } from '@/store/page/shared-link'
import { Button } from '@/ui/controls/Button'
import { Menu } from '@/ui/controls/Menu'
import { lazyPart } from '@/ui/lazy-part'
import { ManageViewsDialog } from './ManageViewsDialog'
import classes from './QuestionBar.module.css'
import { SaveViewDialog } from './SaveViewDialog'
import { ViewsMenu } from './ViewsMenu'

const HandoverDialog = lazyPart(async () => ({
  default: (await import('@/features/explore/handover/HandoverDialog')).HandoverDialog,
}))
const PictureDialog = lazyPart(async () => ({
  default: (await import('@/features/explore/handover/PictureDialog')).PictureDialog,
}))

const RoundDialog = lazyPart(async () => ({
  default: (await import('@/features/explore/visits/round/RoundDialog')).RoundDialog,
}))

/**
 * Menus for output: files of the sources shown, hand-over sheets, saved views, the link. The search opens the same
 * dialogs.
 */
export function Actions() {
  const { t } = useTranslation()
  const { asked, ask } = useRequestedDialog()
  const close = () => ask(null)
  // Closes an open dialog when the user goes to another screen, so that it is not open on the next visit.
  useEffect(() => {
    return () => {
      if (useChentu.getState().view.mode !== 'explore' && useRequestedDialog.getState().asked?.dialog !== 'help')
        ask(null)
    }
  }, [ask])
  return (
    <div className={classes.actions}>
      <Menu
        label={t('frame.export')}
        entries={[
          ...EXPORT_FORMATS.map((format) => ({
            key: format,
            label: t(`frame.exportAs.${format}`),
            note: t(`frame.exportNote.${format}`),
            onChoose: () => ask({ dialog: 'export', format }),
          })),
          {
            key: 'picture',
            label: t('frame.exportAs.picture'),
            note: t('frame.exportNote.picture'),
            onChoose: () => ask({ dialog: 'picture' }),
          },
        ]}
      />
      <Button onClick={() => ask({ dialog: 'handover' })}>{t('frame.handover')}</Button>
      <ViewsMenu />
      <Button weight="primary" onClick={() => void shareLink()}>
        {t('frame.copyLink')}
      </Button>
      {asked?.dialog === 'export' && <ExportDialog first={asked.format} onClose={close} />}
      <Suspense fallback={null}>
        {asked?.dialog === 'handover' && <HandoverDialog onClose={close} />}
        {asked?.dialog === 'round' && <RoundDialog first={asked.from} caseId={asked.case} onClose={close} />}
        {asked?.dialog === 'picture' && <PictureDialog onClose={close} />}
      </Suspense>
      {asked?.dialog === 'save-view' && <SaveViewDialog onClose={close} />}
      {asked?.dialog === 'manage-views' && <ManageViewsDialog onClose={close} />}
    </div>
  )
}
