import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { comparedText, missingText } from './missing'

/** Which counties have no figure, and, where changes of the city are shown, which these are of; nothing where all have one. */
export function MissingNote({ changes = false }: { readonly changes?: boolean }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  if (!report) return null
  const missing = missingText(t, report, (code) => countyName(dataset, code, i18n.language))
  const compared = comparedText(t, report)
  return (
    <>
      {missing && <span>{missing}</span>}
      {changes && compared && <span>{compared}</span>}
    </>
  )
}
