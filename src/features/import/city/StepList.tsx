import { useTranslation } from 'react-i18next'
import { CITY_STEPS, type CityStep, DRAFT_STEPS, type DraftFault } from '@/domain/city/city-draft'
import { useCity } from '@/store/city'
import classes from './NewCity.module.css'

const isOfDraft = (step: CityStep) => DRAFT_STEPS.includes(step)

interface Props {
  readonly step: CityStep
  readonly isFounded: boolean
  readonly faults: readonly DraftFault[]
}

/** All steps: which are filled in and which is shown. Those that need the package are enabled once it exists. */
export function StepList({ step: shown, isFounded, faults }: Props) {
  const { t } = useTranslation()
  const goTo = useCity((state) => state.goTo)
  const isProposed = useCity(({ draft }) => draft?.isCentreProposed === true)
  return (
    <ol className={classes.steps} aria-label={t('city.list')}>
      {CITY_STEPS.map((step, i) => {
        const isShut = !isOfDraft(step) && !isFounded
        const isOpen = faults.some((fault) => fault.step === step)
        const done = step === 'centre' && isProposed ? 'proposed' : 'done'
        const state = isShut ? 'later' : isOpen ? 'open' : isOfDraft(step) ? done : null
        return (
          <li key={step}>
            <button
              type="button"
              className={classes.step}
              aria-current={shown === step ? 'step' : undefined}
              data-state={state ?? undefined}
              disabled={isShut}
              onClick={() => goTo(step)}
            >
              <span className={classes.number}>{i + 1}</span>
              <span>
                {t(`city.steps.${step}`)}
                {state && <small>{t(`city.${state}`)}</small>}
              </span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
