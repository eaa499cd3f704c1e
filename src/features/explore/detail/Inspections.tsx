import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { RecordPaper } from '@/features/explore/visits/paper/RecordPaper'
import { SpokenNotes } from '@/features/explore/visits/SpokenNotes'
import { checkHistories } from '@/ledger/check-history'
import { unplacedRecords } from '@/ledger/fold'
import { laterEventsOf } from '@/ledger/later'
import type { PhotoRef } from '@/ledger/references'
import { targetKey } from '@/ledger/shared-code'
import type { SourceSummary } from '@/questions/source/source-summary'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { usePhotoUrl } from '@/store/ledger/use-photo-url'
import { unsettledLines } from '@/store/words/contradiction'
import { correctionLine } from '@/store/words/correction-line'
import { laterLine, recordLine, withdrawalLine } from '@/store/words/inspection-line'
import { Button } from '@/ui/controls/Button'
import classes from './DetailCard.module.css'

/** Field teams' records of a source, newest first, with photos. */
export function Inspections({ source }: { readonly source: SourceSummary }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const state = useLedger((all) => all.state.get(targetKey(source)))
  const reviews = useLedger((all) => all.reviews)
  const later = laterEventsOf(
    useLedger((all) => all.later),
    source,
  )
  const unplaced = useLedger((all) => unplacedRecords(all.state, source))
  const checks = [
    ...checkHistories(state).map((check) => ({ check, of: state! })),
    ...checkHistories(unplaced).map((check) => ({ check, of: unplaced! })),
  ]
  if (checks.length + later.length === 0) return null
  return (
    <section aria-label={t('check.history')}>
      <h3>{t('check.history')}</h3>
      {unsettledLines(t, dataset, state, reviews, i18n.language).map((line) => (
        <p key={line} role="note" className={classes.warning}>
          {line}
        </p>
      ))}
      <ul>
        {checks.map(({ check, of }) => {
          const { event, photos, voices, withdrawnBy, correctedBy } = check
          const line = recordLine(t, dataset, event, i18n.language, check)
          return (
            <li key={event.id}>
              {withdrawnBy || correctedBy ? <s>{line}</s> : line}
              {of === unplaced && <b> {t('check.unplaced')}</b>}
              {withdrawnBy && <b> {withdrawalLine(t, withdrawnBy)}</b>}
              {correctedBy && <b> {correctionLine(t, dataset, event, correctedBy, i18n.language)}</b>}
              {!withdrawnBy && !correctedBy && <RecordPaper record={event} target={of.target} />}
              <div className={classes.photos}>
                {photos.map((photo) => (
                  <Photo key={photo.hash} photo={photo} label={t('check.photo', { at: localMinute(photo.at) })} />
                ))}
              </div>
              <SpokenNotes kind={source.kind} voices={voices} />
            </li>
          )
        })}
        {later.map((event) => (
          <li key={event.id}>{laterLine(t, event)}</li>
        ))}
      </ul>
    </section>
  )
}

interface PhotoProps {
  readonly photo: PhotoRef
  readonly label: string
}

function Photo({ photo: { hash, markOf }, label }: PhotoProps) {
  const { t } = useTranslation()
  const [isBare, setIsBare] = useState(false)
  const url = usePhotoUrl(isBare && markOf ? markOf : hash)
  // The line gives the number of photos; an unreadable one is left out.
  if (!url) return null
  if (!markOf) return <img src={url} alt={label} />
  return (
    <figure>
      <img src={url} alt={label} />
      <Button weight="quiet" onClick={() => setIsBare(!isBare)}>
        {t(isBare ? 'draw.showMarked' : 'draw.showOriginal')}
      </Button>
    </figure>
  )
}
