import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { type CarriedRule, dayOfRule, figureOfCheck } from '@/domain/plan/carry-over'
import { choiceOf, usePlanDesk } from '@/store/plan'
import { DatePicker } from '@/ui/controls/DatePicker'
import classes from './ClauseReview.module.css'

interface Props {
  readonly rules: readonly CarriedRule[]
  readonly near: string
}

/** The requirements that stood under last year's clause: each goes on unless it is taken off, by the day that is chosen. */
export function CarriedRules({ rules, near }: Props) {
  const { t } = useTranslation()
  if (rules.length === 0) return <p className="quiet">{t('planReader.noRules')}</p>
  return (
    <fieldset className={classes.rules}>
      <legend>{t('planReader.rules')}</legend>
      <ul>
        {rules.map((rule) => (
          <RuleLine key={rule.earlier.id} rule={rule} near={near} />
        ))}
      </ul>
    </fieldset>
  )
}

function RuleLine({ rule, near }: { readonly rule: CarriedRule; readonly near: string }) {
  const { t, i18n } = useTranslation()
  const choices = usePlanDesk((state) => state.rules)
  const chooseRule = usePlanDesk((state) => state.chooseRule)
  const { earlier, doubts, figure } = rule
  const choice = choiceOf(choices, rule)
  const day = dayOfRule(earlier)
  const title = inLanguage(earlier.title, i18n.language)
  const said = { day: day ?? '', figure: figure ?? '', before: figureOfCheck(earlier.check) ?? '' }
  return (
    <li>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={choice.keep}
          disabled={day !== null && choice.day === ''}
          onChange={({ target }) => chooseRule(earlier.id, { ...choice, keep: target.checked })}
        />
        {t('planReader.rule', { title })}
      </label>
      {day !== null && (
        <DatePicker
          label={t('planReader.ruleDay', { title })}
          labelled="hidden"
          value={choice.day}
          near={near}
          onChange={(chosen) => chooseRule(earlier.id, { keep: chosen !== '', day: chosen })}
        />
      )}
      {doubts.map((doubt) => (
        <small key={doubt} className={classes.doubt}>
          {t(`planReader.carry.${doubt}`, said)}
        </small>
      ))}
    </li>
  )
}
