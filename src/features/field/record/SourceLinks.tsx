import { useTranslation } from 'react-i18next'
import { NAVIGATORS, type Navigator, navigationLink } from '@/domain/field/navigation'
import type { Position } from '@/domain/geodesy/position'
import { useRound } from '@/store/device/round'
import { isSameSource, keyOf } from '@/store/view/view'
import { Button } from '@/ui/controls/Button'
import type { CheckTarget } from './check-target'

interface Props {
  readonly source: CheckTarget
  readonly position: Position
  /** Looks around from this source: somebody who has no position knows where a site is. */
  onFrom(position: Position): void
}

/** The way to a source: navigators, today's round, and looking around from there. */
export function SourceLinks({ source, position, onFrom }: Props) {
  const { t } = useTranslation()
  const { stops, toggleStop } = useRound()
  const { name } = source
  const key = keyOf(source)
  const inRound = stops.some((stop) => isSameSource(stop, key))
  return (
    <nav aria-label={t('check.navigate')}>
      {(Object.keys(NAVIGATORS) as Navigator[]).map((navigator) => (
        <a key={navigator} href={navigationLink(navigator, position, name)} target="_blank" rel="noreferrer">
          {t(`check.navigator.${navigator}`)}
        </a>
      ))}
      <Button aria-pressed={inRound} onClick={() => toggleStop(key)}>
        {t(inRound ? 'check.outOfRound' : 'check.intoRound')}
      </Button>
      <Button onClick={() => onFrom(position)}>{t('near.fromHere')}</Button>
    </nav>
  )
}
