import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import { CALL_STANDINGS } from '@/domain/warnings/standing'
import type { Warning } from '@/domain/warnings/warning'
import { UnsavedForms } from '@/features/cases/UnsavedForms'
import { CALLED_BY, type CalledBy, NO_CALLED_FILTERS } from '@/questions/warnings/warning-overview'
import { useDataset, useOpened } from '@/store/chentu'
import { formsOfWarning } from '@/store/device/form-drafts'
import { useToday } from '@/store/device/today'
import type { CallEvidence } from '@/store/warnings/call-standing'
import { useCallEvidence } from '@/store/warnings/use-call-evidence'
import { hasBegun } from '@/store/warnings/warning-of-month'
import { Button } from '@/ui/controls/Button'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import { Select } from '@/ui/controls/Select'
import panel from '@/ui/panel.module.css'
import { EmptyState } from '@/ui/states/EmptyState'
import { Skeleton } from '@/ui/states/Skeleton'
import { AsOfNote } from './AsOfNote'
import { CalledDetails } from './CalledDetails'
import { CalledExceedances } from './CalledExceedances'
import { CalledFilter } from './CalledFilter'
import { CallPapers } from './CallPapers'
import { groupName } from './group-name'
import { MeasureList } from './MeasureList'
import { OtherCalls } from './OtherCalls'
import { useCalled } from './use-called'
import { WarningFacts } from './WarningFacts'
import classes from './WarningsPanel.module.css'

/** With more hits than this, groups stay folded and show their counts. */
const MAX_UNFOLDED = 100

const BY_WORDS = { county: 'warning.byCounty', lead: 'warning.byLead', measure: 'warning.byMeasure' } as const

/** 预警响应: who has to stop what during a warning, who was called, and the answers. */
export function WarningsPanel() {
  const { t } = useTranslation()
  const { warnings: all } = useDataset()
  const { asOf } = useOpened().evaluation
  const isPast = asOf < useToday()
  // On a past day nobody knew of later ones; today, those announced for later are listed, as calls may be made ahead.
  const warnings = isPast ? all.filter((each) => hasBegun(each, asOf)) : all
  const leftOut = all.length - warnings.length
  const answered = useCallEvidence()
  const [chosen, setChosen] = useState<string | null>(null)
  const warning = warnings.find(({ code }) => code === chosen) ?? warnings[0]
  return (
    <>
      <h2 className={panel.title}>{t('warning.title')}</h2>
      {warnings.length > 1 && (
        <Select
          label={t('warning.choose')}
          value={warning?.code ?? ''}
          options={warnings.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={setChosen}
        />
      )}
      {warning ? (
        <>
          <WarningFacts warning={warning} />
          <UnsavedForms has={(group) => group === formsOfWarning(warning.code)} />
          {answered ? <CalledPart warning={warning} answered={answered} /> : <Skeleton lines={9} />}
        </>
      ) : (
        <>
          <EmptyState message={t(leftOut > 0 ? 'warning.noneYet' : 'warning.none')} />
          {leftOut === 0 && <p className="quiet">{t('warning.noneHow')}</p>}
          <OtherCalls shown={null} />
        </>
      )}
      {leftOut > 0 && <p className="quiet">{t('warning.leftOut', { count: leftOut, day: asOf })}</p>}
    </>
  )
}

function CalledPart({ warning, answered }: { readonly warning: Warning; readonly answered: CallEvidence }) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const called = useCalled(warning, answered)
  const { overview, by, setBy, narrowing, setNarrowing } = called
  if (overview === null) return <Skeleton lines={9} />
  const { roles, counts, groups, leads, lines, unasked, joined, withoutContact } = overview
  const isNarrowed = JSON.stringify(narrowing) !== JSON.stringify(NO_CALLED_FILTERS)
  /** Counties of the warning in which the data has nobody to call; only while the groups are all counties. */
  const empty =
    by === 'county' && !isNarrowed ? warning.counties.filter((code) => groups.every(({ key }) => key !== code)) : []
  const isNobody = Object.values(roles).every((count) => count === 0)
  return (
    <>
      {isNobody ? (
        <p role="status">{t('warning.nobody')}</p>
      ) : (
        <>
          <p role="status" className={classes.sum}>
            <b>{t('warning.asked', { count: counts.asked })}</b>
            {CALL_STANDINGS.flatMap((each) => {
              const count = counts[each]
              if (count === 0) return []
              const what = t(`warning.answer.${each}`)
              return (
                <span key={each} data-standing={each}>
                  {t('warning.count', { what, count })}
                </span>
              )
            })}
          </p>
          {counts.unmet > 0 && <p className={classes.bad}>{t('warning.unmet', { count: counts.unmet })}</p>}
          {counts.failed > 0 && <p className={classes.bad}>{t('warning.failed', { count: counts.failed })}</p>}
          {roles.voluntary > 0 && <p className="quiet">{t('warning.voluntary', { count: roles.voluntary })}</p>}
          {roles.finished > 0 && <p className="quiet">{t('warning.finished', { count: roles.finished })}</p>}
          {roles.unclear > 0 && <p className="quiet">{t('warning.unclear', { count: roles.unclear })}</p>}
          {joined.works > 0 && <p className="quiet">{t('warning.joined', joined)}</p>}
          {withoutContact > 0 && <p className="quiet">{t('warning.withoutContact', { count: withoutContact })}</p>}
          <AsOfNote warning={warning} answered={answered} />
          <CalledExceedances warning={warning} answered={answered} />
          <CallPapers warning={warning} called={called} />
          <SegmentedControl<CalledBy>
            label={t('warning.by')}
            options={CALLED_BY.map((value) => ({ value, label: t(BY_WORDS[value]) }))}
            value={by}
            onChange={setBy}
          />
          {by !== 'county' && <p className="quiet">{t('warning.overlap')}</p>}
          <CalledFilter narrowing={narrowing} leads={leads} lines={lines} onChange={setNarrowing} />
          {called.isMoved && (
            <p className={classes.asOf}>
              {t('warning.moved')}{' '}
              <Button weight="quiet" onClick={called.arrange}>
                {t('warning.arrange')}
              </Button>
            </p>
          )}
          {groups.map((group) => (
            <CalledDetails
              key={`${warning.code} ${overview.by} ${group.key}`}
              name={groupName(t, dataset, overview.by, group.key, i18n.language)}
              unfolds={isNarrowed && lines <= MAX_UNFOLDED}
              {...{ group, warning, called }}
            />
          ))}
          {empty.length > 0 && (
            <p className="quiet">
              {t('warning.noneIn', {
                counties: empty.map((code) => countyName(dataset, code, i18n.language)).join(t('ui.comma')),
              })}
            </p>
          )}
          <MeasureList level={warning.level} />
        </>
      )}
      <OtherCalls shown={{ code: warning.code, unasked }} />
    </>
  )
}
