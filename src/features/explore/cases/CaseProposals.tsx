import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { countyName } from '@/domain/sources/county'
import { useAnswer } from '@/store/answers/use-answer'
import { useCasePanel } from '@/store/cases/case-panel'
import { type CaseView, openedFrom } from '@/store/cases/case-view'
import { useDataset } from '@/store/chentu'
import { reasonText } from '@/store/words/case-words'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import panel from '@/ui/panel.module.css'
import { Skeleton } from '@/ui/states/Skeleton'
import classes from './CasesPanel.module.css'

/** So many stand at first. */
const FIRST = 12

/** What a case may be opened on and none was yet, each with its reason. A person presses; nothing is opened by itself. */
export function CaseProposals({ cases }: { readonly cases: readonly CaseView[] }) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const open = useCasePanel((state) => state.open)
  const proposed = useAnswer(async (worker) => worker.caseOpenings())
  const [all, setAll] = useState(false)
  const done = openedFrom(cases)
  const left = proposed?.filter(({ key }) => !done.has(key)) ?? []
  const sortName = (id: string) => {
    const sort = dataset.cases?.sorts.find((each) => each.id === id)
    return sort ? inLanguage(sort.title, i18n.language) : id
  }
  return (
    <section aria-label={t('cases.proposals', { count: left.length })}>
      <h3 className={panel.heading}>{t('cases.proposals', { count: left.length })}</h3>
      <p className="quiet">{t('cases.proposalsHelp')}</p>
      {proposed === null && <Skeleton lines={5} />}
      {proposed !== null && left.length === 0 && <p>{t('cases.noProposals')}</p>}
      <ul className={classes.lines}>
        {(all ? left : left.slice(0, FIRST)).map((each) => (
          <li key={each.key} className={classes.proposal}>
            <b>{each.name}</b>
            <Button aria-label={t('cases.openOf', { name: each.name })} onClick={() => open(each)}>
              {t('cases.open')}
            </Button>
            <small>
              {[
                sortName(each.sort),
                each.county === '' ? t('cases.noCounty') : countyName(dataset, each.county, i18n.language),
                reasonText(t, each),
                each.isIllustrative && t('cases.illustrative'),
              ]
                .filter(Boolean)
                .join(DOT)}
            </small>
          </li>
        ))}
      </ul>
      {!all && left.length > FIRST && (
        <Button onClick={() => setAll(true)}>{t('cases.showAll', { count: left.length })}</Button>
      )}
    </section>
  )
}
