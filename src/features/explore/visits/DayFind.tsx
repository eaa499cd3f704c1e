import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Find } from '@/ledger/find'
import { SOURCE_ZOOM } from '@/map/engine/zooms'
import { useChentu } from '@/store/chentu'
import { useReviewSitting } from '@/store/page/review-sitting'
import { useFoundWords } from '@/store/words/found-facts'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import { ReviewMark } from './review/ReviewMark'
import classes from './VisitsPanel.module.css'

/** A found source in the day's list: what and where it is, doubts, and who found it. A press shows it on the map. */
export function DayFind({ find }: { readonly find: Find }) {
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  const words = useFoundWords()
  const { target, records, photos } = find
  const [found] = records
  const [lon, lat] = found.body.position
  const flags = words.flags(found)
  const [who, ...mended] = words.finder(found)
  const isSeen = useReviewSitting(({ seen }) => seen === found.id)
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    // Keeps the record under review in sight as the review moves on.
    if (isSeen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isSeen])
  return (
    <li ref={line} aria-current={isSeen || undefined}>
      <Button weight="quiet" onClick={() => setView({ camera: { lon, lat, zoom: SOURCE_ZOOM } })}>
        {target.name}
      </Button>
      <p className={classes.kinds}>
        <span>{t('review.kind.discovery')}</span>
        {words.head(found).map((each) => (
          <span key={each}>{each}</span>
        ))}
      </p>
      {flags.length > 0 && (
        <p className={classes.flags}>{t('review.flagged', { flags: flags.join(t('ui.semicolon')) })}</p>
      )}
      <p className="quiet">
        {[who, photos.length > 0 && t('check.photos', { count: photos.length }), found.body.note, ...mended]
          .filter(Boolean)
          .join(DOT)}
      </p>
      <ReviewMark of={find} />
    </li>
  )
}
