import { useTranslation } from 'react-i18next'

/** Names of files: the first, and the others on request, since a folder may have hundreds. */
export function FileNames({ files }: { readonly files: readonly string[] }) {
  const { t } = useTranslation()
  const [first, ...others] = files
  if (others.length === 0) return first
  return (
    <details>
      <summary>{t('readings.filesOfDevice', { first, count: files.length })}</summary>
      {others.join(t('ui.comma'))}
    </details>
  )
}
