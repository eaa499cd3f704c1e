import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { useSharedLink } from '@/store/page/shared-link'
import { viewDayText } from '@/store/words/view-day'
import { Dialog } from '@/ui/Dialog'
import form from '@/ui/form.module.css'
import classes from './SharedLink.module.css'

/** Says that the link was copied, or lets a person copy it where the browser does not. */
export function SharedLink() {
  const { t } = useTranslation()
  const { outcome, link, close } = useSharedLink()
  const opened = useChentu((state) => state.opened)
  const view = useChentu((state) => state.view)
  const day = opened && viewDayText(t, opened.dataset, view)
  return (
    <>
      <p role="status" className={classes.copied}>
        {outcome === 'copied' && t('frame.copied', { day })}
      </p>
      {outcome === 'refused' && (
        <Dialog title={t('frame.copyLink')} onClose={close}>
          <label className={form.field}>
            <span>{t('frame.copyByHand')}</span>
            <input readOnly value={link} onFocus={(event) => event.target.select()} />
          </label>
          <p className="quiet">
            {t('views.day.label')} {day}
          </p>
        </Dialog>
      )}
    </>
  )
}
