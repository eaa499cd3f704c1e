import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { RainButton } from '@/features/field/RainButton'
import type { RecordedStep } from '@/ledger/cases'

/** So long a press that was not meant can be taken back. */
export const TAKEN_BACK_MS = 60_000

interface Props {
  readonly arrived: RecordedStep
  /** Whether it may still be taken back: not once something was reported, and only what was written here. */
  readonly canTakeBack: boolean
  readonly disabled: boolean
  onTakeBack(): void
}

/** That a team said that it is there, and for a minute the way to take that back. */
export function Arrival({ arrived, canTakeBack, disabled, onTakeBack }: Props) {
  const { t } = useTranslation()
  const { id, at } = arrived.event
  /** Id of the arrival that can be taken back no more. */
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
        <RainButton disabled={disabled} onPress={onTakeBack}>
          {t('cases.field.takeBack')}
        </RainButton>
      )}
    </p>
  )
}
