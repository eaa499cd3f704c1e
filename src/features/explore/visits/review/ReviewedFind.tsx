import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { SpokenNotes } from '@/features/explore/visits/SpokenNotes'
import { writerOf } from '@/ledger/device'
import { type Find, findBefore } from '@/ledger/find'
import { targetKey } from '@/ledger/shared-code'
import { useSameNear } from '@/store/answers/use-same-near'
import { useLedger } from '@/store/ledger'
import { useFoundWords } from '@/store/words/found-facts'
import { useSameNearText } from '@/store/words/same-near'
import { DOT } from '@/ui/dot'
import { FactList } from '@/ui/FactList'
import { PreviousReview } from './PreviousReview'
import { RecordWithPhotos } from './RecordWithPhotos'
import classes from './ReviewDialog.module.css'
import { ReviewHead } from './ReviewHead'

/**
 * All details of a found source: doubts first, then nearby sources that may be the same, the finder's record, and
 * photos.
 */
export function ReviewedFind({ find }: { readonly find: Find }) {
  const { t } = useTranslation()
  const words = useFoundWords()
  const sameNearText = useSameNearText()
  const { target, records, corrected, photos, voices } = find
  const [found] = records
  const visits = useLedger((all) => all.state.get(targetKey(target))?.visits)
  const before = findBefore(
    find,
    useLedger((all) => all.reviews),
  )
  const near = useSameNear(target, found.body.position)
  return (
    <article className={classes.visit} aria-label={target.name}>
      <ReviewHead name={target.name} records={records} flags={[...words.flags(found), ...near.map(sameNearText)]}>
        {before && <PreviousReview review={before.review} seen={before} now={find} changes={before.changes} />}
      </ReviewHead>
      <SpokenNotes kind={target.kind} voices={voices} />
      <RecordWithPhotos
        photos={photos}
        isNew={({ hash }) => before !== null && !before.photos.some((photo) => photo.hash === hash)}
        nameOf={() => t('sign.photoOfPlace')}
      >
        <div>
          <FactList facts={words.facts(found, visits ?? [])} />
          {corrected.length > 0 && (
            <section aria-label={t('spot.earlier')}>
              <h4>{t('spot.earlier')}</h4>
              {corrected.map((event) => (
                <p key={event.id} className="quiet">
                  {[localMinute(event.at), writerOf(event), event.body.target.name, ...words.said(event)].join(DOT)}
                </p>
              ))}
            </section>
          )}
        </div>
      </RecordWithPhotos>
    </article>
  )
}
