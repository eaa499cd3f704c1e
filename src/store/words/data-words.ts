import { useTranslation } from 'react-i18next'
import { glossedIn, listIn, wordIn } from '@/domain/glossary'
import { useDataset } from '@/store/chentu'

/** Words of the data (grades, departments, units) in the language of the page. */
export function useDataWords() {
  const { language } = useTranslation().i18n
  const { glossary } = useDataset()
  return {
    word: (text: string): string => wordIn(glossary, text, language),
    /** With the original behind the English. */
    glossed: (text: string): string => glossedIn(glossary, text, language),
    list: (parts: readonly string[]): string => listIn(parts, language),
  }
}
