import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { limitNote } from './figure-remarks'

/**
 * Which limit applies to which counties, and who would exceed today's, if the month was published with other limits.
 */
export function LimitNote() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  const said = report ? limitNote(report, (code) => countyName(dataset, code, i18n.language), t) : ''
  return said === '' ? null : <span>{said}</span>
}
