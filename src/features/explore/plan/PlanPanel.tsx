import { Fragment, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { Problem } from '@/domain/problem'
import type { Clause } from '@/domain/rules/clause'
import { clausesNaming, departmentNamesOf, departmentsNamed, type RowLead } from '@/domain/rules/departments'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import type { ClauseBasis } from '@/questions/plan/clause-basis'
import type { TargetValue } from '@/questions/plan/target-values'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu, useOpened } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { useAttempt } from '@/store/page/use-attempt'
import { useRuleDesk } from '@/store/rules'
import { useDataWords } from '@/store/words/data-words'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import { lazyPart } from '@/ui/lazy-part'
import panel from '@/ui/panel.module.css'
import { Refused } from '@/ui/Refused'
import { Skeleton } from '@/ui/states/Skeleton'
import { datasetWorker } from '@/workers/client'
import { ClauseFacts } from './ClauseFacts'
import { ClauseStanding } from './ClauseStanding'
import { ClauseWording, type PlanPlace, wordingKey } from './ClauseWording'
import { EarlierClause } from './EarlierClause'
import classes from './PlanPanel.module.css'
import { ClauseRules } from './rules/ClauseRules'
import { RuleDone } from './rules/RuleDone'
import { TargetLine } from './TargetLine'
import { UncheckedClauses } from './UncheckedClauses'
import { YearEndDialog } from './year-end/YearEndDialog'

const RuleEditor = lazyPart(() => import('./rules/RuleEditor'))
const ImportedRulesReview = lazyPart(() => import('./rules/ImportedRulesReview'))
const RuleFiles = lazyPart(() => import('./rules/RuleFiles'))

interface ClauseItemProps {
  readonly clause: Clause
  readonly open: boolean
  readonly values: readonly TargetValue[] | null
  /** Null until loaded. */
  readonly basis: ClauseBasis | null
}

function ClauseItem({ clause, open, values, basis }: ClauseItemProps) {
  const { t, i18n } = useTranslation()
  const setView = useChentu((state) => state.setView)
  const element = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (open) element.current?.scrollIntoView({ block: 'start' })
  }, [open])
  const say = (text: { zh: string; en: string }) => inLanguage(text, i18n.language)
  const countOf = (status: 'overdue' | 'failing') =>
    basis?.requirements.reduce((sum, { tally }) => sum + tally[status], 0) ?? 0
  // A folded clause shows its problems.
  const problems = (['overdue', 'failing'] as const).filter((status) => countOf(status) > 0)
  return (
    <details ref={element} className={classes.clause} open={open} data-clause={clause.number}>
      <summary>
        {t('plan.clause', { number: clause.number })} {say(clause.title)}
        {problems.map((status) => (
          <small key={status} className={classes.problems} data-status={status}>
            {t(`status.${status}`)} {countOf(status).toLocaleString('en')}
          </small>
        ))}
      </summary>
      <RuleDone clause={clause.number} />
      <p>{say(clause.gist)}</p>
      <ClauseWording clause={clause.number} of={null} />
      <dl>
        <ClauseFacts clause={clause} />
        {clause.targets.length > 0 && <dt>{t('plan.targets')}</dt>}
        {clause.targets.map((target, i) => (
          <TargetLine
            // biome-ignore lint/suspicious/noArrayIndexKey: the order is fixed, and two targets may have the same text
            key={`${i} ${target.what.zh}`}
            target={target}
            stands={values?.find(({ clause: number, target: place }) => number === clause.number && place === i)}
          />
        ))}
      </dl>
      <ClauseStanding clause={clause} basis={basis} />
      <ClauseRules clause={clause} />
      <Button weight="quiet" onClick={() => setView({ filters: { ...NO_FILTERS, clauses: [clause.number] } })}>
        {t('plan.show')}
      </Button>
    </details>
  )
}

/** The plan's clauses, or the editor of a requirement or of an imported requirements file. */
export function PlanPanel() {
  const draft = useRuleDesk((state) => state.draft)
  const brought = useRuleDesk((state) => state.brought)
  if (!draft && !brought) return <PlanClauses />
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      {draft && <RuleEditor key={draft.original?.id ?? ''} draft={draft} />}
      {brought && <ImportedRulesReview brought={brought} />}
    </Suspense>
  )
}

const NO_ROWS: readonly RowLead[] = []

