import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { useCasePanel } from '@/store/cases/case-panel'
import type { CaseView } from '@/store/cases/case-view'
import { useMinute } from '@/store/device/today'
import { durationText, stepDueText } from '@/store/words/case-words'
import { DOT } from '@/ui/dot'
import classes from './CasesPanel.module.css'

/** A case in its stage's list: title, place, when it was noticed, age, and what is due next. A press opens its card. */
export function CaseLine({ of, county }: { readonly of: CaseView; readonly county: string }) {
  const { t } = useTranslation()
  const show = useCasePanel((state) => state.show)
  const now = useMinute()
  const { id, title, opened, next, isLate, wasLate, age, record, stage } = of
  const { turn } = record.standing
  const isBad = isLate || record.standing.contested
  return (
    <li>
      <button type="button" className={classes.line} onClick={() => show(id)}>
        <b>{title}</b>
        {opened?.illustrative && (
          <span className="badge" data-class="illustrative">
            {t('cases.illustrative')}
          </span>
        )}
        <small>
          {[opened?.sortName, county, opened && localMinute(opened.observed), age !== null && durationText(t, age)]
            .filter(Boolean)
            .join(DOT)}
        </small>
        {isBad && stage !== 'withdrawn' && (
          <small className={classes.bad}>
            {record.standing.contested
              ? t('cases.contested')
              : next?.state === 'overdue'
                ? stepDueText(t, next, now)
                : t('cases.late')}
          </small>
        )}
        {!isBad && next && <small>{stepDueText(t, next, now)}</small>}
        {turn > 1 && (
          <small className={wasLate ? classes.bad : undefined}>
            {[t('cases.turn', { count: turn }), wasLate && t('cases.wasLate')].filter(Boolean).join(DOT)}
          </small>
        )}
        {!opened && <small className={classes.bad}>{t('cases.orphan')}</small>}
      </button>
    </li>
  )
}
