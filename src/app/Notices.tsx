import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { useChentu } from '@/store/chentu'
import { type NoticeCode, useNotices } from '@/store/page/notices'
import { usePlanMove } from '@/store/page/plan-move'
import { useSteps } from '@/store/steps/step'
import { useWindows } from '@/store/steps/windows'
import { monthName } from '@/store/words/month-name'
import { planMoveText } from '@/store/words/plan-move-text'
import { Button } from '@/ui/controls/Button'
import { Notice } from './Notice'
import classes from './Notices.module.css'
import { TakenNotice } from './TakenNotice'
import { UpdateNotice } from './UpdateNotice'
import { useMissingMonth } from './use-known-month'

/** Notices after which nothing is wrong: they only say that another state is shown than was asked for. */
const STATES: readonly NoticeCode[] = ['kept-copy', 'versions-unread', 'no-month', 'kind-shown', 'other-plan']
/** Notices after which only reloading the page helps. */
const RELOADS: readonly NoticeCode[] = ['chunk-gone', 'unexpected']

/** All that the page has to say beside its screens, one below the other, the newest last; each with the next step. */
export function Notices() {
  const { t } = useTranslation()
  const codes = useNotices((state) => state.codes)
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

/** Notices that say more than a text and how to close it. */
type OwnNotice = 'update' | 'taken'

function Line({ code }: { readonly code: Exclude<NoticeCode, OwnNotice> }) {
  const { t } = useTranslation()
  const close = useNotices((state) => state.close)
  const look = useWindows((state) => state.look)
  const stepping = useSteps(({ running }) => running > 0)
  return (
    <Notice role={STATES.includes(code) ? 'status' : 'alert'} text={useText(code)}>
      {code === 'elsewhere' && (
        <Button disabled={stepping} onClick={() => void look()}>
          {t('notice.look')}
        </Button>
      )}
      {RELOADS.includes(code) && <Button onClick={() => location.reload()}>{t('notice.reload')}</Button>}
      {/* That another window has changed the data holds until somebody looks. */}
      {code !== 'elsewhere' && <Button onClick={() => close(code)}>{t('app.close')}</Button>}
    </Notice>
  )
}

/** What a notice says. */
function useText(code: Exclude<NoticeCode, OwnNotice>): string {
  const { t } = useTranslation()
  const elsewhere = useWindows((state) => state.elsewhere)
  const missing = useMissingMonth()
  const move = usePlanMove(({ move }) => move)
  const keptAt = useChentu((state) => state.problems.find((problem) => problem.code === 'kept-copy')?.seen)
  if (code === 'kept-copy') return keptAt ? t('app.kept', { at: localMinute(keptAt) }) : ''
  if (code === 'versions-unread' || code === 'database-later') return t(`problem.${code}`)
  if (code === 'other-data') return t('link.other')
  if (code === 'other-plan') return move ? planMoveText(t, move) : ''
  if (code === 'no-month') {
    return missing
      ? t('notice.no-month', { asked: monthName(t, missing.asked), shown: monthName(t, missing.shown) })
      : ''
  }
  if (code !== 'elsewhere') return t(`notice.${code}`)
  return elsewhere?.seen
    ? t('notice.elsewhere', { what: elsewhere.file, at: localMinute(elsewhere.seen) })
    : t('notice.elsewhereDelivered')
}
