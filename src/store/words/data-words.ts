import { useTranslation } from 'react-i18next'
import { joinList, translateText, translateWithOriginal } from '@/domain/glossary'
import { useDataset } from '@/store/chentu'

/** Words of the data (grades, departments, units) in the page's language. */
export function useDataWords() {
  const { language } = useTranslation().i18n
  const { glossary } = useDataset()
  return {
    word: (text: string): string => translateText(glossary, text, language),
    /** English followed by the original. */
    glossed: (text: string): string => translateWithOriginal(glossary, text, language),
    list: (parts: readonly string[]): string => joinList(parts, language),
  }
}
