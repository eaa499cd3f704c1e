import { useTranslation } from 'react-i18next'
import type { UnreadRow } from '@/io/readings/unread-rows'
import { HeadRow } from '@/ui/HeadRow'
import classes from './Exports.module.css'
import { useRowsText } from './rows-text'

interface Props {
  readonly files: readonly { readonly file: string; readonly unread: number; readonly rows: number }[]
  readonly unread: readonly UnreadRow[]
}

/**
 * Rows and values that could not be read, grouped by device, column and reason, with their row numbers; renders
 * nothing if all were read.
 */
export function UnreadTable({ files, unread }: Props) {
  const { t } = useTranslation()
  const rowsText = useRowsText()
  if (unread.length === 0) return null
  // Unread rows of tracks name no device: the device column would be empty.
  const hasDevices = unread.some(({ device }) => device !== null)
  const count = files.reduce((sum, file) => sum + file.unread, 0)
  const listed = unread.reduce((sum, { rows }) => sum + rows, 0)
  const text = listed < count ? 'exports.unreadMore' : 'exports.unreadAll'
  // If other rows of the file were read, its headings are right and only these rows need correcting.
  const isSome = ({ why, file }: UnreadRow) => why === 'swapped' && files.some((of) => of.file === file && of.rows > 0)
  return (
    <section aria-label={t('exports.unread')}>
      <h3>{t('exports.unread')}</h3>
      <p>{t(hasDevices ? `${text}Devices` : text, { count, shown: listed })}</p>
      <div className={classes.scroll}>
        <table>
          <HeadRow
            headings={(
              [
                'file',
                ...(hasDevices ? (['device'] as const) : []),
                'column',
                'reason',
                'places',
                'rowsAt',
                'seen',
              ] as const
            ).map((name) => t(`exports.${name}`))}
          />
          <tbody>
            {unread.map((each, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: no key: files of two folders may share a name
              <tr key={place}>
                <td>{each.file}</td>
                {hasDevices && <td>{each.device}</td>}
                <td>{each.column}</td>
                <td className={classes.wrapped}>
                  {t(isSome(each) ? 'exports.swappedSome' : `exports.why.${each.why}`)}
                </td>
                <td className={classes.number}>{each.rows.toLocaleString('en')}</td>
                <td className={classes.long}>{rowsText(each)}</td>
                <td className={classes.wrapped}>{each.seen.join(t('ui.comma'))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
