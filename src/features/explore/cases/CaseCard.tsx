import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { countyName } from '@/domain/sources/county'
import { UnsavedForms } from '@/features/cases/UnsavedForms'
import type { CaseOpened } from '@/ledger/case-bodies'
import { writerOf } from '@/ledger/device'
import { useCasePanel } from '@/store/cases/case-panel'
import { type CaseView, reportedFinding } from '@/store/cases/case-view'
import { preselectedSources } from '@/store/cases/preselected-sources'
import { useCaseEffect } from '@/store/cases/use-case-effect'
import { useChentu, useDataset } from '@/store/chentu'
import { formsOfCase } from '@/store/device/form-drafts'
import { useMinute } from '@/store/device/today'
import { sourceKey } from '@/store/view/view'
import { casePlaceTexts, placeOfCase } from '@/store/words/case-place'
import { reasonItems } from '@/store/words/case-reason'
import { arrivalText, clockText, runsFromText, windText } from '@/store/words/case-words'
import { useCompassName } from '@/store/words/compass'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import { useFocusKept } from '@/ui/use-focus-kept'
import { ByClockNote } from './ByClockNote'
import { CaseActions } from './CaseActions'
import { CaseSheetExport } from './CaseSheetExport'
import classes from './CasesPanel.module.css'
import { CaseTimeline } from './CaseTimeline'
import { EffectOfCase } from './EffectOfCase'
import { PlaceTexts } from './PlaceTexts'
import { RecordedLikelySources } from './RecordedLikelySources'
import { useCaseOnMap } from './use-case-on-map'
import { useLikelyPlaces } from './use-likely-places'
import { Visitors } from './Visitors'

const PLACE_ZOOM = 14

interface Props {
  readonly of: CaseView
  onBack(): void
}

/** The likely sources that are ticked for a check, by index, and the move that led to these sources, if any. */
interface Picked {
  readonly at: string | undefined
  readonly picked: ReadonlySet<number>
}

