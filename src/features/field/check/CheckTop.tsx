import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { Fix } from '@/domain/field/fix'
import { Button } from '@/ui/controls/Button'
import classes from './CheckTop.module.css'

interface Props {
  readonly fix: Fix | null
  /** Whether the position is being tracked and so is current. */
  readonly isFollowing: boolean
  readonly author: string
  /** ISO time at which the draft was begun; '' if there is none. */
  readonly begunAt: string
  onClose(): void
}

/** Top bar that stays visible: back button, author, start time, and the tablet's position. */
export function CheckTop({ fix, isFollowing, author, begunAt, onClose }: Props) {
  const { t } = useTranslation()
  const metres = Math.round(fix?.accuracyMetres ?? 0)
  return (
    <div className={classes.top}>
      <Button onClick={onClose}>{t('check.back')}</Button>
      <span>{author}</span>
      {begunAt !== '' && <span>{t('check.draftOf', { at: localMinute(begunAt) })}</span>}
      <span data-state={isFollowing ? 'fresh' : 'old'} className={classes.position}>
        {fix === null && t('check.positionNone')}
        {fix !== null && isFollowing && t('check.positionNow', { metres })}
        {fix !== null && !isFollowing && t('check.positionOld', { at: localMinute(new Date(fix.at).toISOString()) })}
      </span>
    </div>
  )
}
