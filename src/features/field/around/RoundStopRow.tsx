import { useTranslation } from 'react-i18next'
import { type IsoDay, localMinute } from '@/domain/calendar'
import type { StopState } from '@/domain/field/round-order'
import { STATUS_NAMES } from '@/domain/rules/status'
import { HoldInRainButton } from '@/features/field/HoldInRainButton'
import { firstRecordOf } from '@/ledger/visit'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import { useChentu, useOpened } from '@/store/chentu'
import { keyOf } from '@/store/view/view'
import { outcomeWords, wholeOfVisit } from '@/store/words/inspection-line'
import { visitResult } from '@/store/words/visit-result'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import { DraftChip } from './DraftChip'
import classes from './RoundTab.module.css'
import type { RoundStop } from './use-round-stops'
import { WarningChip } from './WarningChip'

/** Signs of stop states, so that state does not depend on the text alone; the map uses the same signs. */
export const STOP_SIGNS: Readonly<Record<StopState, string>> = {
  done: '✓',
  partial: '◐',
  returned: '↩',
  skipped: '⤼',
  open: '',
}

interface Props {
  readonly stop: RoundStop
  /** Distance and its starting point, in words; null if it need not be visited any more. */
  readonly far: string | null
  readonly draftDay: IsoDay | null
  /** Whether a warning in force requires something of it. */
  readonly isUnderWarning: boolean
  onSkip(): void
  /** Removes it from the round; null if the desk gave it. */
  readonly onDrop: (() => void) | null
}

/** A stop of the round: its number or state, the source, and buttons to skip or remove it. */
export function RoundStopRow({ stop, far, draftDay, isUnderWarning, onSkip, onDrop }: Props) {
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  const { dataset } = useOpened()
  const { source, number, visit, before, state, reason } = stop
  const { kind, name } = source
  const words = [
    state !== 'open' && t(`round.state.${state}`),
    state === 'skipped' && reason,
    visit !== null &&
      (state === 'done' || (state === 'partial' && wholeOfVisit(t, dataset, visit) !== null)) &&
      visitResult(t, dataset, visit),
    before && t('round.before', { at: localMinute(firstRecordOf(before).at), said: outcomeWords(t, dataset, before) }),
    far,
  ]
  return (
    <li data-state={state} className={classes.stop}>
      <span className={classes.number} data-state={state} aria-hidden="true">
        {STOP_SIGNS[state] || number}
      </span>
      <Button className={classes.name!} onClick={() => setView({ selected: keyOf(source) })}>
        <span>
          <SourceSymbol kind={kind} status={STATUS_NAMES[source.status]!} /> {name} <DraftChip day={draftDay} />{' '}
          {isUnderWarning && <WarningChip />}
          <small>{words.filter(Boolean).join(DOT)}</small>
        </span>
      </Button>
      {state !== 'done' && (
        <Button weight="quiet" onClick={onSkip}>
          {t(state === 'skipped' ? 'round.unskip' : 'round.skip')}
        </Button>
      )}
      {onDrop && (
        <HoldInRainButton weight="quiet" aria-label={t('check.dropStop', { name })} onPress={onDrop}>
          {'×'}
        </HoldInRainButton>
      )}
    </li>
  )
}
