import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { CauseRule } from '@/domain/cases/settings'
import { COMPASS_DEGREES } from '@/domain/geodesy/compass'
import { STATUS_NAMES } from '@/domain/rules/status'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import type { LikelyFound } from '@/questions/likely-sources'
import { useChentu, useDataset } from '@/store/chentu'
import { keyOf } from '@/store/view/view'
import { leftOutText } from '@/store/words/case-words'
import { useCompassName } from '@/store/words/compass'
import { distanceText } from '@/store/words/place'
import { DOT } from '@/ui/dot'
import classes from './CasesPanel.module.css'

interface Props {
  /** Null until it is known, and where there is no place. */
  readonly found: LikelyFound | null
  /** What of the sources may be the cause; null where any may. */
  readonly causes: CauseRule | null
  readonly isBlown: boolean
  readonly hasPlace: boolean
}

/** What may be the cause of what was noticed at a place, each with how it stands; a press opens it. */
export function LikelyList({ found, causes, isBlown, hasPlace }: Props) {
  const { t, i18n } = useTranslation()
  const { cases } = useDataset()
  const setView = useChentu((state) => state.setView)
  const nameOf = useCompassName()
  if (!hasPlace || !cases) return <p className="quiet">{t('cases.likelyNoPlace')}</p>
  const { metres, source, confirmed } = cases.likely
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
        <p className="quiet">{t(isBlown ? 'cases.likelyUpwind' : 'cases.likelyAround', words)}</p>
      )}
      <ul className={classes.likely}>
        {found?.likely.map((each) => (
          <li key={each.source}>
            <SourceSymbol kind={each.kind} status={STATUS_NAMES[each.status]!} />
            <button type="button" onClick={() => setView({ mode: 'explore', selected: keyOf(each) })}>
              {each.name}
            </button>
            <small>
              {[
                t(`status.${STATUS_NAMES[each.status]!}`),
                each.overdueDays > 0 && t('cases.likelyOverdue', { count: each.overdueDays }),
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
      <p className="quiet">
        {t('cases.rule', { source: inLanguage(source, i18n.language) })}
        {!confirmed && ` ${t('warning.unconfirmed')}`}
      </p>
    </details>
  )
}
