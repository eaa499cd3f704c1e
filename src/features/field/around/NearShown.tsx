import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { useToday } from '@/store/device/today'
import { useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import classes from './NearShown.module.css'
import type { NearList } from './use-near-list'

interface Props {
  readonly km: number
  /** Number of sources listed. */
  readonly listed: number
  readonly list: Pick<NearList, 'kinds' | 'counts'>
}

/** Says above the list what it shows: of which day, how far, and of which kinds, which one press lifts. */
export function NearShown({ km, listed, list: { kinds, counts } }: Props) {
  const { t } = useTranslation()
  const today = useToday()
  const asOf = useChentu((state) => state.opened?.evaluation.asOf)
  const { setNear } = usePreferences()
  const { title } = useKindTexts()
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const parts = [
    asOf === today ? t('tablet.judged', { day: asOf }) : '',
    listed < all ? t('near.shownOf', { km, count: listed, all }) : t('near.shown', { km, count: listed }),
  ].filter(Boolean)
  return (
    <div className={classes.shown}>
      <p className="quiet">
        {parts.map((part, i) => (
          <span key={part}>
            {i > 0 && DOT}
            <span>{part}</span>
          </span>
        ))}
      </p>
      {kinds.length > 0 && (
        <p role="status">
          {t('near.only', { kinds: kinds.map(title).join(t('ui.comma')) })}{' '}
          <Button onClick={() => setNear({ nearKinds: [] })}>{t('near.kindsAll')}</Button>
        </p>
      )}
    </div>
  )
}
