import { useTranslation } from 'react-i18next'
import { sourceOpening } from '@/domain/cases/opening-key'
import { COMPASS_DEGREES } from '@/domain/geodesy/compass'
import { STATUS_NAMES } from '@/domain/rules/status'
import classes from '@/features/cases/LikelyList.module.css'
import type { CaseOpened, LikelySource } from '@/ledger/case-bodies'
import { targetKey } from '@/ledger/fold'
import { returningReview } from '@/ledger/review'
import { firstRecordOf } from '@/ledger/visit'
import { isOwnSite } from '@/store/cases/own-site'
import { useChentu, useDataset } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { sourceKey } from '@/store/view/view'
import { leftOutText } from '@/store/words/case-words'
import { useCompassName } from '@/store/words/compass'
import { kindTitle } from '@/store/words/kinds'
import { distanceText } from '@/store/words/place'
import { seenText } from '@/store/words/seen-text'
import { DOT } from '@/ui/dot'

interface Props {
  readonly opened: CaseOpened
  /** Indexes of the sources that a team is to check. */
  readonly picked: ReadonlySet<number>
  onPick(picked: ReadonlySet<number>): void
}

/** The likely sources as recorded when the case was opened, and what checks have found there since. */
export function RecordedLikelySources({ opened, picked, onPick }: Props) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const setView = useChentu((state) => state.setView)
  const { state, reviews } = useLedger()
  const nameOf = useCompassName()
  const toggle = (place: number) => {
    const next = new Set(picked)
    if (!next.delete(place)) next.add(place)
    onPick(next)
  }
  const seenOf = (source: LikelySource): string => {
    const visits = (state.get(targetKey(source))?.visits ?? []).filter(
      (each) => Date.parse(firstRecordOf(each).at) >= Date.parse(opened.observed),
    )
    const counting = visits.findLast((each) => !returningReview(each, reviews))
    if (counting) return seenText(t, dataset, counting, i18n.language)
    const returned = visits.at(-1)
    return returned ? t('cases.seenReturned', { day: returned.day }) : ''
  }
  const standingText = (name: string) => {
    const known = STATUS_NAMES.find((each) => each === name)
    return known ? t(`status.${known}`) : name
  }
  const leftOut = leftOutText(t, opened.leftOut ?? [])
  return (
    <section aria-label={t('cases.likely')}>
      <h3>{t('cases.likely')}</h3>
      <p className="quiet">
        {t('cases.likelyKept')}
        {t('ui.semicolon')}
        {t('cases.likelyBasisKept')}
      </p>
      {leftOut !== '' && <p className="quiet">{leftOut}</p>}
      {opened.position && <p className="quiet">{t('cases.likelyNumbers')}</p>}
      {opened.position && <p>{t('cases.placeIsStop')}</p>}
      <ul className={classes.likely}>
        {opened.likely.map((each, place) => {
          const seen = seenOf(each)
          return (
            <li key={sourceOpening(each)}>
              <input
                type="checkbox"
                aria-label={t('cases.pick', { name: each.name })}
                checked={picked.has(place)}
                onChange={() => toggle(place)}
              />
              <button type="button" onClick={() => setView({ selected: sourceKey(each) })}>
                {place + 1} {each.name}
              </button>
              <small>
                {[
                  isOwnSite(opened, each) &&
                    t('cases.ownSite', { kind: kindTitle(dataset.kinds, each.kind, i18n.language) }),
                  standingText(each.standing),
                  each.overdueDays > 0 && t('cases.likelyOverdue', { count: each.overdueDays }),
                  each.metres > 0 &&
                    t('cases.likelyWhere', {
                      direction: nameOf(Math.round(each.azimuth / COMPASS_DEGREES)),
                      distance: distanceText(t, each.metres),
                    }),
                  seen,
                ]
                  .filter(Boolean)
                  .join(DOT)}
              </small>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
