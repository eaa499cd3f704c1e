import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { Fix } from '@/domain/field/fix'
import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { useRoundStops } from '@/features/field/around/use-round-stops'
import type { CheckTarget } from '@/features/field/record/check-target'
import { RecordPapers } from '@/features/field/sign/RecordPapers'
import { checkHistory } from '@/ledger/check-history'
import { targetKey } from '@/ledger/shared-code'
import type { InspectionEvent } from '@/ledger/visit'
import { useChentu, useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { isSameSource, keyOf } from '@/store/view/view'
import { recordLine, withUncheckedCount } from '@/store/words/inspection-line'
import { distanceText } from '@/store/words/place'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import classes from './SavedCard.module.css'
import type { SourceFacts } from './use-source-facts'

interface Props {
  readonly source: CheckTarget
  readonly record: InspectionEvent
  readonly facts: SourceFacts
  readonly contacts: readonly string[]
  /** The tablet's last position; null if unknown. */
  readonly fix: Fix | null
  onAgain(): void
  onClose(): void
}

/** The saved record, and how to go on: the next stop of the round. */
export function SavedCard({ source, record, facts, contacts, fix, onAgain, onClose }: Props) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const setView = useChentu((state) => state.setView)
  const { stops } = useRoundStops()
  const key = keyOf(source)
  const own = useLedger((all) => all.state.get(targetKey(source)))
  const kept = checkHistory(own, record)
  const here = stops.find((stop) => isSameSource(keyOf(stop.source), key))
  const next = stops.find((stop) => !stop.isDone && !isSameSource(keyOf(stop.source), key))
  /** Distance from the tablet, or else from the source just checked. */
  const farText = (to: Position) => {
    const from = fix?.position ?? source.position
    const distance = from && distanceText(t, distanceMetres(from, to))
    return distance && t(fix ? 'where.fromMe' : 'where.fromHere', { distance })
  }
  return (
    <div className={classes.card}>
      <p role="status" className={classes.saved}>
        {`✓ ${t('check.saved')} ${localMinute(record.at).slice(11)}`}
      </p>
      {here && (here.state === 'done' || here.state === 'partial') && (
        <p>{withUncheckedCount(t, t(`round.state.${here.state}`), here.unseen)}</p>
      )}
      <p>{recordLine(t, dataset, record, i18n.language, kept)}</p>
      <RecordPapers source={source} facts={facts} contacts={contacts} record={kept} className={classes.ways} />
      {next && (
        <Button weight="primary" className={classes.next} onClick={() => setView({ selected: keyOf(next.source) })}>
          {[t('check.nextStop', { name: next.source.name }), farText(next.source.position)].filter(Boolean).join(DOT)}
        </Button>
      )}
      <div className={classes.ways}>
        <Button onClick={onClose}>{t('check.backToList')}</Button>
        <Button onClick={onAgain}>{t('check.again')}</Button>
      </div>
    </div>
  )
}
