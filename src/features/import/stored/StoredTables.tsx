import { useTranslation } from 'react-i18next'
import type { IsoDay, Month } from '@/domain/calendar'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { KindId } from '@/domain/sources/kinds/kind'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu, useDataset } from '@/store/chentu'
import { today } from '@/store/device/today'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import { monthName } from '@/store/words/month-name'
import { Button } from '@/ui/controls/Button'
import classes from './StoredTables.module.css'
import { tableGroups } from './table-groups'

/** The tables in force: what kind of data each is, how much it holds, how recent it is, and where it comes from. */
export function StoredTables() {
  const { t } = useTranslation()
  const { word } = useDataWords()
  const kindTexts = useKindTexts()
  const dataset = useDataset()
  const setView = useChentu((state) => state.setView)
  const held = useAnswer((worker) => worker.storedTables(today()))
  const holds = new Map(held?.map((each) => [each.path, each]))
  const kinds = new Set(dataset.kinds.map(({ id }) => id))
  /** As everywhere else, but for several files of one kind. */
  const nameOf = (kind: KindId, title: string) =>
    dataset.provenance.filter(({ role }) => role === kind).length > 1 ? word(title) : kindTexts.title(kind)
  const countOf = (of: DataClass) => dataset.provenance.filter(({ dataClass }) => dataClass === of).length
  const counts = { real: countOf('real'), derived: countOf('derived'), illustrative: countOf('illustrative') }
  const latestText = (latest: IsoDay | Month) => (latest.length === 7 ? monthName(t, latest) : latest)
  return (
    <section className={classes.stored} aria-labelledby="stored-tables">
      <h2 id="stored-tables">{t('stored.title')}</h2>
      <p className="quiet">{t('stored.classes', { all: dataset.provenance.length, ...counts })}</p>
      {counts.illustrative > 0 && <p className="quiet">{t('stored.replaced')}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('stored.table')}</th>
            <th scope="col">{t('data.dataClass')}</th>
            <th scope="col">{t('stored.rows')}</th>
            <th scope="col">{t('stored.latest')}</th>
            <th scope="col">{t('stored.source')}</th>
          </tr>
        </thead>
        {tableGroups(dataset).map(({ group, tables }) => (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={5}>
                {t(`stored.groups.${group}`)}
              </th>
            </tr>
            {tables.map(({ path, role, title, dataClass, source }) => (
              <tr key={path}>
                <th scope="row">
                  {kinds.has(role) ? (
                    <Button
                      weight="quiet"
                      className={classes.open}
                      title={t('stored.open')}
                      onClick={() =>
                        setView({ mode: 'explore', table: true, filters: { ...NO_FILTERS, kinds: [role] } })
                      }
                    >
                      {nameOf(role, title)}
                    </Button>
                  ) : (
                    word(title)
                  )}
                </th>
                <td>
                  <span className="badge" data-class={dataClass}>
                    {t(`dataClass.${dataClass}`)}
                  </span>
                </td>
                <td>{holds.get(path)?.rows?.toLocaleString('en') ?? '—'}</td>
                <td>{latestText(holds.get(path)?.latest ?? '')}</td>
                <td>{word(source)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}
