import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { differsFromPublished } from '@/domain/dustfall/county-month'
import { correctionText, joinNotes, publishedOnText } from '@/domain/dustfall/publication'
import { earlierFigures } from '@/domain/dustfall/published-months'
import { tenth } from '@/domain/dustfall/rounding'
import { countyName } from '@/domain/sources/county'
import { useOpened } from '@/store/chentu'
import { today } from '@/store/device/today'
import { useAttempt } from '@/store/page/use-attempt'
import { applyChange } from '@/store/steps/step'
import { limitText } from '@/store/words/limit-text'
import { monthName } from '@/store/words/month-name'
import { Button } from '@/ui/controls/Button'
import { DatePicker } from '@/ui/controls/DatePicker'
import { Dialog } from '@/ui/Dialog'
import form from '@/ui/form.module.css'
import { Refused } from '@/ui/Refused'
import { datasetWorker } from '@/workers/client'
import type { Publication } from '@/workspace/publish'
import { dustfallClasses } from './dustfall-classes'
import { PublishOutcome, type PublishResult } from './PublishOutcome'
import { useReportAtOpening } from './use-report-at-opening'

/**
 * Freezes the month's figures as published. A published figure changes only by a correction with its day and reason.
 */
export function PublishDialog({ onClose }: { onClose(): void }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReportAtOpening()
  const [day, setDay] = useState(today)
  const [reason, setReason] = useState('')
  const [corrected, setCorrected] = useState<readonly string[]>([])
  const [done, setDone] = useState<PublishResult | null>(null)
  const { running, problems, attempt } = useAttempt()
  if (!report) return null
  const { rows } = report
  const fresh = rows.filter(({ figure: { origin, points } }) => origin === 'points' && points.length > 0)
  // Counties without any data. They are published with the others, so that none of them is ranked later.
  const without = rows.filter(({ figure: { value, points } }) => value === null && points.length === 0)
  const published = rows.filter((row) => row.figure.origin === 'published' && !without.includes(row))
  const differing = rows.filter(({ figure }) => differsFromPublished(figure))
  // Already published ones keep their publication and its day.
  const toBeWithout = without.filter(({ figure }) => figure.origin !== 'published')
  const toKeep = [...fresh, ...toBeWithout]
  const withoutText =
    toBeWithout.length === 0
      ? 'figures.frozen.without'
      : fresh.length > 0
        ? 'figures.frozen.withoutToBe'
        : 'figures.frozen.withoutAlone'
  const named = monthName(t, report.month)

  async function publish(kind: 'frozen' | 'corrected', figures: Publication['figures'], label: string) {
    const publication = {
      month: report!.month,
      figures,
      title: i18n.getFixedT('zh-CN')('meeting.publishedTitle'),
      source: dataset.name,
    }
    const step = datasetWorker().publishMonth(publication, label)
    if (!(await attempt(() => applyChange(step)))) return
    setDone({ kind, day, count: figures.length, version: (await step).version })
    setCorrected([])
    setReason('')
  }
  async function undo(version: number) {
    if (await attempt(() => applyChange(datasetWorker().undoVersion(version)))) setDone({ kind: 'undone' })
  }
  // Months published before limits were stored have figures without one: today's limit was not theirs.
  const isLimitKept = rows.every(({ figure }) => figure.origin === 'points' || figure.dustfallLimit !== undefined)
  const freeze = () =>
    publish(
      'frozen',
      toKeep.map(({ county, figure, dustfallLimit }) => ({
        county,
        value: figure.value,
        ...(figure.writtenAs !== undefined && { writtenAs: figure.writtenAs }),
        publication: publishedOnText(day),
        points: figure.points,
        earlier: earlierFigures(dataset.reports, county, report!.month),
        // Store the limit the month is already judged by, so that publishing changes no result.
        ...(isLimitKept && { dustfallLimit }),
      })),
      t('meeting.publishLabel', { month: named }),
    )
  const correct = () =>
    publish(
      'corrected',
      differing
        .filter(({ county }) => corrected.includes(county))
        .map(({ county, figure: { value, now, publication, earlier, dustfallLimit } }) => ({
          county,
          value: now.value,
          publication: joinNotes(
            publication,
            correctionText({ day, from: value, to: now.value, reason: reason.trim() }),
          ),
          points: now.points,
          // A correction does not change the published earlier months or the limit.
          ...(earlier && { earlier }),
          ...(dustfallLimit !== undefined && { dustfallLimit }),
        })),
      t('meeting.correctLabel', { month: named }),
    )

  return (
    <Dialog
      title={`${t('meeting.publish')} · ${named}`}
      size="medium"
      help="publish"
      closedBy="closerequest"
      onClose={onClose}
    >
      <Refused problems={problems} />
      <p>{t('meeting.publishHelp')}</p>
      <div className={form.choices}>
        <DatePicker label={t('meeting.day')} value={day} onChange={setDay} />
      </div>
      {fresh.length > 0 && <p>{t('meeting.notPublished', { count: fresh.length })}</p>}
      {fresh.length === 0 && published.length > 0 && done?.kind !== 'frozen' && (
        <p role="status">{t('meeting.isPublished', { count: published.length })}</p>
      )}
      {without.length > 0 && (
        <p>
          {t(withoutText, {
            names: (toBeWithout.length > 0 ? toBeWithout : without)
              .map(({ county }) => countyName(dataset, county, i18n.language))
              .join(t('meeting.comma')),
          })}
        </p>
      )}
      {toKeep.length > 0 && dustfallClasses(dataset).includes('illustrative') && <p>{t('meeting.illustrative')}</p>}
      {toKeep.length > 0 && (
        <p>
          <Button weight="primary" disabled={running || day === ''} onClick={() => void freeze()}>
            {t('meeting.freeze')}
          </Button>
        </p>
      )}
      <PublishOutcome
        done={done}
        limit={isLimitKept ? limitText(t, report) : ''}
        running={running}
        onUndo={(version) => void undo(version)}
      />
      {differing.length > 0 && (
        <fieldset className="plain">
          <legend>{t('meeting.differing')}</legend>
          {differing.map(({ county, figure: { value, now } }) => (
            <label key={county} className={form.check}>
              <input
                type="checkbox"
                checked={corrected.includes(county)}
                onChange={({ target }) =>
                  setCorrected(target.checked ? [...corrected, county] : corrected.filter((each) => each !== county))
                }
              />
              {t('meeting.differs', {
                name: countyName(dataset, county, i18n.language),
                published: tenth(value),
                computed: tenth(now.value),
              })}
            </label>
          ))}
          <label className={form.field}>
            <span>{t('meeting.reason')}</span>
            <input value={reason} onChange={(event) => setReason(event.target.value)} />
          </label>
          <Button
            disabled={running || corrected.length === 0 || reason.trim() === '' || day === ''}
            onClick={() => void correct()}
          >
            {t('meeting.correct')}
          </Button>
        </fieldset>
      )}
    </Dialog>
  )
}
