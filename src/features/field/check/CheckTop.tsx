import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { Fix } from '@/domain/field/fix'
import { Button } from '@/ui/controls/Button'
import classes from './CheckTop.module.css'

interface Props {
  readonly fix: Fix | null
  /** Whether the tablet is being followed: the position is today's, and of now. */
  readonly isFollowing: boolean
  readonly author: string
  /** When the draft was begun, ISO; empty where there is none. */
  readonly begunAt: string
  onClose(): void
}

/** The way back, who writes, since when, and where the tablet says it is: always in sight. */
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
