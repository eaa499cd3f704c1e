import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { limitNote } from './figure-remarks'

/** Whom each limit is of, and who would be over today's, where the month stands by those that it was published with. */
export function LimitNote() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  const said = report ? limitNote(report, (code) => countyName(dataset, code, i18n.language), t) : ''
  return said === '' ? null : <span>{said}</span>
}
