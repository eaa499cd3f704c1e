import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { CaseType } from '@/domain/cases/settings'
import { countyName } from '@/domain/sources/county'
import type { ProposedCases } from '@/questions/cases/case-openings'
import { useAnswer } from '@/store/answers/use-answer'
import { useCasePanel } from '@/store/cases/case-panel'
import { type CaseView, openedFrom } from '@/store/cases/case-view'
import { useDataset } from '@/store/chentu'
import { READINGS_NAME, TRACKS_NAME } from '@/store/exports/exports-worker'
import { useDoubtVerdicts } from '@/store/ledger/use-doubt-verdicts'
import { openingName, proposalRules, proposalText } from '@/store/words/case-reason'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import panel from '@/ui/panel.module.css'
import { Skeleton } from '@/ui/states/Skeleton'
import { UnreadFiles } from '@/ui/UnreadFiles'
import classes from './CasesPanel.module.css'

/** Number of proposals per sort that are shown at first. */
const FIRST = 5

/** Proposed cases that are not opened yet, each with its reason, by sort. Only the user opens a case. */
export function CaseProposals({ cases }: { readonly cases: readonly CaseView[] }) {
  const { t } = useTranslation()
  const dataset = useDataset()
  const verdicts = useDoubtVerdicts()
  const [whole, setWhole] = useState<readonly string[]>([])
  const done = [...openedFrom(cases.map(({ record }) => record))].sort((a, b) => (a.key < b.key ? -1 : 1))
  const answer = useAnswer(
    async (worker) => worker.caseProposals([READINGS_NAME, TRACKS_NAME], done, FIRST, whole, verdicts),
    '',
    [JSON.stringify(done), whole, verdicts],
  )
  const proposed = answer?.proposed ?? null
  const left = (proposed ?? []).reduce((sum, { count }) => sum + count, 0)
  const heading = proposed === null ? t('cases.proposalsRead') : t('cases.proposals', { count: left })
  const sortOf = (id: string) => dataset.cases?.sorts.find((each) => each.id === id)
  return (
    <section aria-label={heading}>
      <h3 className={panel.heading}>{heading}</h3>
      <p className="quiet">{t('cases.proposalsHelp')}</p>
      {answer && <UnreadFiles says={t('monitoring.unreadable')} problems={answer.problems} />}
      {proposed === null && <Skeleton lines={5} />}
      {proposed !== null && left === 0 && <p>{t('cases.noProposals')}</p>}
      {proposed?.map((each) => (
        <Proposals
          key={each.sort}
          sort={sortOf(each.sort)}
          proposed={each}
          onAll={() => setWhole([...whole, each.sort])}
        />
      ))}
    </section>
  )
}

interface ProposalsProps {
  /** Undefined if the package no longer has the sort. */
  readonly sort: CaseType | undefined
  readonly proposed: ProposedCases
  onAll(): void
}

/** The proposals of one sort. */
function Proposals({ sort, proposed: { sort: id, count, first }, onAll }: ProposalsProps) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const open = useCasePanel((state) => state.open)
  return (
    <details open className={classes.sort}>
      <summary>{t('cases.stageCount', { stage: sort ? inLanguage(sort.title, i18n.language) : id, count })}</summary>
      {sort &&
        proposalRules(t, first, sort, i18n.language).map((rule) => (
          <p key={rule} className="quiet">
            {rule}
          </p>
        ))}
      <ul className={classes.lines}>
        {first.map((each) => (
          <li key={each.key} className={classes.proposal}>
            <b>{openingName(t, each)}</b>
            <Button aria-label={t('cases.openOf', { name: openingName(t, each) })} onClick={() => open(each)}>
              {t('cases.open')}
            </Button>
            <small>
              {[
                each.county === '' ? t('cases.noCounty') : countyName(dataset, each.county, i18n.language),
                proposalText(t, each),
                each.isIllustrative && t('cases.illustrative'),
              ]
                .filter(Boolean)
                .join(DOT)}
            </small>
          </li>
        ))}
      </ul>
      {count > first.length && <Button onClick={onAll}>{t('cases.showAll', { count })}</Button>}
    </details>
  )
}
