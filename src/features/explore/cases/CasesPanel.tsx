import { useTranslation } from 'react-i18next'
import { UnsavedForms } from '@/features/cases/UnsavedForms'
import { useCasePanel } from '@/store/cases/case-panel'
import type { CaseView } from '@/store/cases/case-view'
import { useCases } from '@/store/cases/use-cases'
import { useChentu, useOpened } from '@/store/chentu'
import { Button } from '@/ui/controls/Button'
import panel from '@/ui/panel.module.css'
import { Skeleton } from '@/ui/states/Skeleton'
import { ByClockNote } from './ByClockNote'
import { CaseBoard } from './CaseBoard'
import { CaseCard } from './CaseCard'
import { CaseProposals } from './CaseProposals'
import classes from './CasesPanel.module.css'
import { caseMarks, withoutPlace } from './case-marks'
import { OpenCase } from './OpenCase'

/** 异常处置: cases of abnormal values by stage, the card of a case, and proposals for new cases. */
export function CasesPanel() {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const cases = useCases()
  const { opening, show, open } = useCasePanel()
  const shown = useChentu(({ view }) => view.case)
  const chosen = cases?.find(({ id }) => id === shown)
  if (opening !== null) return <OpenCase key={opening === 'hand' ? 'hand' : opening.key} opening={opening} />
  if (chosen) return <CaseCard key={chosen.id} of={chosen} onBack={() => show(null)} />
  return (
    <>
      <h2 className={panel.title}>{t('cases.title')}</h2>
      <p className="quiet">{t('cases.lead')}</p>
      {cases !== null && shown !== null && <p role="note">{t('cases.notHere')}</p>}
      <ByClockNote />
      {dataset.cases ? (
        <p className={classes.actions}>
          <Button weight="primary" onClick={() => open('hand')}>
            {t('cases.openByHand')}
          </Button>
        </p>
      ) : (
        <p role="note">{t('cases.noSettings')}</p>
      )}
      <UnsavedForms has={(group) => group.startsWith('case')} />
      {cases && <OnMap cases={cases} />}
      {cases === null ? <Skeleton lines={6} /> : <CaseBoard cases={cases} />}
      {dataset.cases && cases !== null && <CaseProposals cases={cases} />}
    </>
  )
}

/** How many open cases the map shows, and how many it can't. */
function OnMap({ cases }: { readonly cases: readonly CaseView[] }) {
  const { t } = useTranslation()
  const [marks, nowhere] = [caseMarks(t, cases, null, null).length, withoutPlace(cases)]
  if (marks + nowhere === 0) return null
  return (
    <p className="quiet">
      {marks > 0 && t('cases.map.legend')} {nowhere > 0 && t('cases.map.nowhere', { count: nowhere })}
    </p>
  )
}
