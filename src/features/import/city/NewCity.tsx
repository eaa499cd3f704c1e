import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import {
  CITY_STEPS,
  type CityDraft,
  type CityStep,
  DRAFT_STEPS,
  draftFaults,
  LAST_OF_DRAFT,
} from '@/domain/city/city-draft'
import { useChentu } from '@/store/chentu'
import { useCity } from '@/store/city'
import { useAttempt } from '@/store/page/use-attempt'
import { Button } from '@/ui/controls/Button'
import { HeadingWithHelp } from '@/ui/HeadingWithHelp'
import { Refused } from '@/ui/Refused'
import { CentreStep } from './CentreStep'
import { Faults } from './Faults'
import { LimitStep } from './LimitStep'
import { NamesStep } from './NamesStep'
import classes from './NewCity.module.css'
import { OutlinesStep } from './OutlinesStep'
import { PublishStep } from './PublishStep'
import { RankedStep } from './RankedStep'
import { StepList } from './StepList'

/**
 * Components of the steps that work on the package itself. The data screen passes them in as
 * soon as the package exists.
 */
export type PackageSteps = Readonly<Record<'plan' | 'tables', React.ComponentType>>

type DraftStep = React.ComponentType<{ readonly draft: CityDraft }>

const BODY: Readonly<Record<Exclude<CityStep, keyof PackageSteps>, DraftStep>> = {
  outlines: OutlinesStep,
  names: NamesStep,
  ranked: RankedStep,
  centre: CentreStep,
  limit: LimitStep,
  publish: PublishStep,
}

interface Props {
  /** Leaves the setup and keeps the draft; absent if there is no page to go back to. */
  readonly onLeave?: () => void
  /** Absent if no package is open. */
  readonly steps?: PackageSteps
}

/** The setup of a new city, step by step in either direction. */
export default function NewCity(props: Props) {
  const draft = useCity((state) => state.draft)
  return draft && <Steps draft={draft} {...props} />
}

function Steps({ draft, onLeave, steps }: Props & { readonly draft: CityDraft }) {
  const { t, i18n } = useTranslation()
  const goTo = useCity((state) => state.goTo)
  const found = useCity((state) => state.found)
  const end = useCity((state) => state.end)
  const { running, problems, attempt } = useAttempt()
  const [isLeaving, setLeaving] = useState(false)
  const openName = useChentu((state) => state.opened?.dataset.name)
  const openCity = useChentu((state) => state.opened?.dataset.settings.city)
  // A different package may have been put in force since; its steps must not be mixed up with this draft's.
  const founded = draft.founded === openName ? draft.founded : null
  // Creating the package again would add a second city without the data imported into the first.
  const isAway = draft.founded !== null && founded === null
  const { changed } = draft
  const step = founded === null && !DRAFT_STEPS.includes(draft.step) ? LAST_OF_DRAFT : draft.step
  const place = CITY_STEPS.indexOf(step)
  const Part = step === 'plan' || step === 'tables' ? null : BODY[step]
  const PackageStep = step === 'plan' || step === 'tables' ? steps?.[step] : null
  const faults = draftFaults(draft)
  const isLastOfDraft = step === LAST_OF_DRAFT
  const name = draft.zh.trim() || t('city.unnamed')
  const make = () => attempt(() => found(t(founded === null ? 'city.label' : 'city.labelChange', { city: name })))
  const before = CITY_STEPS[place - 1]
  const after = CITY_STEPS[place + 1]
  return (
    <div className={classes.screen} data-testid="new-city">
      <div className={classes.side}>
        <HeadingWithHelp page="city">
          <h2>{t('city.title')}</h2>
        </HeadingWithHelp>
        <StepList step={step} isFounded={founded !== null} faults={faults} />
        <p className="quiet">{t('city.kept')}</p>
        <div className={classes.buttons}>
          {onLeave && (
            <Button weight="quiet" onClick={onLeave}>
              {t('city.back')}
            </Button>
          )}
          {founded === null && !isLeaving && (
            <Button weight="quiet" onClick={() => setLeaving(true)}>
              {t('city.discard')}
            </Button>
          )}
        </div>
        {isLeaving && (
          <div role="alert">
            <p>{t('city.discardAsk')}</p>
            <div className={classes.buttons}>
              <Button
                onClick={() => {
                  void end()
                  onLeave?.()
                }}
              >
                {t('city.discardYes')}
              </Button>
              <Button weight="quiet" onClick={() => setLeaving(false)}>
                {t('data.cancel')}
              </Button>
            </div>
          </div>
        )}
      </div>
      <div className={classes.main}>
        <header className={classes.head}>
          <h3>{t(`city.steps.${step}`)}</h3>
          <small className="quiet">{t('city.stepOf', { step: place + 1, count: CITY_STEPS.length })}</small>
        </header>
        <div className={classes.body}>
          {Part && <Part draft={draft} />}
          {PackageStep && <PackageStep />}
        </div>
        <footer className={classes.foot}>
          {isLastOfDraft ? (
            <Faults faults={faults} />
          ) : (
            <Faults faults={faults.filter((fault) => fault.step === step)} isHere />
          )}
          <Refused problems={problems} />
          {founded !== null && changed && <p role="status">{t('city.changed')}</p>}
          {isLastOfDraft && isAway && (
            <p role="alert">
              {t('city.away', { city: name, now: openCity ? inLanguage(openCity, i18n.language) : '—' })}
            </p>
          )}
          {isLastOfDraft && draft.founded === null && faults.length === 0 && openCity && (
            <p>{t('city.replaces', { city: name, now: inLanguage(openCity, i18n.language) })}</p>
          )}
          <p role="status">{running && t('city.working')}</p>
          <div className={classes.onward}>
            {before && <Button onClick={() => goTo(before)}>{t('city.before')}</Button>}
            {founded !== null && changed && !isLastOfDraft && (
              <Button disabled={running || faults.length > 0} onClick={() => void make()}>
                {t('city.save')}
              </Button>
            )}
            {isLastOfDraft && (founded === null || changed) ? (
              <Button weight="primary" disabled={running || faults.length > 0 || isAway} onClick={() => void make()}>
                {t(founded === null ? 'city.found' : 'city.save')}
              </Button>
            ) : (
              after && (
                // Steps on the package have their own primary button, which is pressed first.
                <Button weight={PackageStep ? 'secondary' : 'primary'} onClick={() => goTo(after)}>
                  {t('city.next')}
                </Button>
              )
            )}
          </div>
        </footer>
      </div>
    </div>
  )
}
