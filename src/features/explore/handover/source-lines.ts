import { useTranslation } from 'react-i18next'
import { useOpened } from '@/store/chentu'

/** Where the data is from and how real it is, for the foot of a paper. */
export function useSourceLines() {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const sources = [...new Set(dataset.provenance.map(({ source }) => source))].filter(Boolean)
  const classes = [...new Set(dataset.provenance.map(({ dataClass }) => dataClass))]
  return [
    t('picture.sources', { sources: sources.join('；') }),
    t('picture.class', { classes: classes.map((each) => t(`dataClass.${each}`)).join('、') }),
    ...(classes.includes('illustrative') ? [t('handover.illustrative')] : []),
  ]
}
