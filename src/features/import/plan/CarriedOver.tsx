import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { type CarriedMeasure, type CarriedRule, dayOfRule, mayBeTimeless, WITHOUT_DAY } from '@/domain/plan/carry-over'
import { figureOfCheck } from '@/domain/rules/check-figure'
import type { UnreadRule } from '@/domain/rules/rule'
import { useOpened } from '@/store/chentu'
import { usePlanDesk } from '@/store/plan'
import {
  type CarryOver,
  choiceOf,
  continuedUnreadRules,
  measureKey,
  UNCHANGED_INTERVAL,
  undecidedRules,
} from '@/store/plan/carrying'
import { carryOverId } from '@/store/plan/open-decisions'
import { updatedParts } from '@/store/plan/updated-parts'
import { useDataWords } from '@/store/words/data-words'
import { DatePicker } from '@/ui/controls/DatePicker'
import { Select } from '@/ui/controls/Select'
import classes from './ClauseReview.module.css'

interface Props {
  readonly over: CarryOver
  readonly near: string
}

/**
 * What a clause carries over from last year's clause: its requirements, each with the chosen day, how its targets are
 * measured, and its named tasks. Nothing takes effect until the user confirms it.
 */
export function CarriedOver({ over, near }: Props) {
  const { t } = useTranslation()
  const { clause, earlier, rules, measures, unread, hasTasks } = over
  const tasks = usePlanDesk((state) => state.tasks)
  const takeTasks = usePlanDesk((state) => state.takeTasks)
  return (
    <>
      {rules.length + unread.length === 0 ? (
        <p className="quiet">{t('planReader.noRules')}</p>
      ) : (
        <fieldset className={classes.rules}>
          <legend>{t('planReader.rules')}</legend>
          <ul>
            {rules.map((rule) => (
              <RuleLine key={rule.earlier.id} rule={rule} near={near} />
            ))}
            {unread.map((rule) => (
              <UnreadLine key={rule.id} rule={rule} />
            ))}
          </ul>
          {hasTasks && (
            <label className={classes.check}>
              <input
                type="checkbox"
                checked={tasks.has(clause)}
                onChange={({ target }) => takeTasks(clause, target.checked)}
              />
              {t('planReader.takeTasks')}
            </label>
          )}
        </fieldset>
      )}
      {measures.length > 0 && (
        <fieldset className={classes.rules}>
          <legend>{t('planReader.measures')}</legend>
          <ul>
            {measures.map((each) => {
              const key = measureKey(clause, each.earlier)
              return <MeasureLine key={key} id={key} measure={each} />
            })}
          </ul>
        </fieldset>
      )}
      <Confirmation over={over} number={earlier.number} />
    </>
  )
}

/** Supports the list's keyboard navigation, like the fields of the clause. */
function Confirmation({ over, number }: { readonly over: CarryOver; readonly number: number }) {
  const { t, i18n } = useTranslation()
  const id = carryOverId(over.clause)
  const undecided = undecidedRules(
    usePlanDesk((state) => state.rules),
    over,
  )
  const isCurrent = usePlanDesk((state) => state.field === id)
  const isConfirmed = usePlanDesk((state) => state.confirmed.get(over.clause) === over.sign)
  const look = usePlanDesk((state) => state.look)
  const confirm = usePlanDesk((state) => state.confirm)
  const head = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isCurrent) head.current?.focus()
  }, [isCurrent])
  return (
    <div
      className={classes.field}
      data-decision={isConfirmed ? 'accepted' : 'open'}
      data-current={isCurrent || undefined}
    >
      <button
        ref={head}
        type="button"
        className={classes.head}
        data-field-head
        onFocus={() => look(over.clause, id)}
        onClick={() => confirm(over, !isConfirmed)}
      >
        <span className={classes.kind}>{t('planReader.kind.earlier')}</span>
        <span className={classes.words}>{t('planReader.goesOn', { number })}</span>
        <span className={classes.decision}>{t(`planReader.decision.${isConfirmed ? 'accepted' : 'open'}`)}</span>
      </button>
      {!isConfirmed && undecided.length > 0 && (
        <small className={classes.doubt} role="status">
          {t('planReader.undecided', {
            count: undecided.length,
            titles: undecided.map(({ title }) => inLanguage(title, i18n.language)).join(t('ui.comma')),
          })}
        </small>
      )}
    </div>
  )
}

