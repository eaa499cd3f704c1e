import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { grouped } from '@/domain/grouped'
import type { CalledRole, CalledSource } from '@/questions/warning-duties'
import { useAnswer } from '@/store/answers/use-answer'
import { useDataset } from '@/store/chentu'
import { type Answered, CALL_STANDINGS, calledState } from '@/store/warnings/call-standing'
import { useAnswered } from '@/store/warnings/use-answered'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import { Select } from '@/ui/controls/Select'
import panel from '@/ui/panel.module.css'
import { EmptyState } from '@/ui/states/EmptyState'
import { Skeleton } from '@/ui/states/Skeleton'
import { CalledDetails } from './CalledDetails'
import { CallPapers } from './CallPapers'
import { CALLED_BY, type CalledBy, calledGroups } from './called-groups'
import { WarningFacts } from './WarningFacts'
import classes from './WarningsPanel.module.css'

const NOTHING_ANSWERED: Answered = { calls: new Map(), state: new Map(), reviews: new Map() }

/** 预警响应: who has to stop what while a warning lasts, who was called, and with what answer. */
export function WarningsPanel() {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const answered = useAnswered()
  const [chosen, setChosen] = useState<string | null>(null)
  const [by, setBy] = useState<CalledBy>('county')
  const { warnings } = dataset
  const warning = warnings.find(({ code }) => code === chosen) ?? warnings[0]
  const sources = useAnswer(async (worker) => (warning ? worker.warningDuties(warning.code) : []), warning?.code)
  const known = answered ?? NOTHING_ANSWERED
  const states = useMemo(
    () => new Map((warning && sources ? sources : []).map((source) => [source, calledState(warning!, source, known)])),
    [warning, sources, known],
  )
  if (!warning)
    return (
      <>
        <h2 className={panel.title}>{t('warning.title')}</h2>
        <EmptyState message={t('warning.none')} />
        <p className="quiet">{t('warning.noneHow')}</p>
      </>
    )
  const standingOf = (source: CalledSource) => states.get(source)!
  const of = (role: CalledRole) => sources?.filter((source) => source.role === role) ?? []
  const [sure, voluntary, unclear] = [of('asked'), of('voluntary').length, of('unclear').length]
  const counts = grouped(sure, (source) => standingOf(source).standing)
  const failed = sure.filter((source) => standingOf(source).failed).length
  const measures = dataset.warningMeasures.filter(({ levels }) => levels.includes(warning.level))
  return (
    <>
      <h2 className={panel.title}>{t('warning.title')}</h2>
      {warnings.length > 1 && (
        <Select
          label={t('warning.choose')}
          value={warning.code}
          options={warnings.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={setChosen}
        />
      )}
      <WarningFacts warning={warning} />
      {sources === null || answered === null ? (
        <Skeleton lines={9} />
      ) : sources.length === 0 ? (
        <p role="status">{t('warning.nobody')}</p>
      ) : (
        <>
          <p role="status" className={classes.sum}>
            <b>{t('warning.asked', { count: sure.length })}</b>
            {CALL_STANDINGS.flatMap((each) => {
              const count = counts.get(each)?.length ?? 0
              if (count === 0) return []
              const what = t(`warning.answer.${each}`)
              return (
                <span key={each} data-standing={each}>
                  {t('warning.count', { what, count })}
                </span>
              )
            })}
          </p>
          {failed > 0 && <p className={classes.bad}>{t('warning.failed', { count: failed })}</p>}
          {voluntary > 0 && <p className="quiet">{t('warning.voluntary', { count: voluntary })}</p>}
          {unclear > 0 && <p className="quiet">{t('warning.unclear', { count: unclear })}</p>}
          <CallPapers warning={warning} sources={sources} standingOf={standingOf} />
          <SegmentedControl<CalledBy>
            label={t('warning.by')}
            options={CALLED_BY.map((value) => ({
              value,
              label: t(
                value === 'county' ? 'warning.byCounty' : value === 'lead' ? 'warning.byLead' : 'warning.byMeasure',
              ),
            }))}
            value={by}
            onChange={setBy}
          />
          {calledGroups(t, dataset, sources, by, i18n.language).map((group) => (
            <CalledDetails key={`${by} ${group.name}`} group={group} warning={warning} standingOf={standingOf} />
          ))}
          <details>
            <summary>{t('warning.measures', { count: measures.length })}</summary>
            <ul className={classes.measures}>
              {measures.map(({ id, duty, what, source, confirmed }) => (
                <li key={id}>
                  <b>{t(`warning.duty.${duty}`)}</b> {inLanguage(what, i18n.language)}
                  <small>
                    {inLanguage(source, i18n.language)}
                    {!confirmed && <span className={classes.mark}>{t('warning.unconfirmed')}</span>}
                  </small>
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </>
  )
}
