import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { RecordPaper } from '@/features/explore/visits/paper/RecordPaper'
import { SpokenNotes } from '@/features/explore/visits/SpokenNotes'
import { changesOf, firstContent } from '@/ledger/changes'
import type { PhotoRef } from '@/ledger/references'
import { reviewBefore } from '@/ledger/review'
import { targetKey } from '@/ledger/shared-code'
import type { Visit } from '@/ledger/visit'
import { type VisitCircumstances, visitCircumstances } from '@/ledger/visit-circumstances'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { signatureLines } from '@/store/words/check-text'
import { isPhotoFlag } from '@/store/words/flags'
import { visitLine } from '@/store/words/inspection-line'
import { photoNames, photosLine } from '@/store/words/photo-names'
import { useVisitFlags } from '@/store/words/visit-flags'
import { DOT } from '@/ui/dot'
import { PreviousReview } from './PreviousReview'
import { RecordWithPhotos } from './RecordWithPhotos'
import classes from './ReviewDialog.module.css'
import { ReviewHead } from './ReviewHead'
import { VisitAnswers } from './VisitAnswers'

const MINUTE_MS = 60_000

/** All details of a visit: doubts first, then evidence of time and place, answers, and photos. */
export function ReviewedVisit({ visit }: { readonly visit: Visit }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { records, photos, voices, target } = visit
  const { flags, reasons } = useVisitFlags()(visit)
  const before = reviewBefore(
    visit,
    useLedger((all) => all.reviews),
  )
  const isNew = ({ hash }: { readonly hash: string }) =>
    before !== null && !before.visit.photos.some((photo) => photo.hash === hash)
  const inOrder = [...photos].sort((a, b) => Number(isNew(b)) - Number(isNew(a)))
  const state = useLedger((all) => all.state.get(targetKey(target)))
  const spot = visitCircumstances(visit)
  const names = photoNames(t, dataset, target.kind, photos, i18n.language)
  const doubtsOf = ({ hash, markOf }: PhotoRef) =>
    [...new Set([...(spot.photoFlags.get(hash) ?? []), ...(spot.photoFlags.get(markOf ?? '') ?? [])])].map((flag) =>
      isPhotoFlag(flag) ? t(`check.photoFlag.${flag}`) : flag,
    )
  return (
    <article className={classes.visit} aria-label={target.name}>
      <ReviewHead name={target.name} records={records} flags={[...flags, ...reasons]}>
        {before && (
          <PreviousReview
            review={before.review}
            seen={before.visit}
            now={visit}
            changes={new Set(changesOf(before.visit, visit, []).map(({ item }) => item)).size}
          />
        )}
        <CorrectedFromLines spot={spot} />
      </ReviewHead>
      <p>{visitLine(t, dataset, visit, i18n.language)}</p>
      {signatureLines(t, state, visit).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <PositionLine spot={spot} />
      <SpokenNotes kind={target.kind} voices={voices} />
      <RecordWithPhotos
        photos={inOrder}
        isNew={isNew}
        nameOf={({ hash }) => photosLine(t, names, (each) => each === hash)}
        doubtsOf={doubtsOf}
      >
        <VisitAnswers visit={visit} before={before?.visit ?? firstContent(visit)} isReviewed={before !== null} />
      </RecordWithPhotos>
      {records.map((record) => (
        <RecordPaper key={record.id} record={record} target={target} />
      ))}
    </article>
  )
}

/** A distance in words: metres below 1000 m, else kilometres. */
const distanceOf = (t: TFunction<'texts'>, metres: number) =>
  metres < 1000
    ? t('review.metres', { count: Math.round(metres) })
    : t('review.kilometres', { count: Number((metres / 1000).toFixed(1)) })

/** How far from the source each correction was written, with its time if there are several. */
function CorrectedFromLines({ spot: { correctedFrom } }: { readonly spot: VisitCircumstances }) {
  const { t } = useTranslation()
  return correctedFrom.map(({ at, distanceMetres, accuracyMetres }) => {
    const line = t('review.correctedFrom', {
      distance: distanceOf(t, distanceMetres),
      metres: Math.round(accuracyMetres),
    })
    return (
      <p key={at}>{correctedFrom.length > 1 ? t('review.correctedFromAt', { at: localMinute(at), line }) : line}</p>
    )
  })
}

/** Distance from the source, accuracy and age of the visit's position. */
function PositionLine({ spot }: { readonly spot: VisitCircumstances }) {
  const { t } = useTranslation()
  const { at, position, accuracyMetres, measuredAt, distanceMetres: metres } = spot
  const minutes = measuredAt ? Math.round((Date.parse(at) - Date.parse(measuredAt)) / MINUTE_MS) : null
  const said = [
    metres !== null && t('review.distance', { distance: distanceOf(t, metres) }),
    accuracyMetres !== null && t('review.accuracy', { metres: Math.round(accuracyMetres) }),
    minutes !== null && minutes > 0 && t('review.age', { minutes }),
  ]
  return <p className="quiet">{position ? said.filter(Boolean).join(DOT) : t('review.noPosition')}</p>
}
