import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { comparedText, missingCountiesText } from './missing'

/**
 * Counties without a figure; with `changes`, also how many counties a partial city-wide change covers. Empty if
 * complete.
 */
export function MissingNote({ changes = false }: { readonly changes?: boolean }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  if (!report) return null
  const missing = missingCountiesText(t, report, (code) => countyName(dataset, code, i18n.language))
  const compared = comparedText(t, report)
  return (
    <>
      {missing && <span>{missing}</span>}
      {changes && compared && <span>{compared}</span>}
    </>
  )
}
