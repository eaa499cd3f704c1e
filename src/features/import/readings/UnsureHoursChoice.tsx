import { useTranslation } from 'react-i18next'
import { localTime } from '@/domain/monitoring/minute-of'
import classes from '@/features/import/exports/Exports.module.css'
import type { UnsureHours } from '@/io/readings/unsure-hours'
import { Select } from '@/ui/controls/Select'
import { HeadRow } from '@/ui/HeadRow'

/** Maximum number of files and of devices named. */
const NAMED = 5

interface Props {
  readonly of: UnsureHours
  readonly chosen: 'hour' | 'moment' | null
  onChoose(chosen: 'hour' | 'moment'): void
}

/** Values at full hours whose interval no file shows, and the choice of what they stand for. */
export function UnsureHoursChoice({ of, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const named = (all: readonly string[]) => all.slice(0, NAMED).join(t('ui.comma')) + (all.length > NAMED ? '…' : '')
  return (
    <section aria-label={t('readings.unsure')}>
      <h3>{t('readings.unsure')}</h3>
      <p>{t('readings.unsureHelp', { count: of.rows, files: named(of.files), devices: named(of.devices) })}</p>
      <details>
        <summary>{t('readings.unsureList')}</summary>
        <div className={classes.scroll}>
          <table>
            <HeadRow
              headings={[t('exports.file'), t('exports.device'), t('exports.places'), t('readings.unsureTimes')]}
            />
            <tbody>
              {of.listed.map(({ file, device, rows, from, until }) => (
                <tr key={`${file} ${device}`}>
                  <td>{file}</td>
                  <td>{device}</td>
                  <td className={classes.number}>{rows.toLocaleString('en')}</td>
                  <td>{from === until ? localTime(from) : `${localTime(from)} – ${localTime(until)}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <Select
        label={t('readings.unsureChoice')}
        value={chosen ?? ''}
        placeholder={t('readings.choose')}
        className={classes.choice}
        options={(['hour', 'moment'] as const).map((value) => ({ value, label: t(`readings.unsureAs.${value}`) }))}
        onChange={onChoose}
      />
    </section>
  )
}
