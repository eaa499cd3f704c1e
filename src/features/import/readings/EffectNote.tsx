import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDebounced } from '@/store/page/use-debounced'
import { effectOfReadings } from '@/store/readings'
import type { ImportEffect } from '@/workspace/decided-import'
import type { ReadingsDecision, ReadingsReview } from '@/workspace/readings-desk'

/** Maximum number of devices named. */
const NAMED = 5

/** What was found out about a decision on a review; null if it could not be. */
interface Found {
  readonly review: ReadingsReview
  readonly about: string
  readonly effect: ImportEffect | null
}

interface Props {
  readonly review: ReadingsReview
  readonly decision: ReadingsDecision
}

/** How many saved readings an import would replace, and what it leaves out, once nothing is left to decide. */
export function EffectNote({ review, decision }: Props) {
  const { t } = useTranslation()
  // A code that is typed is another decision with each letter.
  const about = useDebounced(JSON.stringify(decision))
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    let isOld = false
    const say = (effect: ImportEffect | null) => {
      if (!isOld) setFound({ review, about, effect })
    }
    effectOfReadings(JSON.parse(about) as ReadingsDecision).then(say, () => say(null))
    return () => {
      isOld = true
    }
  }, [review, about])
  if (found?.review !== review || found.about !== JSON.stringify(decision))
    return <p className="quiet">{t('readings.effect.looking')}</p>
  const { effect } = found
  if (!effect) return <p className="quiet">{t('readings.effect.failed')}</p>
  const { rows, differing, isAtMost, months, leftOut, superseded } = effect
  const named = leftOut.devices.slice(0, NAMED).join(t('ui.comma')) + (leftOut.devices.length > NAMED ? '…' : '')
  return (
    <div>
      {rows === 0 && superseded === 0 && <p className="quiet">{t('readings.effect.none')}</p>}
      {rows > 0 && (
        <p role="note">
          {t(isAtMost ? 'readings.effect.atMost' : 'readings.effect.replaced', {
            ...{ rows, differing: differing.toLocaleString('en'), months },
          })}
        </p>
      )}
      {superseded > 0 && <p role="note">{t('readings.effect.superseded', { count: superseded })}</p>}
      {leftOut.values > 0 && (
        <p role="note">{t('readings.effect.leftOut', { count: leftOut.values, devices: named })}</p>
      )}
    </div>
  )
}
