import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { useToday } from '@/store/device/today'
import { useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import { NearKinds } from './NearKinds'
import classes from './NearShown.module.css'
import type { NearList } from './use-near-list'

interface Props {
  readonly km: number
  /** Number of sources listed. */
  readonly listed: number
  readonly list: Pick<NearList, 'kinds' | 'counts'>
}

/** Says above the list what it shows: of which day, how far, and of which kinds, which are chosen here. */
export function NearShown({ km, listed, list }: Props) {
  const { kinds, counts } = list
  /** Whether the kinds to list are being chosen. */
  const [choosing, setChoosing] = useState(false)
  const { t } = useTranslation()
  const today = useToday()
  const asOf = useChentu((state) => state.opened?.evaluation.asOf)
  const { setNear } = usePreferences()
  const { title } = useKindTexts()
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className={classes.shown}>
      <p className={classes.parts}>
        <b>{listed < all ? t('near.shownOf', { km, count: listed, all }) : t('near.shown', { km, count: listed })}</b>
        {asOf === today && (
          <>
            <span className={classes.dot}>{DOT}</span>
            <span>{t('tablet.judged', { day: asOf })}</span>
          </>
        )}
      </p>
      <Button aria-pressed={kinds.length > 0} onClick={() => setChoosing(true)}>
        {kinds.length > 0 ? t('near.kindsOf', { count: kinds.length }) : t('near.kinds')}
      </Button>
      {kinds.length > 0 && (
        <p role="status" className={classes.only}>
          {t('near.only', { kinds: kinds.map(title).join(t('ui.comma')) })}{' '}
          <Button onClick={() => setNear({ nearKinds: [] })}>{t('near.kindsAll')}</Button>
        </p>
      )}
      {choosing && <NearKinds list={list} onClose={() => setChoosing(false)} />}
    </div>
  )
}
