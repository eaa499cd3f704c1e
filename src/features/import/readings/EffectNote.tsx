import { useTranslation } from 'react-i18next'
import { endLook } from '@/store/readings'
import { Button } from '@/ui/controls/Button'
import type { ImportEffect } from '@/workspace/readings/decided-import'

/** Maximum number of devices named. */
const NAMED = 5

/**
 * How many saved readings an import would replace, and what it leaves out. `effect` is undefined until it is found out,
 * which the user may end, and null if it was not found out.
 */
export function EffectNote({ effect }: { readonly effect: ImportEffect | null | undefined }) {
  const { t } = useTranslation()
  if (effect === undefined)
    return (
      <p className="quiet">
        {t('readings.effect.looking')}{' '}
        <Button weight="quiet" onClick={endLook}>
          {t('readings.effect.end')}
        </Button>
      </p>
    )
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
