import { useTranslation } from 'react-i18next'
import { useSharedLink } from '@/store/page/shared-link'
import { Dialog } from '@/ui/Dialog'
import form from '@/ui/form.module.css'
import classes from './SharedLink.module.css'

/** Says that the link was copied, or lets a person copy it where the browser does not. */
export function SharedLink() {
  const { t } = useTranslation()
  const { outcome, link, close } = useSharedLink()
  return (
    <>
      <p role="status" className={classes.copied}>
        {outcome === 'copied' && t('frame.copied')}
      </p>
      {outcome === 'refused' && (
        <Dialog title={t('frame.copyLink')} onClose={close}>
          <label className={form.field}>
            <span>{t('frame.copyByHand')}</span>
            <input readOnly value={link} onFocus={(event) => event.target.select()} />
          </label>
        </Dialog>
      )}
    </>
  )
}
