import { useTranslation } from 'react-i18next'
import type { Datum } from '@/domain/geodesy/datum'
import classes from '@/features/import/exports/Exports.module.css'
import { Select } from '@/ui/controls/Select'
import { HeadRow } from '@/ui/HeadRow'
import {
  chosenDatum,
  type DatumChoices,
  type DatumLine,
  isDiffering,
  isUntold,
  withFiles,
  withTruck,
} from '@/workspace/import/datum-choices'
import type { TracksReview } from '@/workspace/tracks/tracks-desk'

const CHOICES = ['wgs84', 'gcj02', 'bd09'] as const
/** Maximum number of lines listed; trucks without a known datum come first. */
const SHOWN = 300

interface Props {
  readonly files: TracksReview['files']
  readonly datums: readonly DatumLine[]
  readonly choices: DatumChoices
  onChoose(choices: DatumChoices): void
}

/**
 * The datum of each truck's positions and the evidence for it, and the user's choice for trucks without evidence: for
 * all, by file, or by truck.
 */
export function DatumChoice({ files, datums, choices, onChoose }: Props) {
  const { t } = useTranslation()
  const open = datums.filter(isUntold)
  const ordered = [...open, ...datums.filter((each) => !open.includes(each))]
  const shown = ordered.slice(0, SHOWN)
  const filesOfOpen = files.filter(({ place }) => open.some((line) => line.files.includes(place)))
  const remembered = open.filter((line) => line.remembered && chosenDatum(line, choices) === line.remembered)
  const differing = open.filter((line) => isDiffering(line, choices))
  const chooseFor = (places: readonly number[]) => (datum: Datum) => onChoose(withFiles(choices, open, places, datum))
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
        {CHOICES.map((datum) => ({ datum, of: open.filter((each) => chosenDatum(each, choices) === datum) }))
          .filter(({ of }) => of.length > 0)
          .map(({ datum, of }) => (
            <li key={datum}>{t('tracks.assumedOf', { datum: t(`data.datum.${datum}`), count: trucksOf(of) })}</li>
          ))}
      </ul>
      {remembered.length > 0 && <p role="note">{t('tracks.remembered', { count: trucksOf(remembered) })}</p>}
      {open.length > 0 && (
        <DatumSelect
          label={t(filesOfOpen.length > 1 ? 'tracks.untoldAll' : 'tracks.untold')}
          value={only(open.map((line) => chosenDatum(line, choices)))}
          onChange={chooseFor(filesOfOpen.map(({ place }) => place))}
        />
      )}
      {filesOfOpen.length > 1 && <p>{t('tracks.byFile')}</p>}
      {filesOfOpen.length > 1 && (
        <div className={classes.scroll}>
          <table>
            <HeadRow headings={[t('tracks.file'), t('tracks.untoldTrucks'), t('tracks.system')]} />
            <tbody>
              {filesOfOpen.map(({ place, file }) => {
                const own = open.filter((line) => line.files.includes(place))
                return (
                  <tr key={place}>
                    <th scope="row">{file}</th>
                    <td className={classes.number}>{trucksOf(own)}</td>
                    <td>
                      <DatumSelect
                        label={t('tracks.untoldOf', { of: file })}
                        value={only(own.map((line) => chosenDatum(line, choices)))}
                        labelled="hidden"
                        onChange={chooseFor([place])}
                      />
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {differing.length > 0 && <p role="note">{t('tracks.differs', { count: trucksOf(differing) })}</p>}
      <details>
        <summary>{t('tracks.each')}</summary>
        {datums.length > SHOWN && <p>{t('tracks.firstTrucks', { shown: trucksOf(shown), count: trucksOf(datums) })}</p>}
        <div className={classes.scroll}>
          <table>
            <HeadRow headings={(['plate', 'rows', 'system', 'evidence'] as const).map((name) => t(`tracks.${name}`))} />
            <tbody>
              {shown.map((each) => (
                <Line
                  key={`${each.truck} ${each.isEncrypted} ${each.isMadeUp}`}
                  of={each}
                  chosen={isUntold(each) ? chosenDatum(each, choices) : null}
                  onChoose={(datum) => onChoose(withTruck(choices, each, datum))}
                />
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  )
}

/** The only value among several; '' if they differ or are open. */
function only(values: readonly (Datum | null)[]): (typeof CHOICES)[number] | '' {
  const [value, ...others] = new Set(values)
  return others.length === 0 ? (CHOICES.find((each) => each === value) ?? '') : ''
}

interface SelectProps {
  readonly label: string
  readonly value: (typeof CHOICES)[number] | ''
  readonly labelled?: 'above' | 'hidden'
  onChange(datum: Datum): void
}

function DatumSelect({ label, value, labelled = 'above', onChange }: SelectProps) {
  const { t } = useTranslation()
  return (
    <Select
      label={label}
      labelled={labelled}
      value={value}
      placeholder={t('tracks.choose')}
      className={classes.choice}
      options={CHOICES.map((each) => ({ value: each, label: t(`data.datum.${each}`) }))}
      onChange={onChange}
    />
  )
}

/** The number of distinct trucks: a truck has several lines if some of its positions are encrypted or made up. */
const trucksOf = (datums: readonly DatumLine[]) => new Set(datums.map(({ truck }) => truck)).size

/** Positions marked as encrypted are taken as GCJ-02 unless other evidence gives the datum. */
const datumOf = ({ datum, isEncrypted }: DatumLine) => datum ?? (isEncrypted ? 'gcj02' : null)

interface LineProps {
  readonly of: DatumLine
  readonly chosen: Datum | null
  onChoose(datum: Datum): void
}

function Line({ of, chosen, onChoose }: LineProps) {
  const { t } = useTranslation()
  const datum = datumOf(of)
  return (
    <tr>
      <th scope="row">
        {of.truck} {of.isMadeUp && <small>{t('dataClass.illustrative')}</small>}
      </th>
      <td className={classes.number}>{of.rows.toLocaleString('en')}</td>
      <td>
        {datum === null ? (
          <DatumSelect
            label={t('tracks.untoldOf', { of: of.truck })}
            value={only([chosen])}
            labelled="hidden"
            onChange={onChoose}
          />
        ) : (
          t(datum === 'cgcs2000' ? 'data.datum.wgs84' : `data.datum.${datum}`)
        )}
      </td>
      <td>
        {t(`tracks.by.${of.by}`, { hits: of.hits, of: of.of })}
        {of.isEncrypted && <small>{t('tracks.encrypted')}</small>}
        {chosen !== null && <small>{t(chosen === of.remembered ? 'tracks.asBefore' : 'tracks.assumed')}</small>}
      </td>
    </tr>
  )
}
