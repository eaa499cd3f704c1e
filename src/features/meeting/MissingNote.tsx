import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { comparedText, earlierMeansText, missingCountiesText } from './missing'

/**
 * Counties without a figure; with `changes`, also the city's means that its changes are computed from. Empty if there is
 * nothing to say.
 */
export function MissingNote({ changes = false }: { readonly changes?: boolean }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { word } = useDataWords()
  const report = useReport()
  if (!report) return null
  const missing = missingCountiesText(t, report, (code) => countyName(dataset, code, i18n.language), word)
  const compared = changes ? [earlierMeansText(t, report), comparedText(t, report)].filter(Boolean) : []
  return (
    <>
      {missing && <span>{missing}</span>}
      {compared.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </>
  )
}
