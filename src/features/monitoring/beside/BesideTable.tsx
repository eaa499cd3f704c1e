import { useTranslation } from 'react-i18next'
import type { IsoDay, Month } from '@/domain/calendar'
import { tenth } from '@/domain/dustfall/rounding'
import type { Parameter } from '@/domain/monitoring/parameter'
import { originLines, readingsClass } from '@/features/monitoring/export-lines'
import tables from '@/features/monitoring/FigureTable.module.css'
import { TableExport } from '@/features/monitoring/TableExport'
import type { BesidePlace, BesidePlaces } from '@/questions/month/monitors-beside-dustfall'
import { useOpened } from '@/store/chentu'
import { doubtedLines } from '@/store/words/doubt-text'
import { signedNumber } from '@/store/words/signed-number'
import { HeadRow } from '@/ui/HeadRow'
import classes from './BesideView.module.css'
import { agreement, besideHeadings, besideTable, inRankOrder, spearmanText } from './beside-table'

interface Props {
  readonly title: string
  readonly of: BesidePlaces
  nameOf(place: BesidePlace): string
  readonly month: Month
  /** True if hours of the month were imported in this browser. */
  readonly hasKept: boolean
  readonly parameter: Parameter
  readonly unit: string
  readonly asOf: IsoDay
}

/** Table of dustfall and monitor means by county or point, in the order of the dustfall rank; can be exported. */
export function BesideTable({ title, of, nameOf, month, hasKept, parameter, unit, asOf }: Props) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const named = t('monitoring.beside.meanOf', { parameter: t(`monitoring.names.${parameter}`), unit })
  const heading = `${month} ${title}`
  const doubts = doubtedLines(t, of.doubted, true)
  const table = () =>
    besideTable(t, of, nameOf, named, heading, [
      [t('about.package'), dataset.name],
      [t('app.asOf'), asOf],
      [t('monitoring.beside.month'), month],
      [t('monitoring.beside.says'), spearmanText(t, of)],
      [t('monitoring.rose.note'), t('monitoring.beside.caution')],
      ...doubts.map((text) => [t('monitoring.table.doubts'), text] as const),
      ...originLines(t, dataset, hasKept),
      [t('about.link'), location.href],
    ])
  const rank = (value: number | null) => value ?? '—'
  return (
    <section className={classes.section} aria-label={title}>
      <header>
        <h3>{title}</h3>
        <TableExport
          name={heading}
          note={t('monitoring.beside.exportNote')}
          table={table}
          dataClass={readingsClass(dataset, hasKept)}
        />
      </header>
      <p>{spearmanText(t, of)}</p>
      {doubts.map((text) => (
        <p key={text} role="note">
          {text}
        </p>
      ))}
      <div className={tables.box}>
        <table className={`${tables.rows} ${classes.rows}`}>
          <HeadRow headings={besideHeadings(t, named)} />
          <tbody>
            {inRankOrder(of.rows).map((each) => (
              <tr key={each.code}>
                <th scope="row">{nameOf(each)}</th>
                <td>{tenth(each.dustfall)}</td>
                <td>{rank(each.dustfallRank)}</td>
                <td>{tenth(each.monitors)}</td>
                <td>{rank(each.monitorsRank)}</td>
                <td>{t('monitoring.beside.devicesOf', { counted: each.counted, devices: each.devices })}</td>
                <td>{each.apart === null ? '—' : signedNumber(each.apart)}</td>
                <td data-agrees={each.agrees}>{agreement(t, each)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
