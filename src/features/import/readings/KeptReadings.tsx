import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localTime } from '@/domain/monitoring/minute-of'
import workspace from '@/features/import/workspace/Workspace.module.css'
import type { KeptMonth } from '@/io/readings/kept-readings'
import { useAttempt } from '@/store/page/use-attempt'
import { useReadings } from '@/store/readings'
import { monthName } from '@/store/words/month-name'
import { bytesText } from '@/ui/bytes'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import { Refused } from '@/ui/Refused'
import classes from './Readings.module.css'

/** The months of readings that this browser keeps, each with its devices and size; each can be removed. Nothing where it keeps none. */
export function KeptReadings() {
  const { t } = useTranslation()
  const { kept, refresh } = useReadings()
  useEffect(() => {
    void refresh()
  }, [refresh])
  if (!kept || kept.length === 0) return null
  return (
    <section aria-label={t('readings.kept')} className={workspace.section}>
      <h3>{t('readings.kept')}</h3>
      <ul>
        {kept.map((month) => (
          <Month key={month.month} of={month} />
        ))}
      </ul>
    </section>
  )
}

function Month({ of }: { readonly of: KeptMonth }) {
  const { t } = useTranslation()
  const remove = useReadings((state) => state.remove)
  const [isAsking, setAsking] = useState(false)
  const { running, problems, attempt } = useAttempt()
  const [month, rows] = [monthName(t, of.month), of.rows.toLocaleString('en')]
  return (
    <li className={workspace.version}>
      <span>
        <b>{month}</b>
        <small>{t('readings.keptMonth', { devices: of.devices.length, rows, size: bytesText(of.bytes) })}</small>
        <details className={classes.devices}>
          <summary>{t('readings.keptDevices', { month })}</summary>
          <ul>
            {of.devices.map(({ code, from, until }) => (
              <li key={code}>
                {code} <small>{`${localTime(from)} – ${localTime(until)}`}</small>
              </li>
            ))}
          </ul>
        </details>
        <Refused problems={problems} />
      </span>
      <Button
        weight="quiet"
        disabled={running}
        aria-label={t('readings.removeOf', { month })}
        onClick={() => setAsking(true)}
      >
        {t('readings.remove')}
      </Button>
      {isAsking && (
        <Dialog
          title={t('readings.removeTitle')}
          closeLabel={t('readings.removeNot')}
          onClose={() => setAsking(false)}
          actions={
            <Button
              weight="primary"
              onClick={() => {
                setAsking(false)
                void attempt(() => remove([of.month]))
              }}
            >
              {t('readings.remove')}
            </Button>
          }
        >
          <p>{t('readings.removeAsk', { month, rows })}</p>
        </Dialog>
      )}
    </li>
  )
}
