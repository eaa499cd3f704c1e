import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { grouped } from '@/domain/grouped'
import { countyName } from '@/domain/sources/county'
import {
  AGES,
  type Age,
  ALL_CASES,
  BOARD_STAGES,
  type BoardStage,
  type CaseView,
  caseBoard,
} from '@/store/cases/case-view'
import { useDataset } from '@/store/chentu'
import { ToggleChip } from '@/ui/controls/Chip'
import { Select } from '@/ui/controls/Select'
import panel from '@/ui/panel.module.css'
import { EmptyState } from '@/ui/states/EmptyState'
import { CaseLine } from './CaseLine'
import { CaseListExport } from './CaseListExport'
import classes from './CasesPanel.module.css'

const ANY = 'any'

/** The case board: number of cases per stage, filtered by age, county and department; the most urgent first. */
export function CaseBoard({ cases }: { readonly cases: readonly CaseView[] }) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const [filter, setFilter] = useState(ALL_CASES)
  if (cases.length === 0)
    return (
      <>
        <EmptyState message={t('cases.none')} />
        {dataset.cases && <p className="quiet">{t('cases.noneHow')}</p>}
      </>
    )
  const { counts, shown } = caseBoard(cases, filter)
  const counties = [...new Set(cases.map(({ opened }) => opened?.county ?? ''))]
  const leads = [...new Set(cases.flatMap(({ opened }) => opened?.lead ?? []))]
  const nameOf = (code: string) => (code === '' ? t('cases.noCounty') : countyName(dataset, code, i18n.language))
  const toggle = (stage: BoardStage) => setFilter({ ...filter, stage: filter.stage === stage ? null : stage })
  const scope = [
    filter.stage && t(`cases.stage.${filter.stage}`),
    filter.county !== null && nameOf(filter.county),
    filter.lead,
    filter.age && t(`cases.age.${filter.age}`),
    filter.isLate && t('cases.onlyLate'),
  ]
    .filter(Boolean)
    .join(t('ui.comma'))
  return (
    <>
      <fieldset className={`plain ${classes.stages}`} aria-label={t('cases.stages')}>
        {BOARD_STAGES.filter((stage) => stage !== 'withdrawn' || counts.withdrawn > 0 || filter.stage === stage).map(
          (stage) => (
            <ToggleChip key={stage} pressed={filter.stage === stage} onToggle={() => toggle(stage)}>
              {t('cases.stageCount', { stage: t(`cases.stage.${stage}`), count: counts[stage] })}
            </ToggleChip>
          ),
        )}
      </fieldset>
      <div className={classes.filters}>
        <Select<string>
          label={t('cases.county')}
          value={filter.county === null ? ANY : `of ${filter.county}`}
          options={[
            { value: ANY, label: t('cases.allCounties') },
            ...counties.map((code) => ({ value: `of ${code}`, label: nameOf(code) })),
          ]}
          onChange={(value) => setFilter({ ...filter, county: value === ANY ? null : value.slice('of '.length) })}
        />
        <Select<string>
          label={t('cases.leads')}
          value={filter.lead || ANY}
          options={[{ value: ANY, label: t('cases.allLeads') }, ...leads.map((name) => ({ value: name, label: name }))]}
          onChange={(value) => setFilter({ ...filter, lead: value === ANY ? '' : value })}
        />
        <Select<Age | 'all'>
          label={t('cases.ages')}
          value={filter.age ?? 'all'}
          options={(['all', ...AGES] as const).map((value) => ({ value, label: t(`cases.age.${value}`) }))}
          onChange={(value) => setFilter({ ...filter, age: value === 'all' ? null : value })}
        />
        <ToggleChip pressed={filter.isLate} onToggle={() => setFilter({ ...filter, isLate: !filter.isLate })}>
          {t('cases.onlyLate')}
        </ToggleChip>
      </div>
      {shown.length > 0 && <CaseListExport cases={shown} scope={scope} nameOf={nameOf} />}
      {shown.length === 0 && <p role="status">{t('cases.nothingLeft')}</p>}
      {[...grouped(shown, ({ stage }) => stage)].map(([stage, some]) => (
        <section key={stage} aria-label={t(`cases.stage.${stage}`)}>
          <h3 className={panel.heading}>
            {t(`cases.stage.${stage}`)}
            <span>{some.length}</span>
          </h3>
          <ul className={classes.lines}>
            {some.map((each) => (
              <CaseLine key={each.id} of={each} county={nameOf(each.opened?.county ?? '')} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
