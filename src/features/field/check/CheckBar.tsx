import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RainButton } from '@/features/field/RainButton'
import { Button } from '@/ui/controls/Button'
import classes from './CheckBar.module.css'
import { type Done, DoneLine } from './DoneLine'

interface Props {
  readonly answered: number
  readonly all: number
  /** Null where nothing was done that could be taken back. */
  readonly done: Done | null
  readonly busy: boolean
  /** What runs or was said, above it. */
  readonly children?: ReactNode
  /** Goes to the next item without an answer. */
  onNext(): void
  /** Answers all others as met. */
  onRest(): void
  onSave(): void
}

/** What is pressed most in a check, under the thumb: the next open item, the rest as met, and saving. */
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
      <RainButton weight="primary" className={classes.save} disabled={answered === 0 || busy} onPress={onSave}>
        {t('check.save', { answered, all })}
      </RainButton>
    </div>
  )
}
