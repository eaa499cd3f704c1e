import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { HoldInRainButton } from '@/features/field/HoldInRainButton'
import { Button } from '@/ui/controls/Button'
import classes from './CheckBar.module.css'
import { type Done, DoneLine } from './DoneLine'

interface Props {
  readonly answered: number
  readonly all: number
  /** Null if there is nothing to undo. */
  readonly done: Done | null
  readonly busy: boolean
  /** A running recording or its message, shown above the bar. */
  readonly children?: ReactNode
  /** Scrolls to the next unanswered item. */
  onNext(): void
  /** Answers all others as met. */
  onRest(): void
  onSave(): void
}

/** The most used buttons of a check, within thumb's reach: next open item, answer the rest as met, save. */
export function CheckBar({ answered, all, done, busy, children, onNext, onRest, onSave }: Props) {
  const { t } = useTranslation()
  const isWhole = answered >= all
  return (
    <div className={classes.bar}>
      {children}
      {done && <DoneLine done={done} />}
      <Button disabled={isWhole || busy} onClick={onNext}>
        {t('check.nextOpen')}
      </Button>
      <Button disabled={isWhole || busy} onClick={onRest}>
        {t('check.restMet')}
      </Button>
      <HoldInRainButton weight="primary" className={classes.save} disabled={answered === 0 || busy} onPress={onSave}>
        {t('check.save', { answered, all })}
      </HoldInRainButton>
    </div>
  )
}
