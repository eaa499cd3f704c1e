import { useTranslation } from 'react-i18next'
import { STATUS_NAMES } from '@/domain/rules/status'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu } from '@/store/chentu'
import { keyOf } from '@/store/view/view'
import { useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import panel from '@/ui/panel.module.css'
import { Skeleton } from '@/ui/states/Skeleton'
import { TallyBar } from '@/ui/TallyBar'
import classes from './VisitsPanel.module.css'

/** Sources without a visit for this many days are listed. */
const DAYS = 30
const MOST = 100

/** The number of visited sources per kind, and the worst of those not visited. */
export function Coverage() {
  const { t } = useTranslation()
  const kindTexts = useKindTexts()
  const setView = useChentu((state) => state.setView)
  const coverage = useAnswer((worker) => worker.inspectionCoverage(DAYS, MOST))
  return (
    <>
      <p className={panel.heading}>{t('visits.coverage', { days: DAYS })}</p>
      {coverage === null && <Skeleton lines={9} />}
      {coverage?.byKind.map(({ kind, visited, total }) => (
        <div key={kind} className={classes.kind}>
          <span>{kindTexts.title(kind)}</span>
          <b>{t('visits.of', { visited, total })}</b>
          <TallyBar
            parts={[
              { name: 'fine', count: visited },
              { name: 'rest', count: total - visited },
            ]}
          />
        </div>
      ))}
      {coverage && (
        <>
          <p className={panel.heading}>{t('visits.neglected', { count: coverage.neglected, days: DAYS })}</p>
          <ol className={classes.visits}>
            {coverage.worst.map(({ source, kind, code, sameCode, name, status, inspectedOn }) => (
              <li key={source}>
                <Button weight="quiet" onClick={() => setView({ selected: keyOf({ kind, code, sameCode }) })}>
                  <SourceSymbol kind={kind} status={STATUS_NAMES[status]!} /> {name}
                </Button>
                <small className="quiet">
                  {inspectedOn ? t('near.lastSeen', { day: inspectedOn }) : t('near.neverSeen')}
                </small>
              </li>
            ))}
          </ol>
          {coverage.neglected > coverage.worst.length && (
            <p className="quiet">{t('visits.first', { count: coverage.worst.length })}</p>
          )}
        </>
      )}
    </>
  )
}
