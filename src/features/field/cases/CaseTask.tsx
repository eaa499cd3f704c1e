import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { isCalm } from '@/domain/cases/calm'
import { TERM_STEPS } from '@/domain/cases/settings'
import { navigationLink } from '@/domain/field/navigation'
import { isWindUnknown } from '@/domain/field/round-order'
import { distanceMetres } from '@/domain/geodesy/distance'
import { useDistanceWords } from '@/features/field/around/use-distance-words'
import type { Origin } from '@/features/field/around/use-origin'
import { SavingLine } from '@/features/field/record/SavingLine'
import { useSaving } from '@/features/field/record/use-saving'
import { writerOf } from '@/ledger/device'
import { stepBody } from '@/store/cases/write-step'
import { useFix } from '@/store/device/fix'
import { useMinute } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { calmText, durationText, findingText, momentText, windFromText } from '@/store/words/case-words'
import { useCompassName } from '@/store/words/compass'
import { useOfficeTexts } from '@/store/words/office'
import { Button } from '@/ui/controls/Button'
import { LinkButton } from '@/ui/controls/LinkButton'
import { DOT } from '@/ui/dot'
import { Arrival } from './Arrival'
import { ArriveButton } from './ArriveButton'
import { CaseReport } from './CaseReport'
import classes from './CaseTasks.module.css'
import { ReportedStep } from './ReportedStep'
import { useShownCase } from './shown-case'
import { TaskLikely } from './TaskLikely'
import type { CaseTaskOf } from './use-case-tasks'

interface Props {
  readonly task: CaseTaskOf
  readonly origin: Origin
  /** Called when its report is stored. */
  onReported(title: string): void
}

/** A case to investigate: why, where and by when. One press records the arrival; the findings have a form. */
export function CaseTask({ task: { of, record, arrived, reported }, origin, onReported }: Props) {
  const { t } = useTranslation()
  const { append, device } = useLedger()
  const officeText = useOfficeTexts()
  const nameOf = useCompassName()
  const { id: shown, reports, show } = useShownCase()
  const article = useRef<HTMLElement>(null)
  const fix = useFix((state) => state.fix)
  const { state, reason, isSaving, save } = useSaving()
  const { from } = useDistanceWords(origin)
  const [isReporting, setReporting] = useState(false)
  const now = useMinute()
  const { id, title, sort, reason: why, note, again, position, wind, observed, due, team } = of
  useEffect(() => {
    if (shown !== id) return
    if (reports) setReporting(true)
    article.current?.focus({ preventScroll: true })
    article.current?.scrollIntoView({ block: 'start' })
    show(null)
  }, [shown, reports, id, show])
  const takenBack = record?.withdrawnSteps.filter(({ event }) => event.body.step === 'arrived') ?? []
  const isBefore = (step: string) => (of.past ?? of.knows).includes(step)
  const withdrawn = takenBack
    .map((each) => ({ ...each, words: `cases.field.takenBack${isBefore(each.event.id) ? 'Before' : ''}` as const }))
    // Rounds of earlier versions do not tell which of the steps known to the desk belong to an earlier turn.
    .filter(({ event }) => of.past !== undefined || !isBefore(event.id))
  const here = { position: fix?.position ?? null, accuracyMetres: fix?.accuracyMetres ?? null }
  const write = (said: Omit<Parameters<typeof stepBody>[2], 'when'>) =>
    stepBody(of, record, { when: new Date().toISOString(), ...here, ...said }, of.knows)
  const terms = due.flatMap(({ step, at }) => {
    const known = TERM_STEPS.find((each) => each === step)
    // Once arrived, the arrival deadline no longer applies.
    if (!known || reported || (known === 'arrived' && arrived)) return []
    const state = Date.parse(at) < now ? ('overdue' as const) : ('running' as const)
    return [{ step: known, due: Date.parse(at), state }]
  })
  const windText = !wind
    ? isWindUnknown(of) && t('cases.wind.unknown')
    : isCalm(wind)
      ? calmText(t, wind)
      : t(wind.isSpeedAssumed ? 'cases.field.windDirection' : 'cases.field.wind', {
          from: windFromText(t, nameOf, wind),
          speed: wind.metresPerSecond,
        })
  /** Undoing a press writes a withdrawal record, since the ledger never deletes anything. */
  const takeBack = async (event: string) =>
    void (await append({ type: 'withdrawal', event, reason: officeText('cases.field.notThere') }, [], null))
  return (
    <article ref={article} className={classes.task} aria-label={title} tabIndex={-1}>
      <h3>
        {title}{' '}
        {of.illustrative && (
          <span className="badge" data-class="illustrative">
            {t('cases.illustrative')}
          </span>
        )}
      </h3>
      <p className="quiet">
        {[sort, why, `${t('cases.observed')} ${localMinute(observed)}`, team].filter(Boolean).join(DOT)}
      </p>
      {note && <p>{t('cases.field.note', { note })}</p>}
      {again && (
        <p role="note">
          {[
            t('cases.turn', { count: again.turn }),
            again.why && t('cases.field.again', { why: again.why }),
            again.found &&
              t('cases.field.before', {
                at: localMinute(again.found.at),
                said: [findingText(t, again.found.finding), again.found.note].filter(Boolean).join(DOT),
              }),
          ]
            .filter(Boolean)
            .join(t('ui.semicolon'))}
        </p>
      )}
      {terms.length > 0 && (
        <ul className={classes.due}>
          {terms.map((term) => (
            <li key={term.step} data-state={term.state}>
              {t(`cases.clock.${term.state}`, {
                step: t(`cases.term.${term.step}`),
                due: momentText(term.due),
                left: durationText(t, term.due - now),
              })}
            </li>
          ))}
        </ul>
      )}
      <p>
        {position ? from(distanceMetres(origin.position, position)) : t('cases.noPlace')}
        {windText && `${DOT}${t('cases.field.windThen', { wind: windText })}`}
      </p>
      {withdrawn.map(({ event, by, words }) => (
        <p key={event.id} className="quiet">
          {t(words, { at: localMinute(event.body.when), who: writerOf(by), back: localMinute(by.at) })}
        </p>
      ))}
      {arrived && (
        <Arrival
          arrived={arrived}
          canTakeBack={!reported && arrived.event.device === device}
          disabled={isSaving}
          onTakeBack={() => void save(() => takeBack(arrived.id))}
        />
      )}
      {reported && <ReportedStep reported={reported} />}
      <SavingLine state={state === 'saved' ? 'editing' : state} reason={reason} />
      {isReporting ? (
        <CaseReport
          of={of}
          here={here.position}
          write={write}
          onSaved={() => {
            setReporting(false)
            onReported(title)
          }}
          onDone={() => setReporting(false)}
        />
      ) : (
        <div className={classes.actions}>
          {!arrived && !reported && (
            <ArriveButton
              position={position}
              disabled={isSaving}
              onArrive={(evidence) =>
                void save(async () => void (await append(write({ step: 'arrived', evidence }), [], null)))
              }
            />
          )}
          <Button weight={arrived && !reported ? 'primary' : 'secondary'} onClick={() => setReporting(true)}>
            {t('cases.field.report')}
          </Button>
          {position && (
            <LinkButton href={navigationLink('amap', position, title)}>{t('cases.field.navigate')}</LinkButton>
          )}
        </div>
      )}
      {/* Below the actions, which many sources would move out of sight. */}
      <TaskLikely of={of} />
    </article>
  )
}
