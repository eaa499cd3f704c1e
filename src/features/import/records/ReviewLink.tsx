import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { findsOf, isFind } from '@/ledger/find'
import { unreviewed } from '@/ledger/review'
import { useChentu } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { useReviewSitting } from '@/store/page/review-sitting'
import { Button } from '@/ui/controls/Button'

/** Link from the records of tablets to their review; renders nothing if none await it. */
export function ReviewLink() {
  const { t } = useTranslation()
  const setView = useChentu((all) => all.setView)
  const setDay = useReviewSitting((all) => all.setDay)
  const { state, events, reviews, tablets, device } = useLedger()
  const open = useMemo(
    () =>
      unreviewed(
        [...[...state.values()].flatMap(({ visits }) => visits), ...findsOf(state, events?.values() ?? [])],
        reviews,
      ),
    [state, events, reviews],
  )
  // On a tablet all records are its own: there is nothing to review.
  if (open.length === 0 || tablets.every((tablet) => tablet.device === device)) return null
  const finds = open.filter(isFind).length
  const checks = open.length - finds
  const what = [
    checks > 0 && t('review.goChecks', { count: checks }),
    finds > 0 && t('review.goFinds', { count: finds }),
  ]
    .filter(Boolean)
    .join(t('ui.comma'))
  const last = open
    .map(({ day }) => day)
    .sort()
    .at(-1)!
  return (
    <Button
      weight="primary"
      onClick={() => {
        setDay(last)
        setView({ mode: 'explore', panel: 'visits' })
      }}
    >
      {t('review.go', { what })}
    </Button>
  )
}
