import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { currentPlanMark } from '@/domain/plan/clause-since'
import { useChentu } from '@/store/chentu'
import { useOnline } from '@/store/device/online'
import { lostAtStart } from '@/store/device/stored-data-marks'
import { useClockFault } from '@/store/page/clock'
import { useLinkOrigin } from '@/store/page/link-origin'
import { useMissingMonth } from '@/store/page/missing-month'
import type { NoticeCode } from '@/store/page/notices'
import { usePlanMove } from '@/store/page/plan-move'
import { lostDataText } from './lost-data-text'
import { monthName } from './month-name'
import { planMoveText, planName } from './plan-move-text'

/** When the data shown was stored on this device; undefined if it came from its folder. */
export const useKeptAt = (): string | undefined =>
  useChentu((state) => state.problems.find((problem) => problem.code === 'kept-copy')?.seen)

/** Text of a notice; '' if it no longer applies, and for notices with texts of their own elsewhere. */
export function useNoticeText(code: NoticeCode): string {
  const { t } = useTranslation()
  const missing = useMissingMonth()
  const move = usePlanMove(({ move }) => move)
  const made = useLinkOrigin(({ made }) => made)
  const opened = useChentu((state) => state.opened)
  const clock = useClockFault(({ fault }) => fault)
  const isOnline = useOnline()
  const wasOffline = useChentu((state) => state.wasOffline)
  const keptAt = useKeptAt()
  // On a phone in the field, a list must stay visible below it.
  const isField = useChentu(({ view }) => view.mode === 'field')
  if (code === 'kept-copy')
    return keptAt
      ? t(
          isOnline ? (wasOffline ? 'app.keptBack' : 'app.kept') : isField ? 'app.keptOfflineShort' : 'app.keptOffline',
          { at: localMinute(keptAt) },
        )
      : ''
  if (code === 'versions-unread' || code === 'database-later') return t(`problem.${code}`)
  if (code === 'other-data') {
    if (!made || !opened) return t('link.other')
    const { dataset, evaluation } = opened
    // What is equal is no reason why figures differ.
    const [before, now] = [planName(t, made.plan), planName(t, currentPlanMark(dataset))]
    const parts = [
      ...(before === now ? [] : ([['plan', { before, now }]] as const)),
      ...(made.asOf === evaluation.asOf ? [] : ([['day', { before: made.asOf, now: evaluation.asOf }]] as const)),
    ]
    if (parts.length === 0) return t('link.other')
    return t('link.otherMade', {
      what: parts.map(([of, words]) => t(`link.made.${of}`, words)).join(t('ui.semicolon')),
    })
  }
  if (code === 'clock') {
    return clock ? t(`notice.clock.${clock.by}`, { today: clock.today, day: clock.day }) : ''
  }
  if (code === 'kept-gone') return lostDataText(t, lostAtStart())
  if (code === 'other-plan') return move ? planMoveText(t, move) : ''
  if (code === 'no-month') {
    return missing
      ? t('notice.no-month', { asked: monthName(t, missing.asked), shown: monthName(t, missing.shown) })
      : ''
  }
  return code === 'taken' || code === 'update' || code === 'elsewhere' ? '' : t(`notice.${code}`)
}
