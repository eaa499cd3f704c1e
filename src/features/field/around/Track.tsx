import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { measureLine } from '@/domain/geodesy/measure-line'
import form from '@/features/field/field-form.module.css'
import { HoldInRainButton } from '@/features/field/HoldInRainButton'
import { followTrack, useTrack } from '@/store/device/track'
import { Button } from '@/ui/controls/Button'

/** Switches the recording of the day's track on and off, shows its length, and deletes it. */
export function Track() {
  const { t } = useTranslation()
  const { on, points, setOn, clear } = useTrack()
  useEffect(followTrack, [])
  return (
    <div className={form.choices}>
      <Button aria-pressed={on} onClick={() => setOn(!on)}>
        {t('near.track')}
      </Button>
      {points.length > 0 && (
        <>
          <p>{t('near.trackLength', { km: (measureLine(points).metres / 1000).toFixed(2), count: points.length })}</p>
          <HoldInRainButton onPress={clear}>{t('near.trackClear')}</HoldInRainButton>
        </>
      )}
    </div>
  )
}
