import { useTranslation } from 'react-i18next'
import type { DeviceFacts } from '@/domain/monitoring/device-facts'
import { localTime } from '@/domain/monitoring/minute-of'
import { fieldMeaning } from '@/domain/sources/kinds/field'
import { isMonitorList } from '@/domain/sources/kinds/kind'
import classes from '@/features/import/exports/Exports.module.css'
import type { KnownMonitor } from '@/questions/monitors/known-monitors'
import { useKinds, useKindTexts } from '@/store/words/kinds'
import { HeadRow } from '@/ui/HeadRow'
import { FileNames } from './FileNames'
import { ListedDevice } from './ListedDevice'

interface Props {
  readonly devices: readonly DeviceFacts[]
  /** The files that contain each device; null if there is only one file. */
  readonly filesOf: Readonly<Record<string, readonly string[]>> | null
  readonly known: ReadonlyMap<string, KnownMonitor>
  /** By the code under which a device is to be stored: what the lists say about it. */
  readonly listed: ReadonlyMap<string, KnownMonitor>
  /** Codes proposed because the file's name begins with them, by device code. */
  readonly ofFileNames: Readonly<Record<string, string>>
  /** By device code: monitors and sources with a similar name. */
  readonly guessed: ReadonlyMap<string, readonly KnownMonitor[]>
  /** The names that files use for devices, by device code. */
  readonly names: Readonly<Record<string, string>>
  /** Codes that the user entered, under which devices are stored; keyed by the device code of the file. */
  readonly said: Readonly<Record<string, string>>
  onSay(code: string, as: string): void
}

/**
 * All devices of the files: whether the package knows each, its reporting interval in minutes,
 * and its missing readings.
 */
export function DeviceTable({ devices, filesOf, known, listed, ofFileNames, guessed, names, said, onSay }: Props) {
  const { t } = useTranslation()
  const list = useMonitorList()
  // By what the files say: a row does not move while its code is typed.
  const asked = devices.filter(({ code }) => !known.has(code))
  const unknown = asked.filter(({ code }) => !listed.has(said[code]?.trim() || code))
  const sorted = [...asked, ...devices.filter(({ code }) => known.has(code))]
  const time = (minutes: number) =>
    minutes < 60 ? t('readings.minutes', { count: minutes }) : t('readings.hours', { count: Math.round(minutes / 60) })
  return (
    <section aria-label={t('readings.devices')}>
      <h3>{t('readings.devices')}</h3>
      {unknown.length > 0 && (
        <p>
          {t('readings.unknownCount', { count: unknown.length })}
          {list && t('readings.unknownTie', list)}
        </p>
      )}
      <div className={classes.scroll}>
        <table>
          <HeadRow
            headings={(
              [
                'device',
                ...(filesOf ? (['file'] as const) : []),
                ...(['known', 'rows', 'interval', 'from', 'until', 'missing'] as const),
              ] as const
            ).map((name) => t(`readings.${name}`))}
          />
          <tbody>
            {sorted.map(({ code, rows, interval, from, until, missing, longestGap, gapCount, gaps }) => {
              const keptAs = said[code] ?? code
              return (
                <tr key={code}>
                  <th scope="row" className={classes.wrapped}>
                    {code}
                    {names[code] !== undefined && <small>{names[code]}</small>}
                  </th>
                  {filesOf && (
                    <td className={classes.wrapped}>
                      <FileNames files={filesOf[code] ?? []} />
                    </td>
                  )}
                  <td className={classes.wrapped}>
                    <ListedDevice
                      code={code}
                      sure={known.get(code)}
                      keptAs={keptAs}
                      listed={listed.get(keptAs.trim() || code)}
                      isOfFileName={ofFileNames[code] !== undefined && ofFileNames[code] === keptAs}
                      like={guessed.get(code) ?? []}
                      onSay={(as) => onSay(code, as)}
                    />
                  </td>
                  <td className={classes.number}>{rows.toLocaleString('en')}</td>
                  <td>{interval === null ? t('readings.irregular') : t('readings.minutes', { count: interval })}</td>
                  <td className={classes.time}>{localTime(from)}</td>
                  <td className={classes.time}>{localTime(until)}</td>
                  <td className={missing === null ? classes.wrapped : classes.number}>
                    {missing === null ? t('readings.missingUntold') : missing.toLocaleString('en')}
                    {missing !== null && missing > 0 && (
                      <details>
                        <summary>{t('readings.gap', { count: gapCount, time: time(longestGap) })}</summary>
                        <ul>
                          {gaps.map((gap) => (
                            <li key={gap.from}>
                              {t('readings.gapLine', {
                                span:
                                  gap.from === gap.until
                                    ? localTime(gap.from)
                                    : `${localTime(gap.from)} – ${localTime(gap.until)}`,
                                count: gap.missing,
                              })}
                            </li>
                          ))}
                        </ul>
                        {gapCount > gaps.length && <p>{t('readings.gapsMore', { count: gapCount - gaps.length })}</p>}
                      </details>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {devices.some(({ missing }) => (missing ?? 0) > 0) && <p className="quiet">{t('readings.missingNote')}</p>}
    </section>
  )
}

/** Names of the package's list of monitors and of its device number and site columns; null if it declares none. */
function useMonitorList() {
  const kindTexts = useKindTexts()
  const kind = useKinds().find(isMonitorList)
  const [number, at] = (['device', 'standsAt'] as const).map((meaning) => kind && fieldMeaning(kind.fields, meaning))
  return kind && number && at
    ? {
        list: kindTexts.title(kind.id),
        number: kindTexts.column(number.name, kind.id),
        at: kindTexts.column(at.name, kind.id),
      }
    : null
}
