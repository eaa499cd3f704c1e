import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFix } from '@/store/device/fix'
import { repeatWhileVisible } from '@/store/page/repeat-while-visible'
import classes from './PositionDot.module.css'

/** Age from which a position is shown as old. */
const OLD_MS = 60_000
const LOOK_MS = 30_000

/** Age of a position in whole minutes; 0 if it is current. */
export function useMinutesOld(at: number | undefined): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => repeatWhileVisible(LOOK_MS, () => setNow(Date.now())), [])
  return at !== undefined && now - at > OLD_MS ? Math.round((now - at) / 60_000) : 0
}

interface Props {
  readonly isChosen: boolean
  onPress(): void
}

/** Quality of the tablet's position, as a dot with its accuracy or age: fresh, doubtful, old, chosen, or none. */
export function PositionDot({ isChosen, onPress }: Props) {
  const { t } = useTranslation()
  const { fix, doubt, state } = useFix()
  const minutes = useMinutesOld(fix?.at)
  const metres = Math.round(fix?.accuracyMetres ?? 0)
  const [kind, words] = isChosen
    ? (['chosen', t('tablet.here.chosen')] as const)
    : !fix
      ? (['none', t(state === 'locating' ? 'tablet.here.locating' : 'tablet.here.none')] as const)
      : minutes > 0
        ? (['old', t('tablet.age', { count: minutes })] as const)
        : doubt
          ? (['doubt', t('tablet.here.doubt', { metres })] as const)
          : (['fresh', t('tablet.here.fresh', { metres })] as const)
  return (
    <button type="button" aria-label={`${t('tablet.position')} ${words}`} onClick={onPress}>
      <span className={classes.dot} data-kind={kind} aria-hidden="true" />
      {words}
    </button>
  )
}
