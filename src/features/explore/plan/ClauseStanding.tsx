import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { Clause } from '@/domain/rules/clause'
import { WORST_FIRST } from '@/domain/rules/status'
import { NO_FILTERS, withOnlyRequirement } from '@/domain/sources/view/filters'
import type { ClauseBasis } from '@/questions/plan/clause-basis'
import { useChentu, useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import { coverageText } from '@/store/words/measured-text'
import { useRequirementTexts } from '@/store/words/requirements'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import { Skeleton } from '@/ui/states/Skeleton'
import classes from './PlanPanel.module.css'
import { viewBehindMeasure } from './view-behind-measure'

interface Props {
  readonly clause: Clause
  /** Null until loaded. */
  readonly basis: ClauseBasis | null
}

/** How a clause stands and which data that rests on, or which table is missing. */
export function ClauseStanding({ clause, basis }: Props) {
  if (basis === null) return <Skeleton lines={2} />
  return (
    <dl>
      <Requirements basis={basis} />
      <Figures clause={clause} basis={basis} />
      <Sources clause={clause} basis={basis} />
    </dl>
  )
}

/** Each requirement with the standing of its sources; a press shows them. */
function Requirements({ basis: { requirements } }: { readonly basis: ClauseBasis }) {
  const { t } = useTranslation()
  const texts = useRequirementTexts()
  const setView = useChentu((state) => state.setView)
  if (requirements.length === 0) return null
  return (
    <>
      <dt>{t('plan.standing')}</dt>
      {requirements.map(({ key, rule, tally }) => (
        <dd key={key}>
          <Button weight="quiet" onClick={() => setView({ filters: withOnlyRequirement(NO_FILTERS, key) })}>
            {texts.title(rule)}
          </Button>
          <br />
          <span className="quiet">
            {WORST_FIRST.filter((name) => tally[name] > 0)
              .map((name) => `${t(`status.${name}`)} ${tally[name].toLocaleString('en')}`)
              .join(DOT)}
          </span>
        </dd>
      ))}
    </>
  )
}

/** Figures that the clause wants raised or lowered without a number to reach. */
function Figures({ clause: { figures = [] }, basis }: Props & { readonly basis: ClauseBasis }) {
  const { t, i18n } = useTranslation()
  const { word } = useDataWords()
  const { dataset } = useOpened()
  const setView = useChentu((state) => state.setView)
  if (figures.length === 0) return null
  return (
    <>
      <dt>{t('plan.figures')}</dt>
      {figures.map(({ what, unit, measure }, i) => {
        const measured = basis.figures[i] ?? null
        const behind = measured && viewBehindMeasure(measure, measured, dataset.kinds)
        return (
          <dd key={what.zh}>
            {inLanguage(what, i18n.language)}
            <br />
            {measured ? (
              <b>
                {t('targets.now', { value: Number(measured.value.toFixed(2)).toLocaleString('en'), unit: word(unit) })}
              </b>
            ) : (
              <span className="quiet">{t('targets.noneInYear', { year: String(dataset.settings.year) })}</span>
            )}{' '}
            {behind && (
              <Button weight="quiet" onClick={() => setView(behind)}>
                {t('requirement.behind')}
              </Button>
            )}{' '}
            <span className="quiet">{measured && coverageText(t, measured)}</span>
          </dd>
        )
      })}
    </>
  )
}

/** The tables that it rests on, and the missing ones. */
function Sources({ clause: { targets, needs = [] }, basis }: Props & { readonly basis: ClauseBasis }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { list } = useDataWords()
  const { title } = useKindTexts()
  const known = basis.sources.filter(({ of }) => of > 0)
  const missing = basis.sources.filter(({ of }) => of === 0)
  const points = targets.some(({ measure }) => measure?.of === 'worst-dustfall') ? dataset.dustfallPoints.length : 0
  const needed = [
    ...missing.map(({ kind }) => t('plan.needsTable', { kind: title(kind) })),
    ...needs.map((need) => inLanguage(need, i18n.language)),
  ]
  return (
    <>
      {(known.length > 0 || points > 0) && <dt>{t('plan.sources')}</dt>}
      {known.map(({ kind, about, of, dataClasses }) => (
        <dd key={kind}>
          {t(about === of ? 'plan.sourceOf' : 'plan.applies', {
            kind: title(kind),
            count: of,
            of,
            about,
            dataClass: list(dataClasses.map((each) => t(`dataClass.${each}`))),
          })}
        </dd>
      ))}
      {points > 0 && <dd>{t('plan.dustfall', { count: points })}</dd>}
      {needed.length > 0 && <dt>{t('plan.needs')}</dt>}
      {needed.map((need) => (
        <dd key={need} className={classes.needed}>
          {need}
        </dd>
      ))}
      {known.length + points + needed.length === 0 && <dd className="quiet">{t('plan.noStanding')}</dd>}
    </>
  )
}