function MeasureLine({ id, measure: { earlier, now } }: { readonly id: string; readonly measure: CarriedMeasure }) {
  const { t, i18n } = useTranslation()
  const isDeclined = usePlanDesk((state) => state.declined.has(id))
  const declineMeasure = usePlanDesk((state) => state.declineMeasure)
  const before = inLanguage(earlier.what, i18n.language)
  if (!now) return <li className="quiet">{t('planReader.measureLost', { before })}</li>
  return (
    <li>
      <label className={classes.check}>
        <input type="checkbox" checked={!isDeclined} onChange={({ target }) => declineMeasure(id, !target.checked)} />
        {t('planReader.measure', { before, now: inLanguage(now.what, i18n.language) })}
      </label>
    </li>
  )
}

/** A requirement that this version of the app can't read; the user decides whether it continues unchanged. */
function UnreadLine({ rule }: { readonly rule: UnreadRule }) {
  const { t, i18n } = useTranslation()
  const isKept = usePlanDesk((state) => continuedUnreadRules(state, [rule]).length > 0)
  const chooseUnread = usePlanDesk((state) => state.chooseUnread)
  return (
    <li>
      <label className={classes.check}>
        <input type="checkbox" checked={isKept} onChange={({ target }) => chooseUnread(rule, target.checked)} />
        {t('planReader.rule', { title: inLanguage(rule.title, i18n.language) })}
      </label>
      <small className={classes.doubt}>{t('planReader.ruleUnread')}</small>
    </li>
  )
}

/** True for doubts that are resolved by choosing the day, the figure, the interval or the lead department. */
const isOfChoice = (doubt: CarriedRule['doubts'][number]) =>
  doubt === 'day-missing' ||
  doubt === 'day-changed' ||
  doubt === 'figure-changed' ||
  doubt === 'figure-open' ||
  doubt === 'interval-changed' ||
  doubt === 'lead-open'

