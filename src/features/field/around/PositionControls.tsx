import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position } from '@/domain/geodesy/position'
import { readPosition } from '@/domain/intake/rows/typed-position'
import { useMinutesOld } from '@/features/field/frame/PositionDot'
import { isOneFile } from '@/io/package/app-folder'
import { useFix } from '@/store/device/fix'
import { Button } from '@/ui/controls/Button'
import classes from './PositionControls.module.css'
import { useDistanceWords } from './use-distance-words'
import type { Origin } from './use-origin'

interface Props {
  readonly origin: Origin
  onChoose(position: Position | null): void
  /** Lets the next tap on the map set the position. */
  onTap(): void
}

/** Whether a text that is no position looks like a name or a code: it has words, and no decimal degrees. */
const isName = (text: string) => /\p{L}{2}/u.test(text) && !/\d\.\d/.test(text)

/** Controls for the position: from the device or set by the user, with how far it can be trusted. */
export function PositionControls({ origin, onChoose, onTap }: Props) {
  const { t } = useTranslation()
  const { fix, doubt, state, start, stop } = useFix()
  const [typed, setTyped] = useState('')
  /** Why the typed text is no position: a name is looked for elsewhere. Null if nothing is wrong. */
  const [invalid, setInvalid] = useState<'invalid' | 'named' | null>(null)

  const { noFix } = useDistanceWords(origin)
  const measured = origin.kind === 'measured'
  const age = useMinutesOld(fix?.at)
  const minutes = measured ? age : 0
  const following = state === 'following' || state === 'locating'

  function find(event: React.FormEvent) {
    event.preventDefault()
    const position = readPosition(typed)
    setInvalid(position ? null : isName(typed) ? 'named' : 'invalid')
    if (!position) return
    stop()
    onChoose(position)
  }

  function follow() {
    if (following) return stop()
    setInvalid(null)
    onChoose(null)
    // iOS grants access to the compass only on a user gesture.
    const asking = (globalThis.DeviceOrientationEvent as { requestPermission?: () => Promise<unknown> } | undefined)
      ?.requestPermission
    void asking?.().catch(() => undefined)
    start()
  }

  return (
    <>
      <form className={classes.from} onSubmit={find}>
        <Button weight="primary" aria-pressed={following} onClick={follow}>
          {t(following ? 'near.stop' : 'near.locate')}
        </Button>
        <input
          aria-label={t('near.coordinates')}
          placeholder={t('near.coordinates')}
          inputMode="text"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">{t('near.go')}</Button>
        <Button onClick={onTap}>{t('near.tap')}</Button>
      </form>
      <p role="status" className="quiet">
        {invalid
          ? t(`near.${invalid}`)
          : (noFix ?? t('near.from', { lon: origin.position[0].toFixed(5), lat: origin.position[1].toFixed(5) }))}
        {origin.accuracyMetres !== null && ` · ${t('near.accuracy', { metres: Math.round(origin.accuracyMetres) })}`}
        {minutes > 0 && ` · ${t('near.old', { count: minutes })}`}
        {state === 'locating' && ` · ${t('near.locating')}`}
      </p>
      {measured && doubt && (
        <p role="alert" className={classes.doubt}>
          {t(`near.doubt.${doubt}`, { metres: Math.round(origin.accuracyMetres ?? 0) })}
        </p>
      )}
      {(state === 'denied' || state === 'insecure') && (
        <p role="alert" className={classes.doubt}>
          {t(`near.${state === 'denied' && isOneFile() ? 'file' : state}`)}
        </p>
      )}
    </>
  )
}
