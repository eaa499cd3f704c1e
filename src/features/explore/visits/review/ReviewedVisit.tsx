import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { RecordPaper } from '@/features/explore/visits/paper/RecordPaper'
import { SpokenNotes } from '@/features/explore/visits/SpokenNotes'
import { firstWords } from '@/ledger/changes'
import type { PhotoRef } from '@/ledger/event'
import { targetKey } from '@/ledger/fold'
import { type OnSpot, onSpot } from '@/ledger/on-spot'
import { reviewBefore, reviewOf } from '@/ledger/review'
import type { Visit } from '@/ledger/visit'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { signatureLine } from '@/store/words/check-text'
import { isPhotoFlag } from '@/store/words/flags'
import { visitLine } from '@/store/words/inspection-line'
import { photoNames, photosLine } from '@/store/words/photo-names'
import { useVisitFlags } from '@/store/words/visit-flags'
import { DOT } from '@/ui/dot'
import classes from './ReviewDialog.module.css'
import { ReviewedBefore } from './ReviewedBefore'
import { ReviewPhoto } from './ReviewPhoto'
import { VisitAnswers } from './VisitAnswers'

const MINUTE_MS = 60_000

/** All that is known of one visit: what stands out first, how well it is vouched for, what was said, and its photos. */
export function ReviewedVisit({ visit }: { readonly visit: Visit }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const reviews = useLedger((all) => all.reviews)
  const { records, photos, voices, target } = visit
  const { flags, reasons } = useVisitFlags()(visit)
  const said = reviewOf(records, reviews)
  const before = reviewBefore(visit, reviews)
  const isNew = ({ hash }: { readonly hash: string }) =>
    before !== null && !before.visit.photos.some((photo) => photo.hash === hash)
  const inOrder = [...photos].sort((a, b) => Number(isNew(b)) - Number(isNew(a)))
  const signature = useSignature(visit)
  const spot = onSpot(visit)
  const names = photoNames(t, dataset, target.kind, photos, i18n.language)
  const doubtsOf = ({ hash, markOf }: PhotoRef) =>
    [...new Set([...(spot.photoFlags.get(hash) ?? []), ...(spot.photoFlags.get(markOf ?? '') ?? [])])].map((flag) =>
      isPhotoFlag(flag) ? t(`check.photoFlag.${flag}`) : flag,
    )
  /** Hash of the photo that is enlarged; '' where none is. */
  const [large, setLarge] = useState('')
  return (
    <article className={classes.visit} aria-label={target.name}>
      <h3>{target.name}</h3>
      {before && <ReviewedBefore before={before} visit={visit} />}
      <p className={classes.said} data-verdict={said?.verdict}>
        {said
          ? t('review.said', {
              verdict: t(`review.verdict.${said.verdict}`),
              who: said.author || t('desk.noAuthor'),
              at: localMinute(said.at),
              note: said.note,
            })
          : t('review.waiting')}
      </p>
      {flags.length + reasons.length > 0 ? (
        <ul className={classes.flags} aria-label={t('review.flags')}>
          {[...flags, ...reasons].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{t('review.noFlags')}</p>
      )}
      <p>{visitLine(t, dataset, visit, i18n.language)}</p>
      {signature && <p>{signatureLine(t, signature)}</p>}
      <PositionLine spot={spot} />
      <SpokenNotes kind={target.kind} voices={voices} />
      {photos.length === 0 && <p className="quiet">{t('review.noPhotos')}</p>}
      <div className={classes.sides} data-photos={photos.length > 0 && large === ''}>
        <VisitAnswers visit={visit} before={before?.visit ?? firstWords(visit)} isReviewed={before !== null} />
        <ul className={classes.photos}>
          {inOrder.map((photo) => (
            <ReviewPhoto
              key={photo.hash}
              photo={photo}
              isNew={isNew(photo)}
              isLarge={large === photo.hash}
              onEnlarge={() => setLarge(large === photo.hash ? '' : photo.hash)}
              name={photosLine(t, names, (hash) => hash === photo.hash)}
              doubts={doubtsOf(photo)}
            />
          ))}
        </ul>
      </div>
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
