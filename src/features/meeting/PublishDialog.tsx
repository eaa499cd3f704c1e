import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOfInstant } from '@/domain/calendar'
import { differsNow } from '@/domain/dustfall/county-month'
import { tenth } from '@/domain/dustfall/rounding'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { useAttempt } from '@/store/page/use-attempt'
import { takeStep } from '@/store/steps/step'
import { monthName } from '@/store/words/month-name'
import { Button } from '@/ui/controls/Button'
import { DatePicker } from '@/ui/controls/DatePicker'
import { Dialog } from '@/ui/Dialog'
import form from '@/ui/form.module.css'
import { Refused } from '@/ui/Refused'
import { datasetWorker } from '@/workers/client'
import type { Publication } from '@/workspace/publish'

const today = () => dayOfInstant(new Date().toISOString())

/** Freezes the month's figures as published; a published figure changes only by a correction with its day and reason. */
export function PublishDialog({ onClose }: { onClose(): void }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  const [day, setDay] = useState(today)
  const [reason, setReason] = useState('')
  const [corrected, setCorrected] = useState<readonly string[]>([])
  const { running, problems, attempt } = useAttempt()
  if (!report) return null
  const { rows } = report
  const fresh = rows.filter(({ figure: { origin, points } }) => origin === 'points' && points.length > 0)
  const differing = rows.filter(({ figure }) => differsNow(figure))
  const named = monthName(t, report.month)

  async function publish(figures: Publication['figures'], label: string) {
    const publication = { month: report!.month, figures, title: t('meeting.publishedTitle'), source: dataset.name }
    if (await attempt(() => takeStep(datasetWorker().publish(publication, label)))) onClose()
  }
  const freeze = () =>
    publish(
      fresh.map(({ county, figure }) => ({
        county,
        value: figure.value,
        publication: t('meeting.publishedOn', { day }),
        points: figure.points,
      })),
      t('meeting.publishLabel', { month: named }),
    )
  const correct = () =>
    publish(
      differing
        .filter(({ county }) => corrected.includes(county))
        .map(({ county, figure: { value, now, publication } }) => ({
          county,
          value: now.value,
          publication: [
            publication,
            t('meeting.corrected', { day, from: tenth(value), to: tenth(now.value), reason: reason.trim() }),
          ]
            .filter(Boolean)
            .join(t('ui.semicolon')),
          points: now.points,
        })),
      t('meeting.correctLabel', { month: named }),
    )

  return (
    <Dialog title={`${t('meeting.publish')} · ${named}`} size="medium" closedBy="closerequest" onClose={onClose}>
      <Refused problems={problems} />
      <p>{t('meeting.publishHelp')}</p>
      <DatePicker label={t('meeting.day')} value={day} onChange={setDay} />
      {fresh.length > 0 ? (
        <p>
          {t('meeting.notPublished', { count: fresh.length })}
          <Button weight="primary" disabled={running || day === ''} onClick={() => void freeze()}>
            {t('meeting.freeze')}
          </Button>
        </p>
      ) : (
        <p role="status">{t('meeting.isPublished', { count: rows.length })}</p>
      )}
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