/** The plan's clauses: summaries, and the official wording if the office has added its document. */
function PlanClauses() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const reading = useChentu((state) => state.view.clause)
  const setView = useChentu((state) => state.setView)
  const setWording = usePreferences((state) => state.setWording)
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<{ readonly of: object; readonly place: PlanPlace } | null>(null)
  const [department, setDepartment] = useState('')
  const { word } = useDataWords()
  const [message, setMessage] = useState('')
  const [isSummingUp, setSummingUp] = useState(false)
  const { problems, attempt } = useAttempt()
  const values = useAnswer((worker) => worker.targetValues())
  const bases = useAnswer((worker) => worker.clauseBases())

  // When a new plan comes into force the indexes shift, so the choice is dropped.
  const place = chosen?.of === dataset.earlierPlans ? chosen.place : null
  const earlier = place === null ? null : (dataset.earlierPlans[place] ?? null)
  const all = (earlier ?? dataset).clauses
  // Rows of tables belong to the plan in force.
  const rowLeads = earlier ? NO_ROWS : dataset.rowLeads
  const names = useMemo(
    () => (earlier ? departmentNamesOf([], earlier.clauses) : dataset.departmentNames),
    [dataset, earlier],
  )
  const offered = useMemo(() => departmentsNamed(all, rowLeads, names), [all, rowLeads, names])
  async function read(file: File | undefined): Promise<readonly Problem[]> {
    setMessage('')
    if (!file) return []
    // The plan shown, which may be an earlier one.
    const { year, plan } = earlier ?? dataset.settings
    const of = { year, title: plan?.zh ?? '', number: plan?.number ?? '', clauses: all }
    const { value: wording, problems } = await datasetWorker().planWording(file, of)
    if (wording === null) return problems
    setWording(wordingKey(dataset, place), wording)
    setMessage(t('plan.loaded', { count: wording.size }))
    return []
  }

  if (dataset.clauses.length === 0) return <p>{t('plan.none')}</p>
  const isOneOfSeveral = (year: number) => dataset.earlierPlans.filter((plan) => plan.year === year).length > 1
  const ended = all.filter(({ number }) => !earlier?.goesOn?.some(([from]) => from === number)).length
  function showClause(number: number) {
    setChosen(null)
    setDepartment('')
    setQuery('')
    setView({ clause: number })
  }
  const matches = all.filter(({ number, title, gist }) => {
    const text = `${number} ${inLanguage(title, i18n.language)} ${inLanguage(gist, i18n.language)}`
    return text.toLowerCase().includes(query.trim().toLowerCase())
  })
  const own = clausesNaming(matches, department, rowLeads, names)
  // Clauses that a department leads come first, then those it takes part in.
  const groups =
    department === ''
      ? [{ title: '', clauses: matches }]
      : [
          { title: t('plan.lead'), clauses: own.leads },
          { title: t('plan.takesPart'), clauses: own.takesPart },
        ].filter(({ clauses }) => clauses.length > 0)
  return (
    <>
      <h2 className={panel.title}>{t('plan.title')}</h2>
      <RuleDone clause={null} />
      <div className={classes.yearEnd}>
        {earlier?.asked !== null && <Button onClick={() => setSummingUp(true)}>{t('yearEnd.open')}</Button>}
        {/* A plan whose requirements cannot all be read has no year-end summary. */}
        {earlier?.asked === null && <p className="quiet">{t('yearEnd.earlier')}</p>}
      </div>
      {isSummingUp && <YearEndDialog place={place} onClose={() => setSummingUp(false)} />}
      {dataset.earlierPlans.length > 0 && (
        <Select
          label={t('plan.which')}
          value={place === null ? '' : String(place)}
          options={[
            { value: '', label: t('plan.inForce', { year: String(dataset.settings.year) }) },
            ...dataset.earlierPlans.map(({ year, plan }, i) => ({
              value: String(i),
              label: t('plan.earlier', { year: String(year) }) + (isOneOfSeveral(year) ? ` ${plan?.zh ?? ''}` : ''),
            })),
          ]}
          onChange={(next) => {
            setChosen(next === '' ? null : { of: dataset.earlierPlans, place: Number(next) })
            // Another plan names other departments.
            setDepartment('')
          }}
        />
      )}
      <Select
        label={t('plan.byDepartment')}
        value={department}
        options={[
          { value: '', label: t('layers.allDepartments') },
          ...offered.map((name) => ({ value: name, label: word(name) })),
        ]}
        onChange={setDepartment}
      />
      <input
        type="search"
        className={classes.search}
        aria-label={t('plan.search')}
        placeholder={t('plan.search')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <label
        className={classes.drop}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          const [file] = event.dataTransfer.files
          void attempt(() => read(file))
        }}
      >
        {t('plan.drop')}
        <input
          type="file"
          accept=".txt,.docx"
          className={classes.file}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            void attempt(() => read(file))
          }}
        />
      </label>
      <p role="status">{message}</p>
      <Refused problems={problems} />
      {!earlier && (
        <Suspense fallback={<Skeleton lines={1} />}>
          <RuleFiles />
        </Suspense>
      )}
      {!earlier && <UncheckedClauses onShow={showClause} />}
      {earlier && (
        <p className="quiet">
          {t('plan.notInForce', { title: earlier.plan?.zh ?? '' })}
          {earlier.goesOn && t('plan.endedCount', { count: ended, on: all.length - ended })}
        </p>
      )}
      {groups.map(({ title, clauses }) => (
        <Fragment key={title}>
          {title !== '' && (
            <h3 className={panel.heading}>
              {title} {clauses.length}
            </h3>
          )}
          {clauses.map((clause) =>
            earlier ? (
              <EarlierClause
                key={clause.number}
                clause={clause}
                plan={earlier}
                place={place}
                nextYear={dataset.earlierPlans[(place ?? 0) - 1]?.year ?? dataset.settings.year}
                onNext={place === 0 ? showClause : undefined}
              />
            ) : (
              <ClauseItem
                key={clause.number}
                clause={clause}
                open={clause.number === reading}
                values={values}
                basis={bases?.find((each) => each.clause === clause.number) ?? null}
              />
            ),
          )}
        </Fragment>
      ))}
    </>
  )
}
