import { useTranslation } from 'react-i18next'
import { glossedIn, listIn, wordIn } from '@/domain/glossary'
import { useDataset } from '@/store/chentu'

/** Words of the data (grades, departments, units) in the page's language. */
export function useDataWords() {
  const { language } = useTranslation().i18n
  const { glossary } = useDataset()
  return {
    word: (text: string): string => wordIn(glossary, text, language),
    /** English followed by the original. */
    glossed: (text: string): string => glossedIn(glossary, text, language),
    list: (parts: readonly string[]): string => listIn(parts, language),
  }
}
