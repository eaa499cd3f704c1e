import { useTranslation } from 'react-i18next'
import classes from '@/features/import/exports/Exports.module.css'
import { HeadRow } from '@/ui/HeadRow'
import type { ReadingsReview } from '@/workspace/readings/readings-desk'

/** How many readings are excluded from means by their flags; renders nothing if all count. */
export function FlagTable({ flags, marks }: Pick<ReadingsReview, 'flags' | 'marks'>) {
  const { t } = useTranslation()
  if (flags.length === 0) return null
  const written = marks.map(({ mark, places }) => t('readings.flagMark', { mark, count: places }))
  return (
    <section aria-label={t('readings.flags')}>
      <h3>{t('readings.flags')}</h3>
      <p>{t('readings.flagsHelp')}</p>
      <div className={classes.scroll}>
        <table>
          <HeadRow headings={(['flag', 'rows', 'flagDevices'] as const).map((name) => t(`readings.${name}`))} />
          <tbody>
            {flags.map(({ flag, rows, devices }) => (
              <tr key={flag}>
                <th scope="row">
                  {flag === '?'
                    ? t('readings.flagUnknown')
                    : t('readings.flagName', { name: t(`monitoring.flags.${flag}`), flag })}
                  {flag === '?' && written.length > 0 && (
                    <small>{t('readings.flagMarks', { marks: written.join(t('ui.comma')) })}</small>
                  )}
                </th>
                <td className={classes.number}>{rows.toLocaleString('en')}</td>
                <td className={classes.number}>{devices.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
