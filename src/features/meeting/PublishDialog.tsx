import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '@/domain/problem'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { takeStep } from '@/store/step'
import { Refused } from '@/ui/Refused'
import { datasetWorker } from '@/workers/client'
import classes from './Dialogs.module.css'

const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

/** Freezes the month's figures as published; a published figure changes only by a correction with its day and reason. */
export function PublishDialog({ onClose }: { onClose(): void }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  const dialog = useRef<HTMLDialogElement>(null)
  const [day, setDay] = useState(today)
  const [reason, setReason] = useState('')
  const [corrected, setCorrected] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  useEffect(() => dialog.current?.showModal(), [])
  if (!report) return null
  const rows = report.rows.filter(({ figure }) => figure.value !== null || figure.computed !== null)
  const fresh = rows.filter(({ figure }) => figure.origin === 'points')
  const differing = rows.filter(
    ({ figure: { origin, value, computed } }) => origin === 'published' && computed !== null && computed !== value,
  )
  const monthName = t('months.month', { year: report.month.slice(0, 4), month: Number(report.month.slice(5)) })

  async function publish(figures: { county: string; value: number; publication: string }[], label: string) {
    setBusy(true)
    const publication = { month: report!.month, figures, title: t('meeting.publishedTitle'), source: dataset.name }
    const found = await takeStep(datasetWorker().publish(publication, label))
    setProblems(found)
    setBusy(false)
    if (found.length === 0) dialog.current?.close()
  }
  const freeze = () =>
    publish(
      fresh.map(({ county, figure }) => ({
        county,
        value: figure.value!,
        publication: t('meeting.publishedOn', { day }),
      })),
      t('meeting.publishLabel', { month: monthName }),
    )
  const correct = () =>
    publish(
      differing
        .filter(({ county }) => corrected.includes(county))
        .map(({ county, figure: { value, computed, publication } }) => ({
          county,
          value: computed!,
          publication: [
            publication,
            t('meeting.corrected', { day, from: value!.toFixed(1), to: computed!.toFixed(1), reason: reason.trim() }),
          ]
            .filter(Boolean)
            .join('；'),
        })),
      t('meeting.correctLabel', { month: monthName }),
    )

  return (
    <dialog ref={dialog} className={`dialog ${classes.dialog}`} aria-label={t('meeting.publish')} onClose={onClose}>
      <h2>{`${t('meeting.publish')} · ${monthName}`}</h2>
      <Refused problems={problems} />
      <p>{t('meeting.publishHelp')}</p>
      <label>
        <span>{t('meeting.day')}</span>
        <input type="date" value={day} onChange={(event) => setDay(event.target.value)} />
      </label>
      {fresh.length > 0 ? (
        <p>
          {t('meeting.notPublished', { count: fresh.length })}
          <button type="button" className="action" disabled={busy || day === ''} onClick={() => void freeze()}>
            {t('meeting.freeze')}
          </button>
        </p>
      ) : (
        <p role="status">{t('meeting.isPublished', { count: rows.length })}</p>
      )}
      {differing.length > 0 && (
        <fieldset className="plain">
          <legend>{t('meeting.differing')}</legend>
          {differing.map(({ county, figure: { value, computed } }) => (
            <label key={county} className={classes.check}>
              <input
                type="checkbox"
                checked={corrected.includes(county)}
                onChange={({ target }) =>
                  setCorrected(target.checked ? [...corrected, county] : corrected.filter((each) => each !== county))
                }
              />
              {t('meeting.differs', {
                name: countyName(dataset, county, i18n.language),
                published: value!.toFixed(1),
                computed: computed!.toFixed(1),
              })}
            </label>
          ))}
          <label>
            <span>{t('meeting.reason')}</span>
            <input value={reason} onChange={(event) => setReason(event.target.value)} />
          </label>
          <button
            type="button"
            className="action"
            disabled={busy || corrected.length === 0 || reason.trim() === '' || day === ''}
            onClick={() => void correct()}
          >
            {t('meeting.correct')}
          </button>
        </fieldset>
      )}
      <div className="buttons">
        <button type="button" className="action" onClick={() => dialog.current?.close()}>
          {t('app.close')}
        </button>
      </div>
    </dialog>
  )
}
