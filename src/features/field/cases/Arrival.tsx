import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { HoldInRainButton } from '@/features/field/HoldInRainButton'
import type { RecordedStep } from '@/ledger/cases'

/** How long an accidental press can be undone. */
export const TAKEN_BACK_MS = 60_000

interface Props {
  readonly arrived: RecordedStep
  /** Whether it can still be undone: only if written by this tablet and before anything was reported. */
  readonly canTakeBack: boolean
  readonly disabled: boolean
  onTakeBack(): void
}

/** Shows when the team arrived, with an undo button for a minute. */
export function Arrival({ arrived, canTakeBack, disabled, onTakeBack }: Props) {
  const { t } = useTranslation()
  const { id, at } = arrived.event
  /** Id of the arrival that can no longer be undone. */
  const [over, setOver] = useState('')
  useEffect(() => {
    const left = Math.min(TAKEN_BACK_MS, Date.parse(at) + TAKEN_BACK_MS - Date.now())
    const timer = setTimeout(() => setOver(id), Math.max(0, left))
    return () => clearTimeout(timer)
  }, [id, at])
  return (
    <p>
      <span>{t('cases.field.arrived', { at: localMinute(arrived.when) })}</span>{' '}
      {canTakeBack && over !== id && (
        <HoldInRainButton disabled={disabled} onPress={onTakeBack}>
          {t('cases.field.takeBack')}
        </HoldInRainButton>
      )}
    </p>
  )
}
