import { useTranslation } from 'react-i18next'
import { RecordPaper } from '@/features/explore/visits/paper/RecordPaper'
import { SpokenNotes } from '@/features/explore/visits/SpokenNotes'
import { targetKey } from '@/ledger/fold'
import { type OnSpot, onSpot } from '@/ledger/on-spot'
import type { Visit } from '@/ledger/visit'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { signatureLine } from '@/store/words/check-text'
import { itemLabel, visitLine } from '@/store/words/inspection-line'
import { useVisitFlags } from '@/store/words/visit-flags'
import { DOT } from '@/ui/dot'
import { BesidePhotos } from './BesidePhotos'
import classes from './ReviewDialog.module.css'
import { ReviewHead } from './ReviewHead'
import { VisitAnswers } from './VisitAnswers'

const MINUTE_MS = 60_000

/** All that is known of one visit: what stands out first, how well it is vouched for, what was said, and its photos. */
export function ReviewedVisit({ visit }: { readonly visit: Visit }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { records, photos, voices, target } = visit
  const { flags, reasons } = useVisitFlags()(visit)
  const signature = useSignature(visit)
  return (
    <article className={classes.visit} aria-label={target.name}>
      <ReviewHead name={target.name} records={records} flags={[...flags, ...reasons]} />
      <p>{visitLine(t, dataset, visit, i18n.language)}</p>
      {signature && <p>{signatureLine(t, signature)}</p>}
      <PositionLine spot={onSpot(visit)} />
      <SpokenNotes kind={target.kind} voices={voices} />
      <BesidePhotos photos={photos} itemOf={(item) => itemLabel(dataset, target.kind, item, i18n.language)}>
        <VisitAnswers visit={visit} />
      </BesidePhotos>
      {records.map((record) => (
        <RecordPaper key={record.id} record={record} />
      ))}
    </article>
  )
}

/** What is said of who signed a visit; null where nobody was asked, or what was signed was corrected since. */
const useSignature = ({ target, records }: Visit) =>
  useLedger((all) => all.state.get(targetKey(target))?.signatures.get(records.at(-1)!.id) ?? null)

/** How far from the source, how exact, and how old the position of a visit was. */
function PositionLine({ spot }: { readonly spot: OnSpot }) {
  const { t } = useTranslation()
  const { at, position, accuracyMetres, measuredAt, distanceMetres: metres } = spot
  const minutes = measuredAt ? Math.round((Date.parse(at) - Date.parse(measuredAt)) / MINUTE_MS) : null
  const said = [
    metres !== null &&
      t('review.distance', {
        distance:
          metres < 1000
            ? t('review.metres', { count: Math.round(metres) })
            : t('review.kilometres', { count: Number((metres / 1000).toFixed(1)) }),
      }),
    accuracyMetres !== null && t('review.accuracy', { metres: Math.round(accuracyMetres) }),
    minutes !== null && minutes > 0 && t('review.age', { minutes }),
  ]
  return <p className="quiet">{position ? said.filter(Boolean).join(DOT) : t('review.noPosition')}</p>
}
