import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { type NoticeCode, useNotices } from '@/store/notices'
import { useSteps } from '@/store/step'
import { useWindows } from '@/store/windows'
import classes from './App.module.css'

/** After these the page must be loaded anew to be whole again. */
const RELOADS: readonly NoticeCode[] = ['chunk-gone', 'unexpected']

/** What went wrong and has no place of its own, and what another window has changed; each with the next step. */
export function Notices() {
  const { t } = useTranslation()
  const { codes, close } = useNotices()
  const { elsewhere, look } = useWindows()
  const stepping = useSteps(({ running }) => running > 0)
  return (
    <>
      {elsewhere && (
        <p className={classes.notice} role="alert">
          {elsewhere.seen
            ? t('notice.elsewhere', { what: elsewhere.file, at: localMinute(elsewhere.seen) })
            : t('notice.elsewhereDelivered')}
          <button type="button" className="action" disabled={stepping} onClick={() => void look()}>
            {t('notice.look')}
          </button>
        </p>
      )}
      {codes.map((code) => (
        <p key={code} className={classes.notice} role="alert">
          {t(`notice.${code}`)}
          {RELOADS.includes(code) && (
            <button type="button" className="action" onClick={() => location.reload()}>
              {t('notice.reload')}
            </button>
          )}
          <button type="button" className="action" onClick={() => close(code)}>
            {t('app.close')}
          </button>
        </p>
      ))}
    </>
  )
}
