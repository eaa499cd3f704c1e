import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { useSavedFile } from '@/store/page/saved-file'
import { useSharedLink } from '@/store/page/shared-link'
import { viewDayText } from '@/store/words/view-day'
import { Dialog } from '@/ui/Dialog'
import form from '@/ui/form.module.css'
import classes from './SharedLink.module.css'

/**
 * Reports that the link was copied, or a file saved by a dialog that has closed; shows the link for manual copying if
 * the browser refuses, or explains which part of a local file's address others can use.
 */
export function SharedLink() {
  const { t } = useTranslation()
  const { outcome, link, isCopied, close } = useSharedLink()
  const name = useSavedFile((state) => state.name)
  const opened = useChentu((state) => state.opened)
  const view = useChentu((state) => state.view)
  const day = opened && viewDayText(t, opened.dataset, view)
  const keptData = opened?.dataset.isKept && <span>{t('frame.keptData')}</span>
  return (
    <>
      <p role="status" className={classes.copied}>
        {outcome === 'copied' ? t('frame.copied', { day }) : name && t('handover.saved', { name })}
        {outcome === 'copied' && keptData}
      </p>
      {outcome === 'file' && (
        <Dialog title={t('frame.copyLink')} onClose={close}>
          <p>{t('frame.fileLink.why')}</p>
          <label className={form.field}>
            <span>{t(isCopied ? 'frame.fileLink.copied' : 'frame.fileLink.byHand')}</span>
            <input readOnly value={link} onFocus={(event) => event.target.select()} />
          </label>
          <p>{t('frame.fileLink.how')}</p>
          <p className="quiet">{t('frame.fileLink.others')}</p>
          <p className="quiet">
            {t('views.day.label')} {day}
          </p>
        </Dialog>
      )}
      {outcome === 'refused' && (
        <Dialog title={t('frame.copyLink')} onClose={close}>
          <label className={form.field}>
            <span>{t('frame.copyByHand')}</span>
            <input readOnly value={link} onFocus={(event) => event.target.select()} />
          </label>
          {keptData && <p>{keptData}</p>}
          <p className="quiet">
            {t('views.day.label')} {day}
          </p>
        </Dialog>
      )}
    </>
  )
}
