import { useTranslation } from 'react-i18next'
import { addMonths } from '@/domain/calendar'
import { tenth } from '@/domain/dustfall/rounding'
import { STATUS_NAMES } from '@/domain/rules/status'
import { countyName } from '@/domain/sources/county'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu, useOpened, useReport } from '@/store/chentu'
import { keyOf } from '@/store/view/view'
import panel from '@/ui/panel.module.css'
import { Skeleton } from '@/ui/states/Skeleton'

const NEAR_METRES = 3000
const MAX_POINTS = 8
const MAX_SOURCES = 5

/** Dustfall points that got worse since the compared month, and problems newly found near them. */
export function WorsenedPoints() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  const month = report?.month ?? ''
  const chosen = useChentu((state) => state.view.other)
  const setView = useChentu((state) => state.setView)
  const other = chosen ?? (report ? addMonths(report.month, -1) : '')
  const points = useAnswer(
    async (worker) => (month ? worker.worsenedPoints(month, other, NEAR_METRES, MAX_POINTS) : []),
    `${month} ${other}`,
  )
  const names = new Map(dataset.dustfallPoints.map(({ code, name }) => [code, name]))
  return (
    <details>
      <summary className={panel.heading}>{t('worse.title', { month: other })}</summary>
      <p className="quiet">{t('worse.help', { km: NEAR_METRES / 1000 })}</p>
      {points === null && <Skeleton lines={6} />}
      {points?.length === 0 && <p>{t('worse.none')}</p>}
      {points?.map(({ point, county, before, after, placed, failing, overdue, newly }) => (
        <section key={point} aria-label={names.get(point)}>
          <p>
            <b>{`${countyName(dataset, county, i18n.language)} ${names.get(point)} ${tenth(before)} → ${tenth(after)}`}</b>
            <br />
            <small>{placed ? t('worse.near', { failing, overdue, newly: newly.length }) : t('worse.unplaced')}</small>
          </p>
          {newly.slice(0, MAX_SOURCES).map((each) => (
            <button
              key={each.source}
              type="button"
              className={panel.item}
              onClick={() => setView({ selected: keyOf(each) })}
            >
              <SourceSymbol kind={each.kind} status={STATUS_NAMES[each.status]!} />
              <b>{each.name}</b>
              <small>{`${Math.round(each.metres)} ${t('near.metres')}`}</small>
            </button>
          ))}
        </section>
      ))}
    </details>
  )
}