/** A case in full: what it was opened on, its clocks, likely causes, its steps, and the next actions. */
export function CaseCard({ of, onBack }: Props) {
  const { t } = useTranslation()
  const now = useMinute()
  const { record, opened, title, stage, clocks } = of
  const { standing, withdrawn, moved } = record
  /** Evidence text (distance, doubts) of the arrival that gave a clock its `done` time. */
  const arrivalOf = (done: number) => {
    const step = standing.steps.find(({ event: { body } }) => body.step === 'arrived' && Date.parse(body.when) === done)
    return step ? arrivalText(t, step.event.body) : ''
  }
  const settings = useDataset().cases
  const first = () => (opened && settings ? preselectedSources(opened, settings.likely.ticked) : new Set<number>())
  const [{ at, picked }, setPicked] = useState<Picked>(() => ({ at: moved?.id, picked: first() }))
  // At another place, other sources are likely: what was ticked of them is no more. A form that is open stays.
  if (at !== moved?.id) setPicked({ at: moved?.id, picked: first() })
  const effect = useCaseEffect(of)
  const focus = useFocusKept<HTMLElement>(of.id)
  // The panel is still scrolled to where the previous form was.
  useEffect(() => {
    // In newer browsers scrollIntoView returns a promise, which must not be returned as a cleanup function.
    focus.current?.scrollIntoView({ block: 'start' })
  }, [focus])
  const likely = useLikelyPlaces(opened)
  const tried = useCasePanel((state) => state.tried)
  const stands = opened?.position
    ? {
        ...{ position: opened.position, isTapped: false, wind: opened.wind ?? null, likely },
        metres: opened.reachMetres ?? null,
      }
    : null
  useCaseOnMap(tried ?? stands)
  const isUnconfirmed = opened?.terms.some(({ confirmed }) => !confirmed)
  return (
    <article ref={focus} tabIndex={-1} className={classes.card} aria-label={title}>
      <p>
        <Button onClick={onBack}>{t('cases.back')}</Button>
      </p>
      <h2>{title}</h2>
      <p className={classes.badges}>
        <span className={classes.stage}>{t(`cases.stage.${stage}`)}</span>
        {standing.turn > 1 && <span>{t('cases.turn', { count: standing.turn })}</span>}
        {of.wasLate && <span className={classes.bad}>{t('cases.wasLate')}</span>}
        {opened?.illustrative && (
          <span className="badge" data-class="illustrative">
            {t('cases.illustrative')}
          </span>
        )}
      </p>
      {standing.contested && (
        <p role="alert" className={classes.bad}>
          {t('cases.contested')}
        </p>
      )}
      {!opened && <p role="note">{t('cases.orphan')}</p>}
      {withdrawn && (
        <p role="note">
          {t('cases.withdrawn', {
            reason: withdrawn.body.reason,
            who: writerOf(withdrawn),
            at: localMinute(withdrawn.at),
          })}
        </p>
      )}
      {clocks.length > 0 && (
        <>
          <ul className={classes.clocks}>
            {clocks.map((clock) => (
              <li key={clock.step} data-state={clock.state}>
                {[clockText(t, clock, now), clock.step === 'arrived' && clock.done !== null && arrivalOf(clock.done)]
                  .filter(Boolean)
                  .join(DOT)}
              </li>
            ))}
          </ul>
          <p className="quiet">
            {runsFromText(t, opened!, standing)}
            {isUnconfirmed && ` ${t('cases.unconfirmed')}`}
          </p>
          <ByClockNote />
        </>
      )}
      {opened && <Facts opened={opened} />}
      {effect && <EffectOfCase effect={effect} />}
      <UnsavedForms has={(group) => group === formsOfCase(of.id)} />
      <CaseActions of={of} picked={picked} />
      <CaseSheetExport of={of} />
      {opened?.visitors && <Visitors visitors={opened.visitors} />}
      {opened && opened.likely.length > 0 && (
        <RecordedLikelySources
          {...{ opened, picked }}
          isMoved={moved !== null}
          finding={reportedFinding(record)}
          onPick={(next) => setPicked({ at: moved?.id, picked: next })}
        />
      )}
      <CaseTimeline record={record} />
    </article>
  )
}

/** What a case was opened on, one statement per line. */
function Items({ of }: { readonly of: string }) {
  const items = reasonItems(of)
  if (items.length < 2) return of
  return (
    <ul className={classes.items}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}

/** What a case was opened on, with place and time. */
function Facts({ opened }: { readonly opened: CaseOpened }) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const setView = useChentu((state) => state.setView)
  const nameOf = useCompassName()
  const { position, county, wind, target, sortName, reason, observed, lead, note, visitors } = opened
  const place = placeOfCase(opened)
  const facts: (readonly [name: string, value: ReactNode] | null)[] = [
    [t('cases.form.sort'), sortName],
    [t('cases.why'), <Items key="why" of={reason} />],
    [t('cases.observed'), localMinute(observed)],
    place && [t('cases.form.place'), <PlaceTexts key="place" of={casePlaceTexts(t, place)} />],
    [t('cases.county'), county === '' ? t('cases.noCounty') : countyName(dataset, county, i18n.language)],
    [t('cases.department'), lead.join(t('ui.comma'))],
    visitors ? null : [t('cases.wind.title'), windText(t, nameOf, wind ?? null)],
    note ? [t('cases.form.note'), note] : null,
  ]
  return (
    <>
      <dl className={classes.facts}>
        {facts
          .filter((fact) => fact !== null)
          .map(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
      </dl>
      <p className={classes.actions}>
        {position ? (
          <Button onClick={() => setView({ camera: { lon: position[0], lat: position[1], zoom: PLACE_ZOOM } })}>
            {t('cases.showPlace')}
          </Button>
        ) : (
          <span className="quiet">{t('cases.noPlace')}</span>
        )}
        {target && <Button onClick={() => setView({ selected: sourceKey(target) })}>{t('cases.source')}</Button>}
      </p>
    </>
  )
}
