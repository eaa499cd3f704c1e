import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { useChentu } from '@/store/chentu'
import { useOnline } from '@/store/device/online'
import { usePreferences } from '@/store/device/preferences'
import { dismissLostData } from '@/store/device/stored-data-marks'
import { faultKey, useClockFault } from '@/store/page/clock'
import { FOOTER_NOTICES, type NoticeCode, useNotices } from '@/store/page/notices'
import { useRequestedDialog } from '@/store/page/requested-dialog'
import { useSteps } from '@/store/steps/step'
import { useWindows } from '@/store/steps/windows'
import { useKeptAt, useNoticeText } from '@/store/words/notice-text'
import { Button } from '@/ui/controls/Button'
import { Notice } from './Notice'
import classes from './Notices.module.css'
import { TakenNotice } from './TakenNotice'
import { UpdateNotice } from './UpdateNotice'

/** Notices that report no fault, only that another state is shown than requested. */
const STATES: readonly NoticeCode[] = [
  'kept-copy',
  'versions-unread',
  'no-month',
  'kind-shown',
  'other-plan',
  'one-file',
]
/** Notices where only reloading the page helps. */
const RELOADS: readonly NoticeCode[] = ['chunk-gone', 'unexpected']
/** Notices that may be caused by this browser or the site. */
const OF_BROWSER: readonly NoticeCode[] = [
  'chunk-gone',
  'unexpected',
  'worker-restarted',
  'not-kept',
  'kept-gone',
  'database-later',
]

/**
 * All notices of the page, newest last, each with its next step. On the wall display only faults are shown; the rest is
 * in the foot of a scene.
 */
export function Notices() {
  const { t } = useTranslation()
  const all = useNotices((state) => state.codes)
  const isWall = useChentu(({ phase, view }) => phase === 'ready' && view.mode === 'meeting' && !view.speaker)
  const keptAt = useKeptAt()
  const keptTold = usePreferences((state) => state.keptTold)
  const isOnline = useOnline()
  // Closed once, it does not come back at each start without a network; once there is one, it offers the latest data.
  const isTold = (code: NoticeCode) => code === 'kept-copy' && !isOnline && keptTold !== '' && keptTold === keptAt
  const codes = all.filter(
    (code) => !isTold(code) && !(isWall && (code === 'one-file' || code === 'clock' || FOOTER_NOTICES.includes(code))),
  )
  if (codes.length === 0) return null
  return (
    <section className={classes.notices} aria-label={t('notice.title')}>
      {codes.map((code) => {
        if (code === 'update') return <UpdateNotice key={code} />
        return code === 'taken' ? <TakenNotice key={code} /> : <Line key={code} code={code} />
      })}
    </section>
  )
}

/** Notices with a component of their own. */
type OwnNotice = 'update' | 'taken'

function Line({ code }: { readonly code: Exclude<NoticeCode, OwnNotice> }) {
  const { t } = useTranslation()
  const close = useNotices((state) => state.close)
  const ask = useRequestedDialog((state) => state.ask)
  const setFileTold = usePreferences((state) => state.setFileTold)
  const setKeptTold = usePreferences((state) => state.setKeptTold)
  const keptAt = useKeptAt()
  const setClockTold = usePreferences((state) => state.setClockTold)
  const fault = useClockFault((state) => state.fault)
  const setView = useChentu((state) => state.setView)
  const look = useWindows((state) => state.look)
  const isOnline = useOnline()
  const stepping = useSteps(({ running }) => running > 0)
  const [own, elsewhere] = [useNoticeText(code), useElsewhereText()]
  const text = code === 'elsewhere' ? elsewhere : own
  return (
    <Notice role={STATES.includes(code) ? 'status' : 'alert'} text={text}>
      {code === 'elsewhere' && (
        <Button disabled={stepping} onClick={() => void look()}>
          {t('notice.look')}
        </Button>
      )}
      {code === 'kept-gone' && <Button onClick={() => setView({ mode: 'data' })}>{t('notice.toData')}</Button>}
      {(RELOADS.includes(code) || (code === 'kept-copy' && isOnline)) && (
        <Button onClick={() => location.reload()}>{t('notice.reload')}</Button>
      )}
      {OF_BROWSER.includes(code) && <Button onClick={() => ask({ dialog: 'diagnosis' })}>{t('diagnosis.name')}</Button>}
      {/* A change made in another window stays announced until the user looks at it. */}
      {code !== 'elsewhere' && (
        <Button
          onClick={() => {
            if (code === 'one-file') setFileTold(true)
            if (code === 'kept-copy' && keptAt) setKeptTold(keptAt)
            if (code === 'kept-gone') dismissLostData()
            if (code === 'clock' && fault) setClockTold(faultKey(fault))
            close(code)
          }}
        >
          {t('app.close')}
        </Button>
      )}
    </Notice>
  )
}

/** Text on what another window, or the server, has changed. */
function useElsewhereText(): string {
  const { t } = useTranslation()
  const elsewhere = useWindows((state) => state.elsewhere)
  return elsewhere?.seen
    ? t('notice.elsewhere', { what: elsewhere.file, at: localMinute(elsewhere.seen) })
    : t('notice.elsewhereDelivered')
}
