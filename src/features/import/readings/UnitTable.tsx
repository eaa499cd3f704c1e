import { useTranslation } from 'react-i18next'
import { unitsOf } from '@/domain/monitoring/column-units'
import classes from '@/features/import/exports/Exports.module.css'
import { Select } from '@/ui/controls/Select'
import { HeadRow } from '@/ui/HeadRow'
import { isUnitOpen, type UnitLine } from '@/workspace/import/unit-lines'
import { FileNames } from './FileNames'

interface Props {
  readonly units: readonly UnitLine[]
  /** Whether there are several files, which are then named. */
  readonly areSeveral: boolean
  /** Units chosen by the user, keyed like the lines of `units`. */
  readonly said: Readonly<Record<string, string>>
  onSay(key: string, unit: string): void
}

/** Each parameter with its unit and the evidence for it; a choice if there is no evidence. */
export function UnitTable({ units, areSeveral, said, onSay }: Props) {
  const { t } = useTranslation()
  const headings = ['name', ...(areSeveral ? (['file'] as const) : []), 'unit', 'evidence'] as const
  return (
    <section aria-label={t('readings.units')}>
      <h3>{t('readings.units')}</h3>
      <div className={classes.scroll}>
        <table>
          <HeadRow headings={headings.map((name) => t(`readings.${name}`))} />
          <tbody>
            {units.map((line) => {
              const parameter = t(`monitoring.names.${line.parameter}`)
              return (
                <tr key={line.key}>
                  <th scope="row">{parameter}</th>
                  {areSeveral && (
                    <td className={classes.wrapped}>
                      <FileNames files={line.files} />
                    </td>
                  )}
                  <td>
                    {isUnitOpen(line) ? (
                      <Select
                        label={t('readings.unitOf', { parameter })}
                        labelled="hidden"
                        value={said[line.key] ?? ''}
                        placeholder={t('readings.chooseUnit')}
                        options={Object.keys(unitsOf(line.parameter)).map((unit) => ({ value: unit, label: unit }))}
                        onChange={(unit) => onSay(line.key, unit)}
                      />
                    ) : (
                      line.unit
                    )}
                  </td>
                  <td>
                    {line.ofPackets && line.by !== 'stated' && line.by !== 'doubtful'
                      ? t(`readings.ofPackets.${line.by}`)
                      : t(`readings.by.${line.by}`, { stated: line.stated })}
                    {!Number.isNaN(line.middle) && (
                      <small>{t('readings.middle', { value: Number(line.middle.toPrecision(4)) })}</small>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
