import { useTranslation } from 'react-i18next'
import { DOT } from '@/ui/dot'
import { useEndedTasks } from './use-case-tasks'

/** The cases of this tablet that the desk closed or withdrew, as its receipts say: nothing more is to be done. */
export function EndedCases() {
  const { t } = useTranslation()
  const ended = useEndedTasks()
  if (ended.length === 0) return null
  return (
    <details>
      <summary>{t('cases.field.ended', { count: ended.length })}</summary>
      <ul>
        {ended.map(({ of, how }) => (
          <li key={of.id}>{[of.title, t(`cases.field.end.${how}`)].join(DOT)}</li>
        ))}
      </ul>
    </details>
  )
}
