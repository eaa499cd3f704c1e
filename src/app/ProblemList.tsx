import { useTranslation } from 'react-i18next'
import type { Problem } from '@/domain/problem'
import classes from './ProblemList.module.css'

/** Problems with outside data in the user's words: file, line, column, what was seen and what was expected. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation()
  return (
    <ul className={classes.list}>
      {problems.map((problem) => (
        <li key={JSON.stringify(problem)}>
          <strong>{problem.file}</strong>
          {problem.row !== undefined && <span>{t('problem.row', { row: problem.row })}</span>}
          {problem.column && <span>{t('problem.column', { column: problem.column })}</span>}
          <span>{t(`problem.${problem.code}`)}</span>
          {problem.seen && <span className="quiet">{t('problem.seen', { seen: problem.seen.slice(0, 300) })}</span>}
          {problem.expected && <span className="quiet">{t('problem.expected', { expected: problem.expected })}</span>}
        </li>
      ))}
    </ul>
  )
}
