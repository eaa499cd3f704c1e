import { useTranslation } from 'react-i18next'
import type { NamedStop } from '@/store/device/round'
import { useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import classes from './RoundTab.module.css'
import type { MissingStop } from './use-round-stops'

interface Props {
  readonly missing: readonly MissingStop[]
  /** Skips a stop with a reason, or undoes that. */
  onSkip(missing: MissingStop): void
  /** Returns a function that removes a stop from the round; null if the desk gave it. */
  onDrop(stop: NamedStop): (() => void) | null
}

/** Stops of a round that can't be visited with this tablet's data: which, why, and what to do. */
export function MissingStops({ missing, onSkip, onDrop }: Props) {
  const { t } = useTranslation()
  const kindTexts = useKindTexts()
  return (['lost', 'unplaced'] as const).map((of) => {
    const stops = missing.filter(({ why }) => why === of)
    if (stops.length === 0) return null
    return (
      <div key={of} role="alert" className={classes.stale}>
        <p>{t(`given.${of}`, { count: stops.length })}</p>
        <ul className="plain">
          {stops.map((each) => {
            const { stop, state, reason } = each
            const name = stop.name ?? stop.code
            const drop = onDrop(stop)
            const words = [
              `${kindTexts.title(stop.kind)} ${stop.code}`,
              state !== 'open' && t(`round.state.${state}`),
              state === 'skipped' && reason,
            ]
            return (
              <li key={`${stop.kind}/${stop.code}/${stop.nth ?? ''}`} className={classes.missing}>
                <span>
                  {name}
                  <small>{words.filter(Boolean).join(DOT)}</small>
                </span>
                {state !== 'done' && (
                  <Button
                    weight="quiet"
                    aria-label={t(state === 'skipped' ? 'given.unskipNamed' : 'given.skipNamed', { name })}
                    onClick={() => onSkip(each)}
                  >
                    {t(state === 'skipped' ? 'round.unskip' : 'round.skip')}
                  </Button>
                )}
                {drop && (
                  <Button weight="quiet" aria-label={t('check.dropStop', { name })} onClick={drop}>
                    {'×'}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      </div>
    )
  })
}
