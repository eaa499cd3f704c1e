import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { isCalm, type WindWithCalmLimit } from '@/domain/cases/calm'
import type { CauseRule } from '@/domain/cases/settings'
import { COMPASS_DEGREES } from '@/domain/geodesy/compass'
import { STATUS_NAMES } from '@/domain/rules/status'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import { type LikelySources, listLikelySources } from '@/questions/cases/likely-sources'
import { useChentu, useOpened } from '@/store/chentu'
import { keyOf } from '@/store/view/view'
import { leftOutText, likelyText } from '@/store/words/case-words'
import { useCompassName } from '@/store/words/compass'
import { kindTitle } from '@/store/words/kinds'
import { distanceText } from '@/store/words/place'
import { DOT } from '@/ui/dot'
import classes from './LikelyList.module.css'

interface Props {
  /** Null until known, and if the case has no position. */
  readonly found: LikelySources | null
  /** Rule on which sources may be the cause; null if any may. */
  readonly causes: CauseRule | null
  /** The wind used for the search; null if unknown. */
  readonly wind: WindWithCalmLimit | null
  readonly hasPlace: boolean
}

/** Possible causes of what was noticed at a place, each with its status; pressing one opens it. */
export function LikelyList({ found, causes, wind, hasPlace }: Props) {
  const { t, i18n } = useTranslation()
  const { dataset, evaluation } = useOpened()
  const { cases, monitoring } = dataset
  const setView = useChentu((state) => state.setView)
  const nameOf = useCompassName()
  if (!hasPlace || !cases) return <p className="quiet">{t('cases.likelyNoPlace')}</p>
  const { metres, bandMetres, source, confirmed } = cases.likely
  const words = { km: metres / 1000, total: found?.total ?? 0, count: found?.likely.length ?? 0 }
  const leftOut = leftOutText(
    t,
    (found?.leftOut ?? []).map(({ kind, title, count }) => ({ kind, count, name: inLanguage(title, i18n.language) })),
  )
  return (
    <details open>
      <summary>{t('cases.likely')}</summary>
      {found?.total === 0 ? (
        <p>{t('cases.likelyNone')}</p>
      ) : (
        <p className="quiet">
          {likelyText(t, wind, words)}
          {t('cases.likelyOrder', { metres: bandMetres })}
        </p>
      )}
      {found?.own && <p className="quiet">{t('cases.ownFirst', { count: words.count + 1 })}</p>}
      <ul className={classes.likely}>
        {listLikelySources(found).map((each, place) => (
          <li key={each.source}>
            <span>
              {place + 1} <SourceSymbol kind={each.kind} status={STATUS_NAMES[each.status]!} />
            </span>
            <button type="button" onClick={() => setView({ mode: 'explore', selected: keyOf(each) })}>
              {each.name}
            </button>
            <small>
              {[
                each === found?.own && t('cases.ownSite', { kind: kindTitle(dataset.kinds, each.kind, i18n.language) }),
                each.dataClass === 'illustrative' && t('cases.illustrative'),
                t(`status.${STATUS_NAMES[each.status]!}`),
                each.overdueDays > 0 && t('cases.likelyOverdue', { count: each.overdueDays }),
                each.metres >= 1 &&
                  t('cases.likelyWhere', {
                    direction: nameOf(Math.round(each.azimuth / COMPASS_DEGREES)),
                    distance: distanceText(t, each.metres),
                  }),
              ]
                .filter(Boolean)
                .join(DOT)}
            </small>
          </li>
        ))}
      </ul>
      {leftOut !== '' && causes && (
        <p className="quiet">
          {leftOut}
          {t('cases.leftOutRule', { source: inLanguage(causes.source, i18n.language) })}
          {!causes.confirmed && ` ${t('warning.unconfirmed')}`}
        </p>
      )}
      {found && <p className="quiet">{t('cases.likelyBasis', { day: evaluation.asOf })}</p>}
      {wind && isCalm(wind) && monitoring?.rose && wind.calmBelow !== undefined && (
        <p className="quiet">
          {t('cases.calmRule', { source: inLanguage(monitoring.rose.source, i18n.language) })}
          {!monitoring.rose.confirmed && ` ${t('warning.unconfirmed')}`}
        </p>
      )}
      <p className="quiet">
        {t('cases.rule', { source: inLanguage(source, i18n.language) })}
        {!confirmed && ` ${t('warning.unconfirmed')}`}
      </p>
    </details>
  )
}
