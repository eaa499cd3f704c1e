import { useTranslation } from 'react-i18next'
import type { Datum } from '@/domain/geodesy/datum'
import classes from '@/features/import/exports/Exports.module.css'
import { Select } from '@/ui/controls/Select'
import { HeadRow } from '@/ui/HeadRow'
import type { DatumLine } from '@/workspace/tracks-desk'

const CHOICES = ['wgs84', 'gcj02', 'bd09'] as const
/** Maximum number of lines listed; trucks without a known datum come first. */
const SHOWN = 300

interface Props {
  readonly datums: readonly DatumLine[]
  readonly untold: Datum | null
  onChoose(datum: Datum): void
}

/**
 * The datum of each truck's positions and the evidence for it, and the user's choice of one
 * for trucks without evidence.
 */
export function DatumChoice({ datums, untold, onChoose }: Props) {
  const { t } = useTranslation()
  const open = datums.filter(({ datum, isEncrypted }) => datum === null && !isEncrypted)
  const ordered = [...open, ...datums.filter((each) => !open.includes(each))]
  const shown = ordered.slice(0, SHOWN)
  return (
    <section aria-label={t('tracks.datum')}>
      <h3>{t('tracks.datum')}</h3>
      <p>{t('tracks.datumHelp')}</p>
      <ul>
        {CHOICES.map((datum) => ({ datum, count: trucksOf(datums.filter((each) => datumOf(each) === datum)) }))
          .filter(({ count }) => count > 0)
          .map(({ datum, count }) => (
            <li key={datum}>{t('tracks.datumOf', { datum: t(`data.datum.${datum}`), count })}</li>
          ))}
        {open.length > 0 && <li>{t('tracks.datumUntold', { count: trucksOf(open) })}</li>}
      </ul>
      {open.length > 0 && (
        <Select
          label={t('tracks.untold')}
          value={untold ?? ''}
          placeholder={t('tracks.choose')}
          className={classes.choice}
          options={CHOICES.map((value) => ({ value, label: t(`data.datum.${value}`) }))}
          onChange={onChoose}
        />
      )}
      <details>
        <summary>{t('tracks.each')}</summary>
        {datums.length > SHOWN && <p>{t('tracks.firstTrucks', { shown: trucksOf(shown), count: trucksOf(datums) })}</p>}
        <div className={classes.scroll}>
          <table>
            <HeadRow headings={(['plate', 'rows', 'system', 'evidence'] as const).map((name) => t(`tracks.${name}`))} />
            <tbody>
              {shown.map((each) => (
                <Line key={`${each.truck} ${each.isEncrypted} ${each.isMadeUp}`} of={each} />
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  )
}

/** The number of distinct trucks: a truck has several lines if some of its positions are encrypted or made up. */
const trucksOf = (datums: readonly DatumLine[]) => new Set(datums.map(({ truck }) => truck)).size

/** Positions marked as encrypted are taken as GCJ-02 unless other evidence gives the datum. */
const datumOf = ({ datum, isEncrypted }: DatumLine) => datum ?? (isEncrypted ? 'gcj02' : null)

function Line({ of }: { readonly of: DatumLine }) {
  const { t } = useTranslation()
  const datum = datumOf(of)
  return (
    <tr>
      <th scope="row">
        {of.truck} {of.isMadeUp && <small>{t('dataClass.illustrative')}</small>}
      </th>
      <td className={classes.number}>{of.rows.toLocaleString('en')}</td>
      <td>
        {datum === null || datum === 'cgcs2000'
          ? t(datum === null ? 'tracks.untoldOne' : 'data.datum.wgs84')
          : t(`data.datum.${datum}`)}
      </td>
      <td>
        {t(`tracks.by.${of.by}`, { hits: of.hits, of: of.of })}
        {of.isEncrypted && <small>{t('tracks.encrypted')}</small>}
      </td>
    </tr>
  )
}
