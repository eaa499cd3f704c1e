import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { grouped } from '@/domain/grouped'
import { countyName } from '@/domain/sources/county'
import type { CaseOpening } from '@/questions/case-openings'
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

/** So many of a sort stand at first. */
const FIRST = 5

/** What a case may be opened on and none was yet, each with its reason, by sort. A person presses; nothing is opened by itself. */
export function CaseProposals({ cases }: { readonly cases: readonly CaseView[] }) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const proposed = useAnswer(async (worker) => worker.caseOpenings())
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
      {[...grouped(left, ({ sort }) => sort)].map(([sort, some]) => (
        <Proposals key={sort} name={sortName(sort)} proposed={some} />
      ))}
    </section>
  )
}

/** Those of one sort. */
function Proposals({ name, proposed }: { readonly name: string; readonly proposed: readonly CaseOpening[] }) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const open = useCasePanel((state) => state.open)
  const [all, setAll] = useState(false)
  return (
    <details open className={classes.sort}>
      <summary>{t('cases.stageCount', { stage: name, count: proposed.length })}</summary>
      <ul className={classes.lines}>
        {(all ? proposed : proposed.slice(0, FIRST)).map((each) => (
          <li key={each.key} className={classes.proposal}>
            <b>{each.name}</b>
            <Button aria-label={t('cases.openOf', { name: each.name })} onClick={() => open(each)}>
              {t('cases.open')}
            </Button>
            <small>
              {[
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
      {!all && proposed.length > FIRST && (
        <Button onClick={() => setAll(true)}>{t('cases.showAll', { count: proposed.length })}</Button>
      )}
    </details>
  )
}
