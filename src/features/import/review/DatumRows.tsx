import { useTranslation } from 'react-i18next'
import { DATUM_NAMES } from '@/domain/intake/recognise/datum'
import { useImports } from '@/store/imports'
import type { ItemTable } from '@/workspace/import/item-view'
import { SelectChoice } from './Choice'

/** Row numbers that are listed; further ones are counted, and all are in the report once a system is chosen. */
const LISTED = 40

/** The column that states the coordinate system of each row, which the user may leave unused. */
export function DatumOfRows({ id, table }: { readonly id: number; readonly table: ItemTable }) {
  const { t } = useTranslation()
  const change = useImports((state) => state.change)
  const { datumColumn, header } = table
  if (!datumColumn) return null
  const { column, stated, unsaid, unread, isUsed, contradictedBy } = datumColumn
  const counted = [
    ...stated.map((each) => t('data.datumRows.counted', { datum: DATUM_NAMES[each.datum], count: each.rows })),
    ...(unsaid > 0 ? [t('data.datumRows.unsaid', { count: unsaid })] : []),
    ...(unread > 0 ? [t('data.datumRows.unread', { count: unread })] : []),
  ]
  const heading = header.names[column] ?? ''
  return (
    <>
      <p>{t('data.datumRows.column', { heading, counts: counted.join(t('ui.comma')) })}</p>
      {contradictedBy === 'heading' && <p>{t('data.datumRows.contradicts', { heading })}</p>}
      {contradictedBy !== null && contradictedBy !== 'heading' && (
        <p>{t('data.datumRows.elsewhere', { heading, datum: DATUM_NAMES[contradictedBy] })}</p>
      )}
      <SelectChoice
        label={t('data.datumRows.use')}
        // While it is asked, either answer is a choice.
        value={contradictedBy !== null ? '' : isUsed ? 'rows' : 'none'}
        options={[
          ['rows', t('data.datumRows.byRow')],
          ['none', t('data.datumRows.none')],
        ]}
        onChoose={(use) => void change(id, { datumColumn: use === 'rows' ? column : null })}
      />
    </>
  )
}

/** Which rows agree with existing positions in which coordinate system, if they differ. */
export function MixedRows({ table }: { readonly table: ItemTable }) {
  const { t } = useTranslation()
  const { agreeing = [] } = table.datum ?? {}
  if (agreeing.length === 0) return null
  return (
    <div role="alert">
      <p>{t('data.datumRows.mixed')}</p>
      <ul>
        {agreeing.map(({ datum, rows }) => (
          <li key={datum}>
            {t(rows.length > LISTED ? 'data.datumRows.agreeMore' : 'data.datumRows.agree', {
              datum: DATUM_NAMES[datum],
              count: rows.length,
              rows: rows.slice(0, LISTED).join(t('ui.comma')),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}
