import { useTranslation } from 'react-i18next'
import type { SpannedRows } from '@/domain/monitoring/row-spans'

/** Maximum number of row ranges named in one line. */
const SAID = 5

/** Formats row numbers of a file as ranges: 第 120–340、512 行. */
export function useRowsText(): (of: SpannedRows) => string {
  const { t } = useTranslation()
  return ({ rows, spans, more }) => {
    const said = spans.slice(0, SAID).map(({ from, until }) => (from === until ? `${from}` : `${from}–${until}`))
    const isAll = more === 0 && spans.length <= SAID
    return t(isAll ? 'exports.rowsOf' : 'exports.rowsOfMore', { rows: said.join(t('ui.comma')), count: rows })
  }
}