function RuleLine({ rule, near }: { readonly rule: CarriedRule; readonly near: string }) {
  const { t, i18n } = useTranslation()
  const { word } = useDataWords()
  const { dataset } = useOpened()
  const name = usePlanDesk((state) => state.name)
  const change = updatedParts(rule, dataset.settings, name)
  const comma = t('ui.comma')
  const choices = usePlanDesk((state) => state.rules)
  const chooseRule = usePlanDesk((state) => state.chooseRule)
  const { earlier, doubts, figure, others, intervals, parts, gone, joins } = rule
  const choice = choiceOf(choices, rule)
  const day = dayOfRule(earlier)
  const title = inLanguage(earlier.title, i18n.language)
  const isFigureOpen = doubts.includes('figure-open') && choice.figure === null
  const isIntervalOpen = doubts.includes('interval-changed') && choice.every === null
  const isLeadOpen = parts.length > 0 && choice.part === null
  const before = figureOfCheck(earlier.check)
  const figures = [...new Map(others.map((each) => [each.value, each])).values()].map(({ value, unit, what }) => ({
    value: String(value),
    label: t('planReader.ruleFigureOf', { value, unit: word(unit), what: inLanguage(what, i18n.language) }),
  }))
  // If only the day, figure, interval or lead was missing, choosing it also means that the requirement continues.
  const goesOn = doubts.every(isOfChoice) ? { keep: true } : {}
  const isAmong = figures.some(({ value }) => value === String(before))
  const said = {
    others: figures.map(({ label }) => label).join(t('ui.comma')),
    ...{ day: day ?? '', figure: figure ?? '', before: before ?? '' },
    ...{ gone: gone.join(t('ui.comma')), joins: joins.join(t('ui.comma')), lead: choice.lead.join(t('ui.comma')) },
    was: earlier.lead.join(t('ui.comma')),
    until: earlier.until ?? '',
    next: rule.day ?? '',
    every: intervals.map((each) => t(`planReader.every.${each}`)).join(comma) || t('planReader.every.standing'),
  }
  return (
    <li>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={choice.keep}
          disabled={(day !== null && choice.day === '') || isFigureOpen || isIntervalOpen || isLeadOpen}
          onChange={({ target }) => chooseRule(rule, { keep: target.checked })}
        />
        {t('planReader.rule', { title })}
      </label>
      {day !== null && (
        <DatePicker
          label={t('planReader.ruleDay', { title })}
          labelled="hidden"
          value={choice.day === WITHOUT_DAY ? '' : choice.day}
          near={near}
          onChange={(chosen) => chooseRule(rule, { day: chosen, ...(chosen === '' ? {} : goesOn) })}
        />
      )}
      {doubts.includes('day-missing') && mayBeTimeless(earlier) && (
        <label className={classes.check}>
          <input
            type="checkbox"
            aria-label={t('planReader.ruleTimelessOf', { title })}
            checked={choice.day === WITHOUT_DAY}
            onChange={({ target }) => chooseRule(rule, target.checked ? { day: WITHOUT_DAY, ...goesOn } : { day: '' })}
          />
          {t('planReader.ruleTimeless')}
        </label>
      )}
      {parts.length > 0 && (
        <Select
          label={t('planReader.ruleLead', { title })}
          labelled="hidden"
          value={choice.part === null ? '' : String(choice.part)}
          placeholder={t('planReader.ruleLeadOpen')}
          options={parts.map((lead, i) => ({
            value: String(i),
            label: t('planReader.ruleLeadOf', { lead: lead.join(t('ui.comma')), part: i + 1 }),
          }))}
          onChange={(chosen) => chooseRule(rule, { part: Number(chosen), ...goesOn })}
        />
      )}
      {doubts.includes('figure-open') && (
        <Select
          label={t('planReader.ruleFigure', { title })}
          labelled="hidden"
          value={choice.figure === null ? '' : String(choice.figure)}
          placeholder={t('planReader.ruleFigureOpen')}
          options={[
            ...figures,
            ...(isAmong ? [] : [{ value: String(before), label: t('planReader.ruleFigureStays', said) }]),
          ]}
          onChange={(chosen) => chooseRule(rule, { figure: Number(chosen), ...goesOn })}
        />
      )}
      {doubts.includes('interval-changed') && (
        <Select
          label={t('planReader.ruleInterval', { title })}
          labelled="hidden"
          value={choice.every ?? ''}
          placeholder={t('planReader.ruleIntervalOpen')}
          options={[
            ...intervals.map((every) => ({ value: every, label: t(`planReader.every.${every}`) })),
            { value: UNCHANGED_INTERVAL, label: t('planReader.ruleIntervalStays') },
          ]}
          onChange={(every) => chooseRule(rule, { every, ...goesOn })}
        />
      )}
      {change.support && (
        <small className={classes.doubt}>
          {t('planReader.ruleSupport', {
            before: (earlier.support ?? []).join(comma),
            now: change.support.join(comma) || t('rule.none'),
          })}
        </small>
      )}
      {earlier.basis !== undefined && (
        <small className={classes.doubt}>
          {change.basis === undefined
            ? t('planReader.ruleBasisStays', { basis: earlier.basis })
            : t('planReader.ruleBasis', { before: earlier.basis, now: change.basis })}
        </small>
      )}
      {doubts.map((doubt) => (
        <small key={doubt} className={classes.doubt}>
          {t(`planReader.carry.${doubt}`, said)}
        </small>
      ))}
    </li>
  )
}
