import { type FormEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { limitInMonth } from '@/domain/dustfall/limit-in-month'
import { limitOfPlan, possibleLimitStarts } from '@/domain/plan/limit-of-plan'
import type { Clause } from '@/domain/rules/clause'
import { loadEnglish } from '@/i18n'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { useLoadRecords } from '@/store/ledger/use-load-records'
import { useAttempt } from '@/store/page/use-attempt'
import { isYear, usePlanDesk } from '@/store/plan'
import { endingRules } from '@/store/plan/carrying'
import { matchWithPlanInForce } from '@/store/plan/in-force'
import { useOfficeTexts } from '@/store/words/office'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'
import { AdoptionSummary } from './AdoptionSummary'
import { KEEP_LIMIT, LimitChoice } from './LimitChoice'
import classes from './PlanReview.module.css'
import { RepeatedPlan } from './RepeatedPlan'

const LONGEST = { why: 200, by: 40 }

interface Props {
  readonly clauses: readonly Clause[]
  /** Number of open decisions. */
  readonly open: number
}

/** Lists what ends with last year's plan, asks who puts the new one in force and why, and puts it in force. */
export function AdoptPlan({ clauses: now, open }: Props) {
  const { t, i18n } = useTranslation()
  const officeText = useOfficeTexts()
  const { dataset, evaluation } = useOpened()
  const desk = usePlanDesk()
  const { proposal, drafts, name, links, limitChoice, repeat, why, by, setReason, putInForce } = desk
  const { author, setAuthor } = useLedger()
  const { running, problems, attempt } = useAttempt()
  const wanted = useId()
  const person = by ?? author

  // The author's name is stored with the records, so they are read here.
  useLoadRecords()

  // An older plan's limit and year would replace later ones.
  const isOlder = dataset.settings.plan !== undefined && isYear(name.year) && name.year < dataset.settings.year
  const planned = limitOfPlan(now)
  const { value: before } = limitInMonth(dataset.settings.dustfall, `${name.year}-12`)
  const otherLimit = planned && planned.value !== before ? planned : null
  const draft = drafts.find(({ number }) => number === otherLimit?.clause)
  const begins = possibleLimitStarts(proposal?.text.slice(draft?.start, draft?.end) ?? '', name.year, name.day)
  const from = limitChoice?.from ?? `${name.year}-01`
  const isValid = limitChoice?.isTaken === false || begins.some(({ month }) => month === from)
  const chosen = otherLimit && limitChoice?.value === otherLimit.value && isValid ? limitChoice : null

  const missing = [
    ...(open > 0 ? [t('planReader.wantedOpen', { count: open })] : []),
    ...(now.length === 0 ? [t('planReader.wantedClause')] : []),
    ...(name.title.trim() === '' ? [t('planReader.name')] : []),
    ...(name.day === '' ? [t('planReader.day')] : []),
    // While the two years differ, the days are still being read again for the changed year.
    ...(isYear(name.year) && name.year === proposal?.year && !isOlder ? [] : [t('planReader.year')]),
    ...(otherLimit && !chosen ? [t('planReader.limitLabel')] : []),
    ...(matchWithPlanInForce(dataset, name) && repeat === null ? [t('planReader.repeatLabel')] : []),
    ...(why.trim() === '' ? [t('planReader.why')] : []),
    ...(person.trim() === '' ? [t('planReader.by')] : []),
  ]
  const endingAll = endingRules(desk, dataset, evaluation.asOf)
  const kept = new Set(now.map(({ number }) => number))
  const ending = dataset.clauses
    .filter(({ number }) => !kept.has(links.get(number) ?? -1))
    .map((clause) => ({
      clause,
      count: endingAll.filter((rule) => rule.clause === clause.number).length,
    }))
  const endingElsewhere = endingAll.length - ending.reduce((sum, { count }) => sum + count, 0)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const said = { by: person.trim(), why: why.trim() }
    // The version contains the name anyway, so a failure to remember it on this device is ignored.
    if (said.by !== author) await setAuthor(said.by).catch(() => undefined)
    await attempt(async () => {
      // The data name them in both languages, whatever the language of the screen.
      const english = await loadEnglish()
      const titled = { title: name.title.trim(), ...otherLimit }
      const source = { zh: officeText('planReader.limitSource', titled), en: english('planReader.limitSource', titled) }
      const dustfallLimit = otherLimit && chosen?.isTaken ? { value: otherLimit.value, from, source } : null
      const words = {
        table: t('planReader.taskTable', { year: String(name.year) }),
        onTime: { zh: officeText('planReader.onTime'), en: english('planReader.onTime') },
      }
      const label = t('planReader.label', { title: name.title, ...said })
      return putInForce(dataset, { ...said, dustfallLimit, words }, label)
    })
  }

  return (
    <form className={classes.adoption} aria-label={t('planReader.putInForce')} onSubmit={(event) => void submit(event)}>
      {isOlder && (
        <p role="alert">{t('planReader.older', { year: String(name.year), now: String(dataset.settings.year) })}</p>
      )}
      {/* Closed until everything is decided, to leave the space to text and clauses. */}
      <details open={open === 0}>
        <summary className={classes.footer}>
          {open === 0 ? t('planReader.putInForce') : t('planReader.decideFirst', { count: open })}
        </summary>
        {dataset.clauses.length > 0 && (
          <p className="quiet">{t('yearEnd.before', { year: String(dataset.settings.year) })}</p>
        )}
        {open === 0 && <AdoptionSummary clauses={now} />}
        {ending.length > 0 && (
          <details>
            <summary>
              {t('planReader.ending', {
                count: ending.length,
                rules: endingAll.length,
              })}
            </summary>
            <ul>
              {ending.map(({ clause, count }) => (
                <li key={clause.number}>
                  {t(count > 0 ? 'planReader.endingLine' : 'planReader.earlierOf', {
                    number: clause.number,
                    title: inLanguage(clause.title, i18n.language),
                    count,
                  })}
                  <small className="quiet"> {inLanguage(clause.gist, i18n.language)}</small>
                </li>
              ))}
              {endingElsewhere > 0 && <li>{t('planReader.endingElsewhere', { count: endingElsewhere })}</li>}
            </ul>
          </details>
        )}
        <RepeatedPlan />
        {otherLimit && (
          <LimitChoice
            value={otherLimit.value}
            before={before}
            begins={begins}
            chosen={chosen && (chosen.isTaken ? from : KEEP_LIMIT)}
          />
        )}
        <div className={classes.line}>
          <label>
            <span>{t('planReader.why')}</span>
            <input value={why} maxLength={LONGEST.why} onChange={({ target }) => setReason({ why: target.value })} />
          </label>
          <label>
            <span>{t('planReader.by')}</span>
            <input
              value={person}
              size={10}
              maxLength={LONGEST.by}
              onChange={({ target }) => setReason({ by: target.value })}
            />
          </label>
          <Button
            type="submit"
            weight="primary"
            aria-describedby={missing.length > 0 ? wanted : undefined}
            disabled={running || missing.length > 0}
          >
            {t('planReader.putInForce')}
          </Button>
          {missing.length > 0 && (
            <span id={wanted} className="quiet">
              {t('planReader.wanted', { what: missing.join(t('ui.comma')) })}
            </span>
          )}
        </div>
        <Refused problems={problems} />
      </details>
    </form>
  )
}
